package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.model.ClientGo;

/** No order certifies a history in which something happens that must not, however it was found. */
class ReplayTest {
    private static final String OVERLAPPING = """
            {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            {"seq":1,"thread":2,"kind":"invoke","op":"enqueue","item":2}
            {"seq":2,"thread":1,"kind":"return","op":"enqueue","item":1,"result":"accepted"}
            {"seq":3,"thread":2,"kind":"return","op":"enqueue","item":2,"result":"accepted"}
            {"seq":4,"thread":1,"kind":"invoke","op":"dequeue"}
            {"seq":5,"thread":1,"kind":"return","op":"dequeue","item":2,"result":"ok"}
            """;

    private static boolean isAccepted(String events, int... order) throws Exception {
        String header = "{\"format\":\"workqueue-history/1\",\"profile\":\"fifo\",\"implementation\":\"i\","
                + "\"scenario\":\"s\",\"threads\":2,\"end\":\"ok\"}\n";
        byte[] text = (header + events).getBytes(StandardCharsets.UTF_8);
        Calls calls = new Calls(HistoryReader.read(new ByteArrayInputStream(text)));
        return Replay.accepts(calls, ClientGo.Kind.FIFO, order);
    }

    @Test
    void orderThatTheSpecificationAllows() throws Exception {
        assertTrue(isAccepted(OVERLAPPING, 1, 0, 2));
    }

    @Test
    void orderThatTheSpecificationForbids() throws Exception {
        assertFalse(isAccepted(OVERLAPPING, 0, 1, 2), "2 is not the oldest");
    }

    @Test
    void orderThatRealTimeForbids() throws Exception {
        assertFalse(isAccepted(OVERLAPPING, 1, 2, 0), "the enqueue of 1 had returned");
    }

    @Test
    void orderWithoutACallThatReturned() throws Exception {
        assertFalse(isAccepted(OVERLAPPING, 1, 2));
    }

    @Test
    void orderWithACallTwice() throws Exception {
        assertFalse(isAccepted(OVERLAPPING, 1, 0, 0, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept 8",
                "coalesce 7",
                "dequeue 7",
                "not_running 7",
                "cancel 7",
                "absent 8",
                "take_all 7",
                "shutdown",
            })
    void answerThatTheSpecificationGives(String call) {
        assertTrue(isAnswered(call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accept 7",
                "coalesce 8",
                "reject 8",
                "dequeue 8",
                "empty",
                "closed",
                "complete 7",
                "cancel 8",
                "absent 7",
                "take_all",
            })
    void answerThatTheSpecificationDoesNotGive(String call) {
        assertFalse(isAnswered(call));
    }

    @Test
    void answerOfAQueueThatIsNotShutDown() {
        assertTrue(Replay.accepts(Drawing.calls("[]  empty"), ClientGo.Kind.DEDUP, new int[] {0}));
        assertFalse(Replay.accepts(Drawing.calls("[]  closed"), ClientGo.Kind.DEDUP, new int[] {0}));
    }

    /** Whether a queue in which 7 alone is pending may answer a call like that. */
    private static boolean isAnswered(String call) {
        Calls calls = Drawing.calls("[]    accept 7", "  []  " + call);
        return Replay.accepts(calls, ClientGo.Kind.DEDUP, new int[] {0, 1});
    }
}
