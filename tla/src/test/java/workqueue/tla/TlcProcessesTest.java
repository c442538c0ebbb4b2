package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tlc2.TLC;

/** A process is used again, but not for ever: each run leaves something behind in it. */
class TlcProcessesTest {
    /** Of its own, so that no other test takes what is idle here. */
    private static final Path TOOLS = Path.of(
            TLC.class.getProtectionDomain().getCodeSource().getLocation().getPath());

    @Test
    void aProcessIsReplacedAfterItsRuns() throws IOException, InterruptedException {
        TlcProcess process = TlcProcesses.take(Tier.QUICK, TOOLS);
        for (int run = 1; run < TlcProcesses.RUNS; run++) {
            process.run(List.of("-no-such-option"), Duration.ofMinutes(10), line -> {});
            TlcProcesses.giveBack(process, Tier.QUICK, TOOLS);
            assertSame(process, TlcProcesses.take(Tier.QUICK, TOOLS));
        }
        process.run(List.of("-no-such-option"), Duration.ofMinutes(10), line -> {});
        assertTrue(process.isAlive());
        TlcProcesses.giveBack(process, Tier.QUICK, TOOLS);
        assertFalse(process.isAlive());
        TlcProcess next = TlcProcesses.take(Tier.QUICK, TOOLS);
        assertNotSame(process, next);
        next.close();
    }
}
