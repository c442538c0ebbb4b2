package workqueue.spec.oracle;

import static workqueue.spec.oracle.MediaFoundationEvents.ALLOCATED;
import static workqueue.spec.oracle.MediaFoundationEvents.AT_REST;
import static workqueue.spec.oracle.MediaFoundationEvents.PUT;
import static workqueue.spec.oracle.MediaFoundationEvents.RUN;
import static workqueue.spec.oracle.MediaFoundationEvents.SHUTDOWN;
import static workqueue.spec.oracle.MediaFoundationEvents.STARTED;
import static workqueue.spec.oracle.MediaFoundationEvents.UNLOCK;
import static workqueue.spec.oracle.MediaFoundationEvents.answering;
import static workqueue.spec.oracle.MediaFoundationEvents.at;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queues that tasks share: histories that break a rule and twins that do not. */
class MediaFoundationSharedVerdictsTest {
    /** Task 3 shares queue 65537. */
    private static final String LOCK = """
            {"seq":2,"thread":1,"kind":"invoke","op":"lock_shared_queue","arg":3}
            {"seq":3,"thread":1,"kind":"return","op":"lock_shared_queue","arg":3,"queue":65537,"result":"0x00000000"}
            """;

    private static final String OTHER = LOCK.replace("65537", "131074");

    private static final String LOCKED = STARTED + LOCK;

    @Test
    @Tag("MF-25")
    void MF25_aTaskHasTwoQueues() {
        Judged.of(AT_REST, LOCKED + at(4, LOCK)).conforms();
        Judged.of(AT_REST, LOCKED + at(4, OTHER)).violates("MF-25", 0, 1, 2, 3, 4, 5);
        Judged.of(AT_REST, LOCKED + at(4, UNLOCK) + at(6, OTHER)).conforms();
        Judged.of(AT_REST, LOCKED + at(4, OTHER.replace("\"arg\":3", "\"arg\":4")))
                .conforms();
    }

    @Test
    @Tag("MF-25")
    void MF25_severalTasksMayHaveOneQueue() {
        String both = LOCKED + at(4, LOCK.replace("\"arg\":3", "\"arg\":4"));
        Judged.of(AT_REST, both + at(6, UNLOCK) + PUT + RUN).conforms();
        Judged.of(AT_REST, both + at(6, UNLOCK) + at(8, UNLOCK) + PUT + RUN)
                .violates("MF-15", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    @Tag("MF-25")
    @Tag("MF-15")
    void MF25_eachLockCounts() {
        String twice = LOCKED + at(4, LOCK) + at(6, UNLOCK);
        Judged.of(AT_REST, twice + PUT + RUN).conforms();
        Judged.of(AT_REST, twice + answering("0xC00D36FF", PUT)).violates("MF-15", 0, 1, 2, 3, 4, 5, 6, 7, 10, 11);
        Judged.of(AT_REST, twice + at(8, UNLOCK) + PUT + RUN).violates("MF-15", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    /** What a lock has done that did not return is not known. */
    @Test
    @Tag("MF-25")
    void MF25_aLockUnderWayMayCount() {
        String pending = LOCKED
                + at(
                        4,
                        LOCK.replace("\"thread\":1", "\"thread\":2")
                                        .lines()
                                        .findFirst()
                                        .orElseThrow() + "\n");
        Judged.of(AT_REST, pending + at(6, UNLOCK) + PUT + RUN).conforms();
        Judged.of(AT_REST, pending + at(6, UNLOCK) + answering("0xC00D36FF", PUT))
                .conforms();
    }

    @Test
    @Tag("MF-25")
    @Tag("MF-33")
    void MF25_aSharedQueueIsMultithreaded() {
        String both = """
                {"seq":20,"thread":8,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":21,"thread":9,"kind":"begin","op":"run","queue":65537,"item":1}
                {"seq":22,"thread":8,"kind":"end","op":"run","queue":65537,"item":1}
                {"seq":23,"thread":9,"kind":"end","op":"run","queue":65537,"item":1}
                """;
        Judged.of(AT_REST, LOCKED + PUT + at(12, PUT) + both).conforms();
        Judged.of(AT_REST, ALLOCATED + PUT + at(12, PUT) + both).violates("S1", 0, 1, 2, 3, 10, 11, 12, 13, 20, 21);
    }

    @Test
    @Tag("MF-4")
    @Tag("MF-14")
    @Tag("MF-19")
    void aSharedQueueIsAllocatedAsOthersAre() {
        Judged.of(AT_REST, LOCK).violates("MF-4", 2, 3);
        Judged.of(AT_REST, answering("0xC00D3E85", LOCK)).conforms();
        Judged.of(AT_REST, STARTED + answering("0xC00D3E85", LOCK)).violates("MF-4", 0, 1, 2, 3);
        Judged.of(AT_REST, LOCKED.replace("65537", "65535")).violates("MF-14", 0, 1, 2, 3);
        Judged.of(AT_REST, ALLOCATED + at(4, LOCK)).violates("MF-19", 0, 1, 2, 3, 4, 5);
        Judged.of(AT_REST, LOCKED + at(4, SHUTDOWN) + at(6, LOCK)).conforms();
    }
}
