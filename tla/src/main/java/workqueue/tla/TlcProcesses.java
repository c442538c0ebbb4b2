package workqueue.tla;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The processes that run TLC. Most of a quick run would be the start of its virtual machine, so those for quick runs
 * are kept for the next ones. Safe for use by several threads; a process that was
 * {@linkplain #take taken} belongs to one.
 */
final class TlcProcesses {
    /** TLC leaves some 20 MB behind with each run; what is collected of it in vain costs more than a new process. */
    static final int RUNS = 20;

    /** By the jar with TLC: what is idle. */
    private static final Map<Optional<Path>, ConcurrentLinkedDeque<TlcProcess>> IDLE = new ConcurrentHashMap<>();

    private TlcProcesses() {}

    /**
     * A process for a run of that tier, with an empty workspace.
     *
     * @param tools the jar with TLC; null for the one that this was compiled with
     */
    static TlcProcess take(Tier tier, Path tools) throws IOException {
        if (tier != Tier.QUICK) {
            return new TlcProcess(List.of("-XX:+UseParallelGC"), tools);
        }
        TlcProcess idle = idle(tools).poll();
        return idle != null ? idle : new TlcProcess(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), tools);
    }

    /** Takes back a process whose run has ended by itself. */
    static void giveBack(TlcProcess process, Tier tier, Path tools) throws IOException {
        if (tier == Tier.QUICK && process.isAlive() && process.runs() < RUNS) {
            process.workspace().clear();
            idle(tools).push(process);
        } else {
            process.close();
        }
    }

    private static ConcurrentLinkedDeque<TlcProcess> idle(Path tools) {
        return IDLE.computeIfAbsent(Optional.ofNullable(tools), jar -> new ConcurrentLinkedDeque<>());
    }
}
