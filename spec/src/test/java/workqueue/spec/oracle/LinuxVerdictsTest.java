package workqueue.spec.oracle;

import static java.util.stream.Collectors.joining;
import static workqueue.spec.oracle.Calls.calls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule that a recording of {@code linux} can break, a history that breaks it and a twin that does not. */
class LinuxVerdictsTest {
    private static final String LINUX = "\"profile\":\"linux\"";
    private static final String CUT = LINUX + ",\"end\":\"cut\"";
    private static final String ORDERED = LINUX + ",\"parameters\":{\"queues\":{\"0\":{\"ordered\":true}}}";
    private static final String TWO_ACTIVE = LINUX + ",\"parameters\":{\"queues\":{\"0\":{\"maxActive\":2}}}";

    @Test
    @Tag("LX-1")
    @Tag("D2")
    void LX1_falseOfWhatIsNotPending() {
        Judged.of(LINUX, calls("queue_work 1 -> 0x0")).violates("D2", 0, 1);
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "queue_work 1 -> 0x0", "begin 1", "end 1"))
                .conforms();
    }

    @Test
    @Tag("LX-1")
    @Tag("D1")
    void LX1_trueOfWhatIsPending() {
        String[] both = {"queue_work 1 -> 0x1", "queue_work 1 -> 0x1"};
        String[] runs = {"end 1", "begin 1", "end 1", "begin 1", "end 1"};
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "begin 1") + calls(3, both) + calls(7, runs))
                .violates("D1", 0, 1, 2, 3, 4, 5, 6);
        Judged.of(
                        LINUX,
                        calls(both)
                                + calls(4, "begin 1")
                                + calls(5, runs).lines().limit(3).collect(joining("\n")))
                .conforms(); // a worker may have taken it in between
        Judged.of(CUT, calls(both)).conforms(); // and begin after the recording was cut
        Judged.of(CUT, calls("queue_work 1 -> 0x1", "begin 1") + calls(3, both)).violates("D1", 0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    @Tag("LX-2")
    @Tag("R1")
    @Tag("R2")
    void LX2_whatIsEnqueuedDuringItsRunRunsOnceMore() {
        String enqueued = calls("queue_work 1 -> 0x1", "begin 1", "t2 queue_work 1 -> 0x1", "end 1");
        Judged.of(LINUX, enqueued + calls(6, "begin 1", "end 1")).conforms();
        Judged.of(LINUX, enqueued).violates("P1", 0, 1, 2, 3, 4, 5);
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "begin 1", "end 1", "begin 1", "end 1"))
                .violates("R2", 4);
        Judged.of(LINUX, calls("begin 1", "end 1")).violates("R1", 0);
    }

    @Test
    @Tag("LX-4")
    @Tag("P1")
    void LX4_falseDuringTheLastRun() {
        String during = calls("queue_work 1 -> 0x1", "begin 1", "queue_work 1 -> 0x0", "end 1");
        Judged.of(LINUX, during).violates("D2", 0, 1, 2, 3, 4);
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "queue_work 1 -> 0x0", "begin 1", "end 1"))
                .conforms();
    }

    @Test
    @Tag("S3")
    void S3_anItemOverlapsItself() {
        String[] both = {"queue_work 1 -> 0x1", "begin 1", "queue_work 1 -> 0x1"};
        Judged.of(LINUX, calls(both) + calls(5, "t8 begin 1", "end 1", "t8 end 1"))
                .violates("S3", 0, 1, 2, 3, 4, 5);
        Judged.of(LINUX, calls(both) + calls(5, "end 1", "t8 begin 1", "t8 end 1"))
                .conforms();
    }

    @Test
    @Tag("S1")
    void S1_itemsOfAnOrderedQueueOverlap() {
        String[] both = {"queue_work 1 -> 0x1", "queue_work 2 -> 0x1", "begin 1"};
        String overlapping = calls(both) + calls(5, "t8 begin 2", "end 1", "t8 end 2");
        Judged.of(ORDERED, overlapping).violates("S1", 4, 5);
        Judged.of(LINUX, overlapping).conforms();
    }

    @Test
    @Tag("O1")
    void O1_itemsOfAnOrderedQueueOvertake() {
        String[] both = {"queue_work 1 -> 0x1", "queue_work 2 -> 0x1"};
        String overtaking = calls(both) + calls(4, "begin 2", "end 2", "begin 1", "end 1");
        Judged.of(ORDERED, overtaking).violates("O1", 0, 1, 2, 3, 4);
        Judged.of(ORDERED, calls(both) + calls(4, "begin 1", "end 1", "begin 2", "end 2"))
                .conforms();
        Judged.of(LINUX, overtaking).conforms();
        Judged.of(ORDERED, overtaking.replaceAll("\"queue\":0,\"item\":2", "\"queue\":1,\"item\":2"))
                .conforms(); // queues are independent
    }

    @Test
    @Tag("R4")
    void R4_moreThanMaxActive() {
        String three =
                calls("queue_work 1 -> 0x1", "queue_work 2 -> 0x1", "queue_work 3 -> 0x1", "begin 1", "t8 begin 2");
        Judged.of(TWO_ACTIVE, three + calls(8, "t7 begin 3", "t7 end 3", "t8 end 2", "end 1"))
                .violates("R4", 6, 7, 8);
        Judged.of(TWO_ACTIVE, three + calls(8, "end 1", "t7 begin 3", "t7 end 3", "t8 end 2"))
                .conforms();
    }

    @Test
    @Tag("LX-9")
    @Tag("F1")
    void LX9_flushReturnsDuringTheRun() {
        String[] running = {"queue_work 1 -> 0x1", "begin 1", "invoke flush_work 1"};
        Judged.of(LINUX, calls(running) + calls(4, "return flush_work 1 -> 0x1", "end 1"))
                .violates("F1", 0, 1, 2, 3, 4);
        Judged.of(LINUX, calls(running) + calls(4, "end 1", "return flush_work 1 -> 0x1"))
                .conforms();
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "flush_work 1 -> 0x0", "begin 1", "end 1"))
                .violates("LX-9", 0, 1, 2, 3);
        Judged.of(LINUX, calls("flush_work 1 -> 0x0")).conforms();
    }

    @Test
    @Tag("LX-10")
    void LX10_aFlushOfTheQueueReturnsBeforeEverythingHasFinished() {
        String[] both = {"queue_work 1 -> 0x1", "queue_work 2 -> 0x1", "begin 1", "invoke flush_workqueue"};
        String[] first = {"end 1", "return flush_workqueue", "begin 2", "end 2"};
        Judged.of(LINUX, calls(both) + calls(6, first)).violates("LX-10", 2, 3, 5, 7);
        String[] all = {"end 1", "begin 2", "end 2", "return flush_workqueue"};
        Judged.of(LINUX, calls(both) + calls(6, all)).conforms();
        Judged.of(ORDERED, calls(both) + calls(6, all)).conforms();
        Judged.of(ORDERED, calls(both) + calls(6, first)).violates("LX-10", 2, 3, 5, 7);
    }

    @Test
    @Tag("LX-10")
    void LX10_whatComesLaterDoesNotHoldAFlushOfTheQueue() {
        String[] running = {"queue_work 1 -> 0x1", "begin 1", "invoke flush_workqueue"};
        String[] later = {"t2 queue_work 1 -> 0x1", "end 1", "return flush_workqueue", "begin 1", "end 1"};
        Judged.of(LINUX, calls(running) + calls(4, later)).conforms();
        String[] cancelled = {"queue_work 1 -> 0x1", "invoke flush_workqueue", "t2 cancel_work 1 -> 0x1"};
        Judged.of(LINUX, calls(cancelled) + calls(5, "return flush_workqueue")).conforms();
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "flush_workqueue", "begin 1", "end 1"))
                .conforms(); // its time had not come
    }

    @Test
    @Tag("LX-11")
    void LX11_aFunctionFlushesItsQueue() {
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "begin 1", "t9 flush_workqueue", "end 1"))
                .blamesTheCaller("LX-11", 2, 3);
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "begin 1", "t9 q1 flush_workqueue", "end 1"))
                .conforms();
    }

    @Test
    @Tag("LX-11")
    void LX11_aFunctionFlushesItself() {
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "begin 1", "t9 flush_work 1 -> 0x0", "end 1"))
                .blamesTheCaller("LX-11", 2, 3);
    }

    @Test
    @Tag("LX-12")
    void LX12_cancelledAndRunsAllTheSame() {
        String[] cancelled = {"queue_work 1 -> 0x1", "cancel_work 1 -> 0x1"};
        Judged.of(LINUX, calls(cancelled)).conforms();
        Judged.of(LINUX, calls(cancelled) + calls(4, "begin 1", "end 1")).violates("R2", 4);
        Judged.of(LINUX, calls("cancel_work 1 -> 0x1")).violates("LX-12", 0, 1);
        Judged.of(LINUX, calls("cancel_work 1 -> 0x0")).conforms();
    }

    @Test
    @Tag("LX-12")
    void LX12_cancelReturnsDuringTheRun() {
        String[] running = {"queue_work 1 -> 0x1", "begin 1", "invoke cancel_work_sync 1"};
        Judged.of(LINUX, calls(running) + calls(4, "return cancel_work_sync 1 -> 0x0", "end 1"))
                .violates("LX-12", 0, 1, 2, 3, 4);
        Judged.of(LINUX, calls(running) + calls(4, "end 1", "return cancel_work_sync 1 -> 0x0"))
                .conforms();
    }

    @Test
    @Tag("LX-13")
    void LX13_anItemThatIsBeingCancelledIsNotPending() {
        String[] waiting = {"queue_work 1 -> 0x1", "begin 1", "invoke cancel_work_sync 1", "t9 queue_work 1 -> 0x0"};
        Judged.of(LINUX, calls(waiting) + calls(6, "end 1", "return cancel_work_sync 1 -> 0x0"))
                .conforms();
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "begin 1", "t9 queue_work 1 -> 0x0", "end 1"))
                .violates("D2", 0, 1, 2, 3, 4);
    }

    @Test
    @Tag("LX-14")
    void LX14_aDisabledItemIsAccepted() {
        Judged.of(LINUX, calls("disable_work 1 -> 0x0", "queue_work 1 -> 0x1", "begin 1", "end 1"))
                .violates("LX-14", 0, 1, 2, 3);
        Judged.of(LINUX, calls("disable_work 1 -> 0x0", "queue_work 1 -> 0x0")).conforms();
        Judged.of(
                        LINUX,
                        calls(
                                "disable_work 1 -> 0x0",
                                "enable_work 1 -> 0x1",
                                "queue_work 1 -> 0x1",
                                "begin 1",
                                "end 1"))
                .conforms();
    }

    @Test
    @Tag("LX-15")
    void LX15_drainReturnsTooEarly() {
        String[] running = {"queue_work 1 -> 0x1", "begin 1", "invoke drain_workqueue"};
        Judged.of(LINUX, calls(running) + calls(4, "return drain_workqueue", "end 1"))
                .violates("LX-15", 0, 1, 2, 3, 4);
        String[] chained = {"t9 queue_work 2 -> 0x1", "end 1", "begin 2", "end 2", "return drain_workqueue"};
        Judged.of(LINUX, calls(running) + calls(4, chained)).conforms();
    }

    @Test
    @Tag("LX-15")
    @Tag("LX-16")
    void LX16_whatOthersEnqueueDuringADrainIsDropped() {
        String[] draining = {"queue_work 1 -> 0x1", "begin 1", "invoke drain_workqueue", "t2 queue_work 2 -> 0x1"};
        Judged.of(LINUX, calls(draining) + calls(6, "end 1", "return drain_workqueue"))
                .conforms();
        Judged.of(CUT, calls(draining) + calls(6, "t8 begin 2")).conforms(); // accepted just before
        Judged.of(CUT, calls("queue_work 1 -> 0x1", "begin 1", "drain_workqueue"))
                .violates("LX-15", 0, 1, 2, 3, 4);
    }

    @Test
    @Tag("LX-17")
    void LX17_destroyedWithWorkLeft() {
        Judged.of(CUT, calls("queue_work 1 -> 0x1", "destroy_workqueue")).violates("LX-17", 0, 1, 2, 3);
        Judged.of(
                        LINUX,
                        calls("queue_work 1 -> 0x1", "invoke destroy_workqueue", "begin 1", "end 1")
                                + calls(5, "return destroy_workqueue"))
                .conforms();
    }

    @Test
    @Tag("LX-18")
    void LX18_aDelayedItemIsPending() {
        String armed = calls("queue_delayed_work 1 -> 0x1", "queue_work 1 -> 0x0", "begin 1", "end 1");
        Judged.of(LINUX, armed).conforms();
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "queue_delayed_work 1 -> 0x0"))
                .conforms(); // its time has not come
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "begin 1", "end 1", "begin 1", "end 1"))
                .violates("R2", 4);
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x0")).violates("D2", 0, 1);
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "queue_delayed_work 1 -> 0x1"))
                .violates("LX-18", 0, 1, 2, 3);
    }

    /** The queue has begun to drain when the item is flushed, so it is dropped. */
    @Test
    @Tag("LX-18")
    void LX18_aDelayedItemIsFlushedWhileItsQueueDrains() {
        String flushed =
                calls("t2 queue_delayed_work 2 -> 0x1", "invoke drain_workqueue", "t3 flush_delayed_work 2 -> 0x1");
        Judged.of(LINUX, flushed + calls(5, "return drain_workqueue")).conforms();
    }

    @Test
    @Tag("LX-18")
    void LX18_modifiedItsTimeBeginsAnew() {
        Judged.of(LINUX, calls("queue_work 1 -> 0x1", "mod_delayed_work 1 -> 0x1"))
                .conforms();
        Judged.of(LINUX, calls("mod_delayed_work 1 -> 0x0", "mod_delayed_work 1 -> 0x1", "begin 1", "end 1"))
                .conforms();
        Judged.of(LINUX, calls("mod_delayed_work 1 -> 0x1")).violates("LX-18", 0, 1);
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "mod_delayed_work 1 -> 0x1", "begin 1", "end 1"))
                .conforms();
        Judged.of(
                        LINUX,
                        calls("queue_delayed_work 1 -> 0x1", "mod_delayed_work 1 -> 0x1", "begin 1", "end 1")
                                + calls(7, "begin 1", "end 1"))
                .violates("R2", 7);
    }

    @Test
    @Tag("LX-18")
    @Tag("F1")
    void LX18_aFlushDoesNotWaitForTheTime() {
        String[] flushed = {"queue_delayed_work 1 -> 0x1", "begin 1", "end 1", "flush_delayed_work 1 -> 0x0"};
        Judged.of(LINUX, calls(flushed)).conforms();
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "flush_delayed_work 1 -> 0x1", "begin 1", "end 1"))
                .violates("F1", 0, 1, 2, 3);
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "flush_delayed_work 1 -> 0x0"))
                .violates("LX-9", 0, 1, 2, 3);
    }

    @Test
    @Tag("LX-18")
    @Tag("LX-12")
    void LX18_aCancelStopsTheTimer() {
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "cancel_delayed_work_sync 1 -> 0x1"))
                .conforms();
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "cancel_delayed_work 1 -> 0x1", "begin 1", "end 1"))
                .violates("R2", 4);
        Judged.of(LINUX, calls("queue_delayed_work 1 -> 0x1", "cancel_delayed_work 1 -> 0x0"))
                .violates("LX-12", 0, 1, 2, 3);
    }
}
