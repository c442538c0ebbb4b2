package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Verdict.Outcome;

/** The oracle agrees with enumeration on every small history of one item. */
class SmallHistoriesTest {
    private final Oracle oracle = new Oracle();
    private final AtomicInteger count = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"3, 2, false, 0", "3, 2, true, 0", "2, 2, false, 1", "3, 1, false, 1"})
    void oracleAgreesWithEnumeration(int calls, int runs, boolean serialized, long workers) {
        Map<String, Object> parameters = workers == 0
                ? Map.of("automaticSerialization", serialized)
                : Map.of("automaticSerialization", serialized, "workers", workers);
        new SmallHistories(calls, runs, parameters, this::conforms).make();
        System.out.println(count + " histories of up to " + calls + " calls and " + runs + " runs, " + parameters);
    }

    private boolean conforms(History history) {
        count.incrementAndGet();
        Outcome answer = oracle.judge(history).outcome();
        assertNull(Agreement.difference(history, answer), () -> Agreement.text(history));
        return answer == Outcome.CONFORMS;
    }
}
