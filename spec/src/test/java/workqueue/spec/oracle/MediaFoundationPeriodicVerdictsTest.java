package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationEvents.AT_REST;
import static workqueue.spec.oracle.MediaFoundationEvents.CUT;
import static workqueue.spec.oracle.MediaFoundationEvents.RUN;
import static workqueue.spec.oracle.MediaFoundationEvents.SHUTDOWN;
import static workqueue.spec.oracle.MediaFoundationEvents.STARTED;
import static workqueue.spec.oracle.MediaFoundationEvents.answering;
import static workqueue.spec.oracle.MediaFoundationEvents.at;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule about periodic callbacks, a history that breaks it and a twin that does not. */
class MediaFoundationPeriodicVerdictsTest {
    private static final String HANG = "\"profile\":\"mf\",\"end\":\"hang\"";

    private static final String ADD = """
            {"seq":10,"thread":1,"kind":"invoke","op":"add_periodic","item":1}
            {"seq":11,"thread":1,"kind":"return","op":"add_periodic","item":1,"arg":7,"result":"0x00000000"}
            """;
    private static final String REMOVE = """
            {"seq":30,"thread":1,"kind":"invoke","op":"remove_periodic","arg":7}
            {"seq":31,"thread":1,"kind":"return","op":"remove_periodic","arg":7,"result":"0x00000000"}
            """;
    /** A call as the platform tells of it: the queue is a label. */
    private static final String CALL = RUN.replace("65537", "4");

    private static final String ADDED = STARTED + ADD;

    @Test
    @Tag("MF-53")
    void MF53_aCallbackIsNeverCalled() {
        Judged.of(AT_REST, ADDED).violates("MF-53", 0, 1, 10, 11);
        Judged.of(HANG, ADDED).violates("MF-53", 0, 1, 10, 11);
        Judged.of(CUT, ADDED).conforms();
        Judged.of(AT_REST, ADDED + REMOVE).conforms();
        Judged.of(AT_REST, ADDED + SHUTDOWN).conforms();
    }

    /** A recording that ends in order ends between two calls; one that hangs tells that there is no next one. */
    @Test
    @Tag("MF-53")
    void MF53_aCallbackIsNotCalledAgain() {
        Judged.of(AT_REST, ADDED + CALL).conforms();
        Judged.of(HANG, ADDED + CALL).violates("MF-53", 10, 11);
        Judged.of(HANG, ADDED + CALL + REMOVE).conforms();
        Judged.of(HANG, ADDED + CALL.lines().findFirst().orElseThrow()).conforms();
    }

    @Test
    @Tag("MF-53")
    @Tag("R1")
    void MF53_aCallbackIsCalledAgainAndAgainButNotBeforeItIsAdded() {
        Judged.of(AT_REST, ADDED + CALL + at(22, CALL) + at(24, CALL) + REMOVE).conforms();
        Judged.of(AT_REST, STARTED + at(2, CALL) + ADD + CALL).violates("R1", 0, 1, 2);
        Judged.of(AT_REST, STARTED + answering("0xC00D3E85", ADD) + CALL).violates("R1", 0, 1, 20);
    }

    @Test
    @Tag("MF-46")
    void MF46_twoCallsOverlap() {
        String both = """
                {"seq":20,"thread":8,"kind":"begin","op":"run","queue":4,"item":1}
                {"seq":21,"thread":9,"kind":"begin","op":"run","queue":4,"item":1}
                {"seq":22,"thread":8,"kind":"end","op":"run","queue":4,"item":1}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":4,"item":1}
                """;
        Judged.of(AT_REST, ADDED + both + REMOVE).violates("MF-46", 0, 1, 10, 11, 20, 21);
        String twice = ADDED + at(12, ADD).replace("\"arg\":7", "\"arg\":8");
        Judged.of(AT_REST, twice + both).conforms();
        Judged.of(AT_REST, twice + CALL).violates("MF-53", 0, 1, 10, 11, 12, 13, 20, 21);
    }

    @Test
    @Tag("MF-54")
    void MF54_aRemovedCallbackIsCalledOnceMoreAtMost() {
        String removed = ADDED + REMOVE;
        Judged.of(AT_REST, removed + at(32, CALL)).conforms();
        Judged.of(AT_REST, removed + at(32, CALL) + at(34, CALL)).violates("MF-54", 0, 1, 10, 11, 30, 31, 32, 33, 34);
        Judged.of(AT_REST, ADDED + answering("0xC00D36D5", REMOVE) + at(32, CALL) + at(34, CALL))
                .conforms();
    }

    /** The call that was on its way when the callback was removed may have begun before. */
    @Test
    @Tag("MF-54")
    void MF54_aCallMayOutliveTheRemoval() {
        String during = """
                {"seq":20,"thread":9,"kind":"begin","op":"run","queue":4,"item":1}
                {"seq":31,"thread":9,"kind":"invoke","op":"remove_periodic","arg":7}
                {"seq":32,"thread":9,"kind":"return","op":"remove_periodic","arg":7,"result":"0x00000000"}
                {"seq":33,"thread":9,"kind":"end","op":"run","queue":4,"item":1}
                """;
        Judged.of(AT_REST, ADDED + during).conforms();
        Judged.of(AT_REST, ADDED + during + at(40, CALL)).conforms();
    }

    @Test
    @Tag("MF-51")
    void MF51_aKeyOfACallbackIsNotFoundBeforeItsRemoval() {
        String unknown = answering("0xC00D36D5", REMOVE);
        Judged.of(AT_REST, ADDED + CALL + unknown).conforms();
        Judged.strictly(CUT, ADDED + unknown).violatesStrictly("MF-51", 0, 1, 10, 11, 30, 31);
        Judged.strictly(AT_REST, ADDED + REMOVE + at(40, unknown)).conforms();
        Judged.strictly(AT_REST, STARTED + unknown).conforms();
    }

    @Test
    @Tag("MF-52")
    void MF52_aCallbackIsAddedOrRemovedWhileThePlatformIsNotStarted() {
        Judged.strictly(AT_REST, answering("0xC00D3E85", ADD)).conforms();
        Judged.strictly(AT_REST, ADD + REMOVE).violatesStrictly("MF-52", 10, 11);
        Judged.strictly(AT_REST, STARTED + answering("0xC00D3E85", ADD)).violatesStrictly("MF-52", 0, 1, 10, 11);
        String shutDown = ADDED + at(12, SHUTDOWN);
        Judged.strictly(AT_REST, shutDown + answering("0xC00D3E85", REMOVE)).conforms();
        Judged.strictly(AT_REST, shutDown + REMOVE).violatesStrictly("MF-52", 0, 1, 10, 11, 12, 13, 30, 31);
    }

    @Test
    @Tag("MF-58")
    void MF58_aCallbackIsCalledAfterTheShutdown() {
        String late = ADDED + SHUTDOWN + at(42, CALL);
        Judged.of(AT_REST, late).conforms();
        Judged.strictly(AT_REST, late).violatesStrictly("MF-58", 0, 1, 10, 11, 40, 41, 42);
        Judged.strictly(AT_REST, ADDED + CALL + SHUTDOWN + at(42, STARTED)).conforms();
        Judged.strictly(AT_REST, ADDED + SHUTDOWN + at(42, STARTED) + at(44, CALL))
                .violatesStrictly("MF-58", 0, 1, 10, 11, 40, 41, 42, 43, 44);
    }
}
