package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Serial queues over other queues. */
class MfSerialQueueTest extends MfFixture {
    private AsyncResult handed;

    /** A callback that replies later, if ever. */
    private AsyncCallback replying(Object note) {
        return with(CallbackParameters.REPLY, QueueId.STANDARD, result -> {
            log.add(note);
            handed = result;
        });
    }

    @ParameterizedTest
    @Tag("MF-28")
    @Tag("S1")
    @Tag("O1")
    @Tag("XM-14")
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 0x20})
    void MF_28_runsOneAtATimeAndInOrder(int base) {
        int queue = allocateOver(base);
        Gate gate = occupy(queue);
        for (int n = 0; n < 10; n++) {
            putNoting(queue, n);
        }
        assertEquals(List.of(), log);
        gate.open();
        settle(queue);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), log);
    }

    @Test
    @Tag("MF-27")
    void MF_27_severalOverOneExcludeOnlyTheirOwn() {
        int one = allocateOver(QueueId.MULTITHREADED);
        int other = allocateOver(QueueId.MULTITHREADED);
        Gate gate = occupy(one);
        putNoting(one, "one");
        putNoting(other, "other");
        settle(other);
        assertEquals(List.of("other"), log);
        gate.open();
        settle(one);
        assertEquals(List.of("other", "one"), log);
    }

    @Test
    @Tag("MF-27")
    void MF_27_serialQueuesStandOverSerialQueues() {
        int lower = allocateOver(QueueId.MULTITHREADED);
        int upper = allocateOver(lower);
        Gate gate = occupy(upper);
        putNoting(upper, "upper");
        putNoting(lower, "lower");
        assertEquals(List.of(), log);
        gate.open();
        settle(upper);
        assertEquals(List.of("lower", "upper"), log);
    }

    @Test
    @Tag("MF-26")
    void MF_26_keepsItsBaseAlive() {
        int base = allocate(QueueType.MULTITHREADED);
        int queue = allocateOver(base);
        mf.unlockWorkQueue(base);
        putNoting(queue, "serial");
        settle(queue);
        assertEquals(HResult.S_OK, mf.putWorkItem(base, result -> {}, null));
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.unlockWorkQueue(base));
        mf.unlockWorkQueue(queue);
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.putWorkItem(base, result -> {}, null));
        factory.awaitEnded();
        assertEquals(List.of("serial"), log);
    }

    @Test
    @Tag("MF-61")
    @Tag("XM-15")
    @Tag("C1")
    void MF_61_acceptedItemsRunAfterTheLastUnlock() {
        int base = allocate(QueueType.MULTITHREADED);
        int lower = allocateOver(base);
        int queue = allocateOver(lower);
        Gate gate = occupy(queue);
        putNoting(queue, "a");
        putNoting(queue, "b");
        for (int released : List.of(base, lower, queue)) {
            assertEquals(HResult.S_OK, mf.unlockWorkQueue(released));
        }
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.putWorkItem(queue, result -> {}, null));
        gate.open();
        factory.awaitEnded();
        assertEquals(List.of("a", "b"), log);
    }

    @Test
    @Tag("MF-57")
    void MF_57_shutdownRunsWhatWasAccepted() {
        int queue = allocateOver(allocateOver(QueueId.STANDARD));
        Gate gate = occupy(queue);
        putNoting(queue, "a");
        putNoting(queue, "b");
        mf.unlockWorkQueue(queue);
        Background shutdown = Background.start(() -> platformDrained());
        shutdown.awaitBlocked();
        gate.open();
        shutdown.join();
        assertEquals(List.of("a", "b", "drained"), log);
    }

    private void platformDrained() {
        mf.unlockWorkQueue(0x10000); // the one below
        mf.shutdown();
        log.add("drained");
    }

    @Test
    @Tag("MF-60")
    void MF_60_survivesAShutdownWithItems() {
        MediaFoundation hasty = platform(Duration.ZERO);
        int queue = hasty.allocateSerialWorkQueue(QueueId.MULTITHREADED).queueId();
        Gate gate = new Gate();
        hasty.putWorkItem(queue, result -> gate.run(), null);
        gate.awaitEntered();
        hasty.putWorkItem(queue, result -> log.add("before"), null);
        hasty.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, hasty.putWorkItem(queue, result -> {}, null));
        hasty.startup(MediaFoundation.VERSION);
        hasty.putWorkItem(queue, result -> log.add("after"), null);
        gate.open();
        hasty.unlockWorkQueue(queue);
        hasty.shutdown();
        factory.awaitEnded();
        assertEquals(List.of("before", "after"), log);
    }

    @Test
    @Tag("MF-65")
    void MF_65_callbackThatThrowsIsDone() {
        int queue = allocateOver(QueueId.MULTITHREADED);
        put(queue, () -> {
            throw new IllegalStateException("thrown");
        });
        settle(queue);
        assertEquals(1, factory.uncaught.size());
    }

    @Test
    @Tag("MF-38")
    @Tag("XM-8")
    void MF_38_waitsForTheReply() {
        int queue = allocateOver(QueueId.STANDARD);
        mf.putWorkItem(queue, replying("first"), "state");
        putNoting(queue, "second");
        settle(QueueId.STANDARD);
        assertEquals(List.of("first"), log);
        assertEquals("state", handed.getState().value());
        assertEquals(HResult.S_OK, mf.invokeCallback(handed));
        settle(queue);
        assertEquals(List.of("first", "second"), log);
    }

    @Test
    @Tag("MF-38")
    void MF_38_replyMayComeFromTheCallbackItself() {
        int queue = allocateOver(QueueId.STANDARD);
        mf.putWorkItem(queue, with(CallbackParameters.REPLY, QueueId.STANDARD, mf::invokeCallback), null);
        settle(queue);
    }

    @Test
    @Tag("MF-39")
    void MF_39_secondReplyDoesNothing() {
        int queue = allocateOver(QueueId.STANDARD);
        mf.putWorkItem(queue, replying("first"), null);
        settle(QueueId.STANDARD);
        AsyncResult first = handed;
        mf.invokeCallback(first);
        mf.putWorkItem(queue, replying("second"), null);
        putNoting(queue, "third");
        mf.invokeCallback(first);
        settle(QueueId.STANDARD);
        assertEquals(List.of("first", "second"), log);
        mf.invokeCallback(handed);
        settle(queue);
        assertEquals(List.of("first", "second", "third"), log);
    }

    @Test
    @Tag("MF-39")
    void MF_39_replyAfterAShutdownStillLetsTheQueueGoOn() {
        MediaFoundation hasty = platform(Duration.ZERO);
        int queue = hasty.allocateSerialWorkQueue(QueueId.STANDARD).queueId();
        hasty.putWorkItem(queue, replying("first"), null);
        hasty.putWorkItem(queue, result -> log.add("second"), null);
        Background.await(() -> handed != null);
        hasty.shutdown();
        hasty.invokeCallback(handed);
        factory.awaitEnded();
        assertEquals(List.of("first", "second"), log);
    }

    @Test
    @Tag("MF-38")
    void MF_38_onlyAllocatedSerialQueuesWait() {
        mf.putWorkItem(QueueId.STANDARD, replying("standard"), null);
        settle(QueueId.STANDARD);
        assertEquals(List.of("standard"), log);
    }

    @Test
    @Tag("MF-4")
    @Tag("MF-15")
    @Tag("MF-23")
    void allocationFailsAsOfAnyPrivateQueue() {
        assertEquals(
                HResult.E_INVALIDARG, mf.allocateSerialWorkQueue(0x00420000).status());
        for (int n = 0; n < PRIVATE_QUEUES; n++) {
            assertTrue(QueueId.isPrivate(allocateOver(QueueId.STANDARD)));
        }
        assertEquals(
                HResult.E_FAIL, mf.allocateSerialWorkQueue(QueueId.STANDARD).status());
        MediaFoundation other = new MediaFoundation();
        assertEquals(
                HResult.MF_E_SHUTDOWN, other.allocateSerialWorkQueue(0x00420000).status());
    }

    @Test
    @Tag("MF-25")
    void MF_25_sharedQueueIsOneForEachTask() {
        Allocated audio = mf.lockSharedWorkQueue("Audio");
        assertEquals(audio, mf.lockSharedWorkQueue("Audio"));
        assertFalse(audio.equals(mf.lockSharedWorkQueue("Playback")));
        mf.unlockWorkQueue(audio.queueId());
        putNoting(audio.queueId(), "run");
        mf.unlockWorkQueue(audio.queueId());
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.unlockWorkQueue(audio.queueId()));
        assertFalse(audio.equals(mf.lockSharedWorkQueue("Audio")));
        assertEquals(HResult.E_POINTER, mf.lockSharedWorkQueue(null).status());
    }
}
