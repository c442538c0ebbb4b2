package workqueue.tla;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The processes that run TLC. Most of a quick run would be the start of its virtual machine, so those for quick runs
 * are kept for the next ones. Safe for use by several threads; a process that was
 * {@linkplain #take taken} belongs to one.
 */
final class TlcProcesses {
    /** TLC leaves some 20 MB behind with each run; what is collected of it in vain costs more than a new process. */
    private static final int RUNS = 20;

    private static final ConcurrentLinkedDeque<TlcProcess> IDLE = new ConcurrentLinkedDeque<>();

    private TlcProcesses() {}

    /** A process for a run of that tier, with an empty workspace. */
    static TlcProcess take(Tier tier) throws IOException {
        if (tier != Tier.QUICK) {
            return new TlcProcess(List.of("-XX:+UseParallelGC"));
        }
        TlcProcess idle = IDLE.poll();
        return idle != null ? idle : new TlcProcess(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** Takes back a process whose run has ended by itself. */
    static void giveBack(TlcProcess process, Tier tier) throws IOException {
        if (tier == Tier.QUICK && process.isAlive() && process.runs() < RUNS) {
            process.workspace().clear();
            IDLE.push(process);
        } else {
            process.close();
        }
    }
}
