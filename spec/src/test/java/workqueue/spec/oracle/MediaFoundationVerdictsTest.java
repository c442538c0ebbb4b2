package workqueue.spec.oracle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each rule that a recording of {@code mf} can break, a history that breaks it and a twin that does not. */
class MediaFoundationVerdictsTest {
    private static final String AT_REST = "\"profile\":\"mf\",\"end\":\"ok\"";
    private static final String CUT = "\"profile\":\"mf\",\"end\":\"cut\"";

    private static final String STARTED = """
            {"seq":0,"thread":1,"kind":"invoke","op":"startup"}
            {"seq":1,"thread":1,"kind":"return","op":"startup","result":"0x00000000"}
            """;
    /** Queue 65537 is serial; with argument 2 it is multithreaded. */
    private static final String ALLOCATED = STARTED + """
                    {"seq":2,"thread":1,"kind":"invoke","op":"allocate_queue","arg":0}
                    {"seq":3,"thread":1,"kind":"return","op":"allocate_queue","queue":65537,"result":"0x00000000"}
                    """;

    private static final String PUT = """
            {"seq":10,"thread":1,"kind":"invoke","op":"put","queue":65537,"item":1}
            {"seq":11,"thread":1,"kind":"return","op":"put","queue":65537,"item":1,"result":"0x00000000"}
            """;
    private static final String PUT_2 = """
            {"seq":12,"thread":1,"kind":"invoke","op":"put_ex","queue":65537,"item":2}
            {"seq":13,"thread":1,"kind":"return","op":"put_ex","queue":65537,"item":2,"result":"0x00000000"}
            """;
    private static final String RUN = """
            {"seq":20,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
            {"seq":21,"thread":9,"kind":"end","op":"run","queue":65537,"item":1}
            """;
    private static final String UNLOCK = """
            {"seq":30,"thread":1,"kind":"invoke","op":"unlock_queue","queue":65537}
            {"seq":31,"thread":1,"kind":"return","op":"unlock_queue","queue":65537,"result":"0x00000000"}
            """;
    private static final String SHUTDOWN = """
            {"seq":40,"thread":1,"kind":"invoke","op":"shutdown"}
            {"seq":41,"thread":1,"kind":"return","op":"shutdown","result":"0x00000000"}
            """;

    /** The same events somewhere else in the order. */
    private static String at(int seq, String events) {
        StringBuilder moved = new StringBuilder();
        int next = seq;
        for (String line : events.lines().toList()) {
            moved.append(line.replaceAll("\"seq\":\\d+", "\"seq\":" + next++)).append('\n');
        }
        return moved.toString();
    }

    private static String multithreaded(String events) {
        return events.replace("\"arg\":0", "\"arg\":2");
    }

    private static String answering(String status, String events) {
        return events.replace("0x00000000", status);
    }

    @Test
    @Tag("MF-17")
    @Tag("A1")
    void MF17_putBeforeTheStartup() {
        String standard = PUT.replace("65537", "1");
        String run = RUN.replace("65537", "1");
        Judged.of(AT_REST, standard + run).violates("MF-17", 10, 11);
        Judged.of(AT_REST, STARTED + standard + run).conforms();
        Judged.of(AT_REST, answering("0xC00D3E85", standard)).conforms();
    }

    @Test
    @Tag("MF-17")
    @Tag("MF-2")
    void MF17_putAfterTheLastShutdown() {
        String standard = at(50, PUT.replace("65537", "1"));
        String run = at(60, RUN.replace("65537", "1"));
        Judged.of(AT_REST, STARTED + SHUTDOWN + standard + run).violates("MF-17", 50, 51);
        Judged.of(AT_REST, STARTED + at(2, STARTED) + SHUTDOWN + standard + run).conforms();
    }

    @Test
    @Tag("MF-17")
    @Tag("A2")
    void MF17_putIsRefusedThoughThePlatformIsStarted() {
        String refused = answering("0xC00D3E85", PUT.replace("65537", "1"));
        Judged.of(AT_REST, STARTED + refused).violates("MF-17", 0, 1, 10, 11);
        Judged.of(AT_REST, STARTED + at(2, SHUTDOWN) + refused).conforms();
    }

    @Test
    @Tag("MF-15")
    @Tag("MF-19")
    void MF15_putToAReleasedQueue() {
        Judged.of(AT_REST, ALLOCATED + at(4, UNLOCK) + PUT + RUN).violates("MF-15", 0, 1, 2, 3, 4, 5, 10, 11);
        Judged.of(AT_REST, ALLOCATED + at(4, UNLOCK) + answering("0xC00D36FF", PUT))
                .conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + RUN).conforms();
    }

    @Test
    @Tag("MF-15")
    @Tag("A2")
    void MF15_putToALiveQueueIsRefused() {
        Judged.of(AT_REST, ALLOCATED + answering("0xC00D36FF", PUT)).violates("MF-15", 0, 1, 2, 3, 10, 11);
        Judged.of(AT_REST, STARTED + answering("0xC00D36FF", PUT)).conforms();
    }

    @Test
    @Tag("MF-16")
    void MF16_putToAnUndefinedPlatformQueueIsAcceptedOrRefused() {
        String undefined = PUT.replace("65537", "6");
        Judged.of(AT_REST, STARTED + undefined + RUN.replace("65537", "6")).conforms();
        Judged.of(AT_REST, STARTED + answering("0xC00D36FF", undefined)).conforms();
        Judged.of(AT_REST, STARTED + answering("0xC00D36FF", PUT.replace("65537", "5")))
                .violates("MF-15", 0, 1, 10, 11);
    }

    @Test
    @Tag("MF-18")
    void MF18_ofTwoReasonsToRefuseEitherIsTold() {
        Judged.of(AT_REST, answering("0xC00D3E85", PUT)).conforms();
        Judged.of(AT_REST, answering("0xC00D36FF", PUT)).conforms();
    }

    @Test
    @Tag("MF-15")
    @Tag("MF-17")
    void aPutThatIsTooLateAndToNoQueueBreaksBothRules() {
        Judged.of(AT_REST, PUT + RUN).violates("MF-17", 10, 11);
    }

    @Test
    @Tag("MF-4")
    void MF4_queueIsAllocatedWhileThePlatformIsNotStarted() {
        String allocate = ALLOCATED.substring(STARTED.length());
        Judged.of(AT_REST, allocate).violates("MF-4", 2, 3);
        Judged.of(AT_REST, answering("0xC00D3E85", allocate)).conforms();
        Judged.of(AT_REST, STARTED + answering("0xC00D3E85", allocate)).violates("MF-4", 0, 1, 2, 3);
    }

    @Test
    @Tag("MF-14")
    void MF14_privateQueueGetsAPlatformQueuesIdentifier() {
        Judged.of(AT_REST, ALLOCATED.replace("65537", "65535")).violates("MF-14", 0, 1, 2, 3);
        Judged.of(AT_REST, ALLOCATED.replace("65537", "65536")).conforms();
    }

    @Test
    @Tag("MF-19")
    void MF19_unlockOfALiveQueueFails() {
        Judged.of(AT_REST, ALLOCATED + answering("0xC00D36FF", UNLOCK)).violates("MF-19", 0, 1, 2, 3, 30, 31);
        Judged.of(AT_REST, ALLOCATED + at(4, UNLOCK) + answering("0xC00D36FF", UNLOCK))
                .conforms();
    }

    @Test
    @Tag("MF-19")
    void MF19_queueLivesUntilItIsUnlockedAsOftenAsItWasLocked() {
        String lock = at(4, UNLOCK.replace("unlock_queue", "lock_queue"));
        Judged.of(AT_REST, ALLOCATED + lock + at(6, UNLOCK) + PUT + RUN).conforms();
        Judged.of(AT_REST, ALLOCATED + lock + at(6, UNLOCK) + at(8, UNLOCK) + PUT + RUN)
                .violates("MF-15", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    @Tag("MF-19")
    void MF19_liveIdentifierIsGivenOutAgain() {
        String again = at(4, ALLOCATED.substring(STARTED.length()));
        Judged.of(AT_REST, ALLOCATED + again).violates("MF-19", 0, 1, 2, 3, 4, 5);
        Judged.of(AT_REST, ALLOCATED + again.replace("65537", "131074")).conforms();
    }

    @Test
    @Tag("MF-68")
    void MF68_releasedIdentifierIsGivenOutAgain() {
        String again = at(6, ALLOCATED.substring(STARTED.length()));
        Judged.of(AT_REST, ALLOCATED + at(4, UNLOCK) + again).conforms();
        Judged.strictly(AT_REST, ALLOCATED + at(4, UNLOCK) + again).violatesStrictly("MF-68", 0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    @Tag("MF-21")
    void MF21_oneUnlockTooManySucceeds() {
        String tooMany = ALLOCATED + at(4, UNLOCK) + UNLOCK;
        Judged.of(AT_REST, tooMany).conforms();
        Judged.strictly(AT_REST, tooMany).violatesStrictly("MF-21", 0, 1, 2, 3, 4, 5, 30, 31);
    }

    @Test
    @Tag("MF-20")
    void MF20_unlockingAPlatformQueueDoesNothing() {
        String standard = PUT.replace("65537", "1");
        Judged.strictly(AT_REST, STARTED + at(2, UNLOCK.replace("65537", "1")) + standard + RUN.replace("65537", "1"))
                .conforms();
    }

    @Test
    @Tag("MF-3")
    void MF3_aShutdownTooManyChangesNothing() {
        Judged.strictly(AT_REST, SHUTDOWN + at(50, ALLOCATED) + at(60, PUT) + at(70, RUN))
                .conforms();
    }

    @Test
    @Tag("MF-2")
    @Tag("MF-7")
    void MF7_aStartupThatFailsNeedsNoShutdown() {
        String failed = answering("0xC00D36E3", STARTED);
        String standard = PUT.replace("65537", "1");
        Judged.of(AT_REST, failed + standard + RUN.replace("65537", "1")).violates("MF-17", 10, 11);
        Judged.of(AT_REST, failed + answering("0xC00D3E85", standard)).conforms();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"0x80004005", "0x8007000E", "0x80004003", "0x00000001"})
    @Tag("A3")
    void A3_putAnswersWithAStatusThatIsNotListed(String status) {
        Judged.of(AT_REST, ALLOCATED + answering(status, PUT)).violates("A3", 10, 11);
        Judged.of(AT_REST, ALLOCATED + PUT + RUN).conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allocate_serial_queue", "allocate_queue"})
    @Tag("MF-23")
    void MF23_oneQueueTooManyIsOutOfMemory(String allocate) {
        String tooMany = at(4, ALLOCATED.substring(STARTED.length()).replace("\"queue\":65537,", ""))
                .replace("allocate_queue", allocate);
        Judged.of(AT_REST, ALLOCATED + answering("0x8007000E", tooMany)).violates("MF-23", 4, 5);
        Judged.of(AT_REST, ALLOCATED + answering("0x80004005", tooMany)).conforms();
        Judged.of(AT_REST, ALLOCATED + answering("0x80070057", tooMany)).conforms();
    }

    @ParameterizedTest
    @ValueSource(strings = {"startup", "shutdown"})
    @Tag("M3")
    @Tag("MF-6")
    void M3_platformIsStartedOrShutDownInACallback(String call) {
        String inCallback = """
                {"seq":20,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"invoke","op":"startup"}
                {"seq":22,"thread":9,"kind":"return","op":"startup","result":"0x00000000"}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":65537,"item":1}
                """.replace("startup", call);
        Judged.of(AT_REST, ALLOCATED + PUT + inCallback).blamesTheCaller("M3", 20, 21);
        String elsewhere = inCallback
                .replace("\"thread\":9,\"kind\":\"invoke", "\"thread\":2,\"kind\":\"invoke")
                .replace("\"thread\":9,\"kind\":\"return", "\"thread\":2,\"kind\":\"return");
        Judged.of(AT_REST, ALLOCATED + PUT + elsewhere).conforms();
    }

    @Test
    @Tag("M3")
    @Tag("R1")
    void whoeverWasFirstIsAtFault() {
        String callback = """
                {"seq":30,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":31,"thread":9,"kind":"invoke","op":"shutdown"}
                """;
        Judged.of(CUT, ALLOCATED + PUT + callback + at(40, RUN)).blamesTheCaller("M3", 30, 31);
        Judged.of(CUT, ALLOCATED + PUT + RUN + callback).violates("R2", 0, 1, 2, 3, 10, 11, 20, 21, 30);
    }
}
