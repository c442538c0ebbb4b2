package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationEvents.ALLOCATED;
import static workqueue.spec.oracle.MediaFoundationEvents.AT_REST;
import static workqueue.spec.oracle.MediaFoundationEvents.CUT;
import static workqueue.spec.oracle.MediaFoundationEvents.PUT;
import static workqueue.spec.oracle.MediaFoundationEvents.PUT_2;
import static workqueue.spec.oracle.MediaFoundationEvents.RUN;
import static workqueue.spec.oracle.MediaFoundationEvents.SHUTDOWN;
import static workqueue.spec.oracle.MediaFoundationEvents.STARTED;
import static workqueue.spec.oracle.MediaFoundationEvents.UNLOCK;
import static workqueue.spec.oracle.MediaFoundationEvents.answering;
import static workqueue.spec.oracle.MediaFoundationEvents.at;
import static workqueue.spec.oracle.MediaFoundationEvents.multithreaded;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each rule about runs that a recording of {@code mf} can break, a history that breaks it and a twin that does not. */
class MediaFoundationRunVerdictsTest {
    @Test
    @Tag("R1")
    void R1_runThatWasNotPut() {
        Judged.of(AT_REST, ALLOCATED + RUN).violates("R1", 0, 1, 2, 3, 20);
        Judged.of(AT_REST, ALLOCATED + PUT + RUN).conforms();
    }

    @Test
    @Tag("R1")
    @Tag("MF-66")
    void R1_putThatFailedRuns() {
        String refused = answering("0xC00D36FF", PUT);
        Judged.of(AT_REST, ALLOCATED + at(4, UNLOCK) + refused + RUN).violates("R1", 0, 1, 2, 3, 4, 5, 20);
    }

    @Test
    @Tag("MF-40")
    void MF40_runOnAnotherQueueThanItWasPutTo() {
        String elsewhere = RUN.replace("65537", "5");
        Judged.of(AT_REST, ALLOCATED + PUT + elsewhere).violates("R1", 0, 1, 20);
        String both = ALLOCATED + PUT + at(14, PUT.replace("65537", "5"));
        Judged.of(AT_REST, both + elsewhere + at(22, RUN)).conforms();
    }

    @Test
    @Tag("R2")
    @Tag("MF-32")
    void R2_onePutRunsTwice() {
        Judged.of(AT_REST, ALLOCATED + PUT + RUN + at(22, RUN)).violates("R2", 0, 1, 2, 3, 10, 11, 20, 21, 22);
        Judged.of(AT_REST, ALLOCATED + PUT + at(14, PUT) + RUN + at(22, RUN)).conforms();
    }

    @Test
    @Tag("D3")
    @Tag("MF-32")
    @Tag("MF-66")
    void MF32_aSecondPutOfTheSameResultIsNotCoalesced() {
        Judged.of(AT_REST, ALLOCATED + PUT + at(14, PUT) + RUN).violates("MF-66", 0, 1, 2, 3, 10, 11, 14, 15, 20, 21);
    }

    @Test
    @Tag("MF-66")
    @Tag("P1")
    @Tag("C1")
    void MF66_putThatNeverRuns() {
        Judged.of(AT_REST, ALLOCATED + PUT).violates("MF-66", 0, 1, 2, 3, 10, 11);
        Judged.of(CUT, ALLOCATED + PUT).conforms();
    }

    @Test
    @Tag("MF-22")
    @Tag("MF-66")
    @Tag("C1")
    void MF22_whatIsPendingWhenAQueueIsReleasedRuns() {
        Judged.of(AT_REST, ALLOCATED + PUT + UNLOCK).violates("MF-66", 0, 1, 2, 3, 10, 11, 30, 31);
        Judged.of(AT_REST, ALLOCATED + PUT + at(12, UNLOCK) + RUN).conforms();
    }

    @Test
    @Tag("MF-56")
    @Tag("C2")
    void MF56_whatIsPendingAtShutdownMayBeDropped() {
        Judged.of(AT_REST, ALLOCATED + PUT + SHUTDOWN).conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + SHUTDOWN + at(50, RUN)).conforms();
    }

    @Test
    @Tag("MF-56")
    @Tag("MF-66")
    void MF56_whatIsPendingOnAReleasedQueueMayNot() {
        Judged.of(AT_REST, ALLOCATED + PUT + UNLOCK + SHUTDOWN).violates("MF-66", 0, 1, 2, 3, 10, 11, 30, 31, 40, 41);
    }

    @Test
    @Tag("MF-56")
    void MF56_oneOfTwoPutsOfAResultMayBeDropped() {
        String restarted = SHUTDOWN + at(50, STARTED) + at(60, PUT) + at(70, RUN);
        Judged.of(AT_REST, ALLOCATED + PUT + restarted).conforms();
        Judged.of(AT_REST, multithreaded(ALLOCATED) + PUT + restarted).conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + at(50, STARTED) + at(60, PUT) + at(70, RUN))
                .violates("MF-66", 0, 1, 2, 3, 10, 11, 50, 51, 60, 61, 70, 71);
    }

    @Test
    @Tag("S1")
    void S1_serialQueueRunsTwoAtOnce() {
        String both = """
                {"seq":20,"thread":8,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"begin","op":"run","queue":65537,"item":2}
                {"seq":22,"thread":8,"kind":"end","op":"run","queue":65537,"item":1}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":65537,"item":2}
                """;
        Judged.of(AT_REST, ALLOCATED + PUT + PUT_2 + both).violates("S1", 0, 1, 2, 3, 10, 11, 12, 13, 20, 21);
        Judged.of(AT_REST, multithreaded(ALLOCATED) + PUT + PUT_2 + both).conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + PUT_2 + RUN + at(22, RUN.replace("\"item\":1", "\"item\":2")))
                .conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allocate_serial_queue", "allocate_queue"})
    @Tag("O1")
    @Tag("S1")
    void O1_serialQueueRunsTheSecondFirst(String allocate) {
        String second = RUN.replace("\"item\":1", "\"item\":2") + at(22, RUN);
        String allocated = ALLOCATED.replace("allocate_queue", allocate);
        Judged.of(AT_REST, allocated + PUT + PUT_2 + second).violates("O1", 0, 1, 2, 3, 10, 11, 12, 13, 20);
        Judged.of(AT_REST, multithreaded(ALLOCATED) + PUT + PUT_2 + second).conforms();
    }

    @Test
    @Tag("O1")
    @Tag("S1")
    void O1_theStandardPlatformQueueIsSerialAndOthersAreNot() {
        String puts = PUT + PUT_2;
        String second = RUN.replace("\"item\":1", "\"item\":2") + at(22, RUN);
        Judged.of(AT_REST, STARTED + (puts + second).replace("65537", "1")).violates("O1", 0, 1, 10, 11, 12, 13, 20);
        Judged.of(AT_REST, STARTED + (puts + second).replace("65537", "5")).conforms();
    }

    @Test
    @Tag("S1")
    void S1_serialQueuesRunBesideOneAnother() {
        String other = "131074";
        String both = """
                {"seq":20,"thread":8,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"begin","op":"run","queue":131074,"item":2}
                {"seq":22,"thread":8,"kind":"end","op":"run","queue":65537,"item":1}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":131074,"item":2}
                """;
        String allocated =
                ALLOCATED + at(4, ALLOCATED.substring(STARTED.length())).replace("65537", other);
        Judged.of(AT_REST, allocated + PUT + PUT_2.replace("65537", other) + both)
                .conforms();
    }

    @Test
    @Tag("MF-64")
    void MF64_theStatusThatACallbackLeavesChangesNothing() {
        String end = "\"kind\":\"end\",\"op\":\"run\",\"queue\":65537,\"item\":1";
        String failed = RUN.replace(end, end + ",\"result\":\"0x80004005\"");
        Judged.of(AT_REST, ALLOCATED + PUT + failed + at(22, PUT) + at(24, failed))
                .conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + failed + at(22, failed)).violates("R2", 0, 1, 2, 3, 10, 11, 20, 21, 22);
    }

    /** Undefined queue 6 may be the standard one, as in implementations, or another. */
    @Test
    @Tag("MF-16")
    void MF16_anUndefinedQueueMayBeTheStandardOneOrItsOwn() {
        String puts = PUT.replace("65537", "6") + PUT_2.replace("65537", "1");
        String first = RUN.replace("65537", "6");
        String second = RUN.replace("65537", "1").replace("\"item\":1", "\"item\":2");
        String both = at(20, first.lines().findFirst().orElseThrow() + "\n")
                + at(21, second.replace("\"thread\":9", "\"thread\":8"))
                + at(23, first.lines().skip(1).findFirst().orElseThrow() + "\n");
        Judged.of(AT_REST, STARTED + puts + first + at(22, second)).conforms();
        Judged.of(AT_REST, STARTED + puts + second + at(22, first)).conforms();
        Judged.of(AT_REST, STARTED + puts + both).conforms();
        Judged.of(AT_REST, STARTED + puts + second).violates("MF-66", 0, 1, 10, 11);
    }
}
