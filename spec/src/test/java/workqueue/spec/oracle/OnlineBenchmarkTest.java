package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * Histories that nobody could hold: {@code mvn test -pl spec -am -Dtest=OnlineBenchmarkTest
 * -Dworkqueue.online.events=100000000} makes them so long, and prints what it took.
 */
class OnlineBenchmarkTest {
    private static final long EVENTS = Long.getLong("workqueue.online.events", 100_000);

    @ParameterizedTest
    @CsvSource({
        "kmdf, 64, INCONCLUSIVE", // the order of its queue is not judged online
        "kmdf, 10000, INCONCLUSIVE",
        "ks, 64, CONFORMS",
        "io, 64, INCONCLUSIVE", // nor are the threads that its items share
        "linux, 64, CONFORMS",
        "linux, 10000, CONFORMS"
    })
    void holdsLittleOfALongHistory(String profile, int items, Outcome outcome) {
        long before = heap();
        OnlineOracle online = new OnlineOracle(EndlessHistory.header(profile), Oracle.BUDGET, false);
        long start = System.nanoTime();
        long made = new EndlessHistory(profile, items, 1, online::accept).make(EVENTS);
        double seconds = (System.nanoTime() - start) / 1e9;
        long held = Math.max(0, heap() - before) >> 20;
        Verdict verdict = online.verdict();
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.1f s | %d MB |%n", profile, items, made, seconds, held);
        assertEquals(outcome, verdict.outcome(), verdict::toString);
        assertTrue(held <= 64, () -> held + " MB are held of " + made + " events");
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
