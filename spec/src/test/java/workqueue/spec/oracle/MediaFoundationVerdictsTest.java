package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationEvents.ALLOCATED;
import static workqueue.spec.oracle.MediaFoundationEvents.AT_REST;
import static workqueue.spec.oracle.MediaFoundationEvents.CUT;
import static workqueue.spec.oracle.MediaFoundationEvents.PUT;
import static workqueue.spec.oracle.MediaFoundationEvents.RUN;
import static workqueue.spec.oracle.MediaFoundationEvents.SHUTDOWN;
import static workqueue.spec.oracle.MediaFoundationEvents.STARTED;
import static workqueue.spec.oracle.MediaFoundationEvents.UNLOCK;
import static workqueue.spec.oracle.MediaFoundationEvents.answering;
import static workqueue.spec.oracle.MediaFoundationEvents.at;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For each rule about the platform, queues and answers that a recording of {@code mf} can break, a history that breaks it and a twin that does not. */
class MediaFoundationVerdictsTest {
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
