package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationEvents.AT_REST;
import static workqueue.spec.oracle.MediaFoundationEvents.CUT;
import static workqueue.spec.oracle.MediaFoundationEvents.PUT_2;
import static workqueue.spec.oracle.MediaFoundationEvents.RUN;
import static workqueue.spec.oracle.MediaFoundationEvents.SHUTDOWN;
import static workqueue.spec.oracle.MediaFoundationEvents.STARTED;
import static workqueue.spec.oracle.MediaFoundationEvents.answering;
import static workqueue.spec.oracle.MediaFoundationEvents.at;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule about scheduled and waiting items, a history that breaks it and a twin that does not. */
class MediaFoundationScheduledVerdictsTest {
    private static final String SCHEDULE = """
            {"seq":10,"thread":1,"kind":"invoke","op":"schedule","queue":4,"item":1,"arg":-5}
            {"seq":11,"thread":1,"kind":"return","op":"schedule","queue":4,"item":1,"arg":77,"result":"0x00000000"}
            """;
    private static final String WAIT = SCHEDULE.replace("schedule", "put_waiting");
    private static final String CANCEL = """
            {"seq":14,"thread":1,"kind":"invoke","op":"cancel","arg":77}
            {"seq":15,"thread":1,"kind":"return","op":"cancel","result":"0x00000000"}
            """;
    /** A run as the platform tells of it: the queue is a label. */
    private static final String FIRED = RUN.replace("65537", "4");
    /** A run that is told that its item was cancelled. */
    private static final String TOLD = FIRED.replace("\"item\":1}", "\"item\":1,\"result\":\"0xC00D36ED\"}");
    /** A put to the standard queue, and its run. */
    private static final String STANDARD = PUT_2.replace("65537", "1");

    private static final String RUN_2 = RUN.replace("65537", "1").replace("\"item\":1", "\"item\":2");

    private static String notFound(String cancel) {
        return answering("0xC00D36D5", cancel);
    }

    private static String late(String call) {
        return answering("0xC00D3E85", call);
    }

    @Test
    @Tag("MF-17")
    void MF17_anItemIsScheduledBeforeTheStartup() {
        Judged.of(AT_REST, SCHEDULE + FIRED).violates("MF-17", 10, 11);
        Judged.of(AT_REST, WAIT + FIRED).violates("MF-17", 10, 11);
        Judged.of(AT_REST, late(SCHEDULE) + late(at(12, WAIT))).conforms();
        Judged.of(AT_REST, STARTED + late(SCHEDULE)).violates("MF-17", 0, 1, 10, 11);
    }

    @Test
    @Tag("MF-45")
    @Tag("MF-66")
    void MF45_aScheduledItemThatNeverFires() {
        Judged.of(AT_REST, STARTED + SCHEDULE).violates("MF-66", 0, 1, 10, 11);
        Judged.of(AT_REST, STARTED + SCHEDULE + FIRED).conforms();
        Judged.of(CUT, STARTED + SCHEDULE).conforms();
    }

    @Test
    @Tag("MF-47")
    void MF47_anEventMayNeverCome() {
        Judged.of(AT_REST, STARTED + WAIT).conforms();
    }

    @Test
    @Tag("MF-47")
    void MF47_oneScheduledItemRunsTwice() {
        String twice = FIRED + at(22, FIRED);
        Judged.of(AT_REST, STARTED + SCHEDULE + twice).violates("MF-47", 0, 1, 10, 11, 20, 21, 22);
        Judged.of(AT_REST, STARTED + SCHEDULE + at(12, SCHEDULE).replace("77", "78") + twice)
                .conforms();
    }

    @Test
    @Tag("MF-47")
    @Tag("MF-50")
    void MF47_aWaitingItemIsToldOfItsCancelTwice() {
        Judged.of(AT_REST, STARTED + WAIT + CANCEL + TOLD).conforms();
        Judged.of(AT_REST, STARTED + WAIT + CANCEL + TOLD + at(22, TOLD))
                .violates("MF-47", 0, 1, 10, 11, 14, 15, 20, 21, 22);
    }

    @Test
    @Tag("MF-47")
    void MF47_aWaitingItemIsToldOfACancelThatNobodyMade() {
        Judged.of(AT_REST, STARTED + WAIT + TOLD).violates("MF-47", 0, 1, 10, 11, 20);
        Judged.of(AT_REST, STARTED + WAIT + notFound(CANCEL) + TOLD).violates("MF-47", 0, 1, 10, 11, 20);
        Judged.of(AT_REST, STARTED + WAIT + FIRED).conforms();
    }

    @Test
    @Tag("R1")
    void R1_aRunBeforeItsItemIsScheduled() {
        Judged.of(AT_REST, STARTED + at(2, FIRED) + SCHEDULE + FIRED).violates("R1", 0, 1, 2);
    }

    @Test
    @Tag("MF-48")
    @Tag("MF-49")
    void MF48_aCancelThatSucceedsMayBeTooLate() {
        Judged.of(AT_REST, STARTED + SCHEDULE + CANCEL).conforms();
        Judged.of(AT_REST, STARTED + SCHEDULE + CANCEL + FIRED).conforms();
        Judged.of(AT_REST, STARTED + WAIT + CANCEL + FIRED).conforms();
        Judged.strictly(AT_REST, STARTED + SCHEDULE + CANCEL + FIRED).conforms();
    }

    @Test
    @Tag("MF-50")
    void MF50_aWaitingItemThatIsCancelledGoesWithoutATrace() {
        Judged.of(AT_REST, STARTED + WAIT + CANCEL).conforms();
        Judged.strictly(AT_REST, STARTED + WAIT + CANCEL).violatesStrictly("MF-50", 0, 1, 10, 11, 14, 15);
        Judged.strictly(AT_REST, STARTED + WAIT + CANCEL + TOLD).conforms();
    }

    @Test
    @Tag("MF-51")
    void MF51_aKeyIsNotFoundBeforeItIsConsumed() {
        String waits = STARTED + WAIT + notFound(CANCEL);
        Judged.of(AT_REST, waits).conforms();
        Judged.strictly(AT_REST, waits).violatesStrictly("MF-51", 0, 1, 10, 11, 14, 15);
        Judged.strictly(AT_REST, waits + FIRED).conforms();
        Judged.strictly(AT_REST, waits + FIRED + at(22, CANCEL)).conforms();
    }

    @Test
    @Tag("MF-51")
    void MF51_aKeyThatNobodyWasToldOfIsNotFound() {
        Judged.strictly(AT_REST, STARTED + notFound(CANCEL)).conforms();
        String silent = WAIT.replace("\"arg\":77,", "");
        Judged.strictly(AT_REST, STARTED + silent + FIRED + at(22, notFound(CANCEL)))
                .conforms();
    }

    @Test
    @Tag("MF-52")
    void MF52_aCancelAfterTheShutdown() {
        String after = STARTED + SCHEDULE + at(12, SHUTDOWN);
        Judged.strictly(AT_REST, after + late(CANCEL)).conforms();
        Judged.of(AT_REST, after + CANCEL).conforms();
        Judged.strictly(AT_REST, after + CANCEL).violatesStrictly("MF-52", 0, 1, 10, 11, 12, 13, 14, 15);
        Judged.strictly(AT_REST, STARTED + SCHEDULE + late(CANCEL) + FIRED)
                .violatesStrictly("MF-52", 0, 1, 10, 11, 14, 15);
    }

    @Test
    @Tag("MF-55")
    void MF55_noCancelExplainsThatAnItemThatWasPutDoesNotRun() {
        Judged.of(AT_REST, STARTED + STANDARD + at(14, CANCEL)).violates("MF-66", 0, 1, 12, 13);
    }

    @Test
    @Tag("MF-56")
    @Tag("MF-58")
    void MF56_whatIsScheduledAtShutdownMayLapseOrFire() {
        String shutDown = STARTED + SCHEDULE + at(12, SHUTDOWN);
        Judged.of(AT_REST, shutDown).conforms();
        Judged.of(AT_REST, shutDown + FIRED).conforms();
        Judged.of(AT_REST, shutDown + at(14, STARTED)).conforms();
        Judged.of(AT_REST, shutDown + at(14, STARTED) + FIRED).conforms();
        Judged.strictly(AT_REST, shutDown + FIRED).violatesStrictly("MF-58", 0, 1, 10, 11, 12, 13, 20);
    }

    @Test
    @Tag("MF-59")
    void MF59_whatTellsOfACancelAtShutdownMayRunOrNot() {
        String cancelled = STARTED + WAIT + CANCEL + at(16, SHUTDOWN);
        Judged.of(AT_REST, cancelled).conforms();
        Judged.of(AT_REST, cancelled + TOLD).conforms();
    }

    @Test
    @Tag("MF-41")
    @Tag("O1")
    void MF41_itemsGoToTheStandardQueueUnlessTheirCallbackNamesAnother() {
        String early = STARTED + at(2, STANDARD) + SCHEDULE + FIRED + at(22, RUN_2);
        Judged.of(AT_REST, early).violates("O1", 0, 1, 2, 3, 10, 11, 20);
        Judged.of(AT_REST + ",\"parameters\":{\"callbackQueue\":5}", early).conforms();
        Judged.of(AT_REST, STARTED + SCHEDULE + STANDARD + FIRED + at(22, RUN_2))
                .conforms();
        Judged.of(AT_REST, STARTED + SCHEDULE + STANDARD + RUN_2 + at(22, FIRED))
                .conforms();
    }

    @Test
    @Tag("MF-51")
    @Tag("O1")
    void O1_whatHasFiredIsNotOvertaken() {
        String fired = STARTED + SCHEDULE + at(12, notFound(CANCEL)) + at(14, STANDARD);
        Judged.strictly(AT_REST, fired + FIRED + at(22, RUN_2)).conforms();
        Judged.strictly(AT_REST, fired + RUN_2 + at(22, FIRED))
                .violatesStrictly("O1", 0, 1, 10, 11, 12, 13, 14, 15, 20);
    }

    @Test
    @Tag("MF-43")
    void MF43_aCallbackThatNamesNoGoodQueueMayBeRefused() {
        Judged.of(AT_REST, STARTED + answering("0xC00D36FF", SCHEDULE)).conforms();
        Judged.of(AT_REST, STARTED + answering("0xC00D36FF", SCHEDULE) + FIRED).violates("R1", 0, 1, 20);
    }
}
