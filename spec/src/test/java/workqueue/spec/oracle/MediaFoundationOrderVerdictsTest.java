package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationEvents.ALLOCATED;
import static workqueue.spec.oracle.MediaFoundationEvents.AT_REST;
import static workqueue.spec.oracle.MediaFoundationEvents.PUT;
import static workqueue.spec.oracle.MediaFoundationEvents.RUN;
import static workqueue.spec.oracle.MediaFoundationEvents.STARTED;
import static workqueue.spec.oracle.MediaFoundationEvents.UNLOCK;
import static workqueue.spec.oracle.MediaFoundationEvents.answering;
import static workqueue.spec.oracle.MediaFoundationEvents.at;
import static workqueue.spec.oracle.MediaFoundationEvents.multithreaded;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Priorities, and serial queues over others: histories that break a rule and twins that do not. */
class MediaFoundationOrderVerdictsTest {
    /** Queue 131074 is serial over 65537. */
    private static final String ABOVE = """
            {"seq":4,"thread":1,"kind":"invoke","op":"allocate_serial_queue","arg":65537}
            {"seq":5,"thread":1,"kind":"return","op":"allocate_serial_queue","queue":131074,"result":"0x00000000"}
            """;

    private static String above(String events) {
        return events.replace("65537", "131074");
    }

    private static String put(int seq, int item, int priority) {
        return at(seq, PUT)
                .replace("\"op\":\"put\"", "\"op\":\"put2\"")
                .replace("\"item\":1", "\"item\":" + item + ",\"arg\":" + priority);
    }

    private static String run(int seq, int item) {
        return at(seq, RUN).replace("\"item\":1", "\"item\":" + item);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 0", "-1, 1"})
    @Tag("MF-36")
    @Tag("MF-37")
    void MF37_onASerialQueueTheMoreUrgentMayOvertake(int first, int second) {
        String puts = ALLOCATED + put(10, 1, first) + put(12, 2, second);
        Judged.of(AT_REST, puts + run(20, 2) + run(22, 1)).conforms();
        Judged.of(AT_REST, puts + run(20, 1) + run(22, 2)).conforms();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "0, -1", "1, 1"})
    @Tag("MF-37")
    @Tag("O1")
    void O1_nothingOvertakesWhatIsAsUrgent(int first, int second) {
        String puts = put(10, 1, first) + put(12, 2, second);
        String runs = run(20, 2) + run(22, 1);
        Judged.of(AT_REST, ALLOCATED + puts + runs).violates("O1", 0, 1, 2, 3, 10, 11, 12, 13, 20);
        Judged.of(AT_REST, multithreaded(ALLOCATED) + puts + runs).conforms();
    }

    @Test
    @Tag("MF-36")
    void MF36_aPutWithoutAPriorityHasPriority0() {
        Judged.of(AT_REST, ALLOCATED + PUT + put(12, 2, 1) + run(20, 2) + run(22, 1))
                .conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + put(12, 2, 0) + run(20, 2) + run(22, 1))
                .violates("O1", 0, 1, 2, 3, 10, 11, 12, 13, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    @Tag("MF-24")
    @Tag("MF-30")
    void MF24_aQueueWithoutATypeIsAStandardOne(String type) {
        String allocated = ALLOCATED.replace("\"arg\":0", "\"arg\":" + type);
        Judged.of(AT_REST, allocated + put(10, 1, 0) + put(12, 2, 0) + run(20, 2) + run(22, 1))
                .violates("O1", 0, 1, 2, 3, 10, 11, 12, 13, 20);
    }

    @Test
    @Tag("A3")
    void A3_aPutWithPriorityAnswersWithAStatusThatIsNotListed() {
        Judged.of(AT_REST, ALLOCATED + answering("0x8007000E", put(10, 1, 0))).violates("A3", 10, 11);
    }

    @Test
    @Tag("MF-26")
    void MF26_aSerialQueueKeepsTheOneBelowAlive() {
        String unlocked = multithreaded(ALLOCATED) + ABOVE + at(6, UNLOCK);
        Judged.strictly(AT_REST, unlocked + above(PUT + RUN)).conforms();
        Judged.strictly(AT_REST, unlocked + PUT + RUN).conforms();
        Judged.of(AT_REST, unlocked + answering("0xC00D36FF", PUT)).conforms();
        Judged.strictly(AT_REST, unlocked + answering("0xC00D36FF", PUT))
                .violatesStrictly("MF-26", 0, 1, 2, 3, 4, 5, 6, 7, 10, 11);
        Judged.of(AT_REST, unlocked + at(8, above(UNLOCK)) + PUT + RUN)
                .violates("MF-15", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    @Tag("MF-26")
    void MF26_aSerialQueueOverNoneRunsWhatItAcceptsOrIsRefused() {
        Judged.of(AT_REST, STARTED + ABOVE + above(PUT + RUN)).conforms();
        Judged.of(AT_REST, STARTED + answering("0x80070057", ABOVE)).conforms();
        Judged.of(AT_REST, STARTED + ABOVE + above(PUT)).violates("MF-66", 0, 1, 4, 5, 10, 11);
    }

    @Test
    @Tag("MF-27")
    @Tag("S1")
    void MF27_aSerialQueueSerializesItsOwnItemsOnly() {
        String both = """
                {"seq":20,"thread":8,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"begin","op":"run","queue":131074,"item":2}
                {"seq":22,"thread":8,"kind":"end","op":"run","queue":65537,"item":1}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":131074,"item":2}
                """;
        String puts = put(10, 1, 0) + put(12, 2, 0);
        Judged.of(AT_REST, ALLOCATED + ABOVE + put(10, 1, 0) + above(put(12, 2, 0)) + both)
                .conforms();
        Judged.of(AT_REST, ALLOCATED + ABOVE + above(puts) + above(both))
                .violates("S1", 0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 20, 21);
    }

    @Test
    @Tag("MF-61")
    @Tag("MF-66")
    void MF61_theLastUnlockOfASerialQueueDropsNothing() {
        String released = multithreaded(ALLOCATED) + ABOVE + above(PUT) + at(12, above(UNLOCK));
        Judged.of(AT_REST, released).violates("MF-66", 0, 1, 2, 3, 4, 5, 10, 11, 12, 13);
        Judged.of(AT_REST, released + above(RUN)).conforms();
    }

    @Test
    @Tag("MF-62")
    @Tag("MF-34")
    void MF62_aCallbackReleasesItsQueueAndPutsToOthers() {
        String callback = """
                {"seq":20,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"invoke","op":"unlock_queue","queue":65537}
                {"seq":22,"thread":9,"kind":"return","op":"unlock_queue","queue":65537,"result":"0x00000000"}
                {"seq":23,"thread":9,"kind":"invoke","op":"put","queue":1,"item":2}
                {"seq":24,"thread":9,"kind":"return","op":"put","queue":1,"item":2,"result":"0x00000000"}
                {"seq":25,"thread":9,"kind":"end","op":"run","queue":65537,"item":1}
                """;
        String second = run(30, 2).replace("65537", "1");
        Judged.of(AT_REST, ALLOCATED + PUT + callback + second).conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + callback).violates("MF-66", 0, 1, 23, 24);
    }

    @Test
    @Tag("MF-33")
    void MF33_oneItemOverlapsItselfOnAQueueThatIsNotSerial() {
        String both = """
                {"seq":20,"thread":8,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":22,"thread":8,"kind":"end","op":"run","queue":65537,"item":1}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":65537,"item":1}
                """;
        String puts = PUT + at(12, PUT);
        Judged.of(AT_REST, multithreaded(ALLOCATED) + puts + both).conforms();
        Judged.of(AT_REST, ALLOCATED + puts + both).violates("S1", 0, 1, 2, 3, 10, 11, 12, 13, 20, 21);
    }
}
