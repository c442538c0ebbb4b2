package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static workqueue.spec.oracle.Calls.calls;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;

/** A history that does not speak the words of its profile is refused, and not judged. */
class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "fifo, enqueue 1 -> accepted, dequeue -> ok 1",
        "dedup, enqueue 1 -> accepted, dequeue -> ok 1",
        "client-go, add 1, get -> ok 1"
    })
    void queuesThatHandOutTheirItemsHaveNoRuns(String profile, String enqueue, String dequeue) {
        String problem = "field kind: the profile has no runs: calls hand items out; leave out every begin and end";
        String lost = "{\"seq\":4,\"thread\":9,\"kind\":\"note\",\"op\":\"lost\"}\n";
        refuses("seq 4: " + problem, history(profile, calls(enqueue, dequeue, "begin 1", "end 1")));
        refuses("seq 5: " + problem, history(profile, calls(enqueue, dequeue) + lost + calls(5, "end 1")));
        Judged.of("\"profile\":\"" + profile + "\"", calls(enqueue, dequeue)).conforms();
    }

    private static History history(String profile, String events) {
        return Judged.history("\"profile\":\"" + profile + "\"", events);
    }

    private static void refuses(String problem, History history) {
        Oracle oracle = new Oracle();
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> oracle.judge(history))
                        .getMessage());
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> oracle.certify(history))
                        .getMessage());
    }
}
