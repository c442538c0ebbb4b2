package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Identifiers, and the life of private queues. */
class MfQueueTest extends MfFixture {
    @Test
    @Tag("MF-14")
    @Tag("MF-68")
    void MF_14_privateIdentifiersHaveAnUpperHalfAndAreNeverGivenOutAgain() {
        Set<Integer> seen = new HashSet<>();
        for (int n = 0; n < 1_000; n++) {
            int queue = allocate(QueueType.STANDARD);
            assertTrue(QueueId.isPrivate(queue));
            assertTrue(seen.add(queue));
            mf.unlockWorkQueue(queue);
        }
        assertFalse(QueueId.isPrivate(QueueId.LONG_FUNCTION));
        assertFalse(QueueId.isPrivate(0xFFFF));
        assertTrue(QueueId.isPrivate(0x10000));
        assertTrue(QueueId.isPrivate(0xFFFFFFFF));
    }

    @ParameterizedTest
    @Tag("MF-15")
    @ValueSource(ints = {0x00010000, 0x00420007, 0x7FFFFFFF, 0xFFFF0000, 0xFFFFFFFF})
    void MF_15_putToAnUnknownPrivateQueueFails(int queue) {
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.putWorkItem(queue, result -> log.add("run"), null));
        mf.shutdown();
        assertEquals(List.of(), log);
    }

    @ParameterizedTest
    @Tag("MF-16")
    @Tag("XM-6")
    @ValueSource(ints = {0, 6, 8, 0x4000, 0xFFFF})
    void MF_16_putToAnUndefinedPlatformQueueGoesToStandard(int queue) {
        Gate gate = occupy(QueueId.STANDARD);
        putNoting(queue, "undefined");
        putNoting(QueueId.STANDARD, "standard");
        gate.open();
        settle(QueueId.STANDARD);
        assertEquals(List.of("undefined", "standard"), log);
    }

    @Test
    @Tag("MF-19")
    void MF_19_queueLivesUntilItIsUnlockedAsOftenAsLocked() {
        int queue = allocate(QueueType.STANDARD);
        assertEquals(HResult.S_OK, mf.lockWorkQueue(queue));
        assertEquals(HResult.S_OK, mf.unlockWorkQueue(queue));
        putNoting(queue, "run");
        assertEquals(HResult.S_OK, mf.unlockWorkQueue(queue));
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.putWorkItem(queue, result -> {}, null));
        mf.shutdown();
        assertEquals(List.of("run"), log);
    }

    @ParameterizedTest
    @Tag("MF-20")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 0x20, 0xFFFF})
    void MF_20_lockingAPlatformQueueDoesNothing(int queue) {
        assertEquals(HResult.S_OK, mf.unlockWorkQueue(queue));
        assertEquals(HResult.S_OK, mf.unlockWorkQueue(queue));
        putNoting(queue, "run");
        assertEquals(HResult.S_OK, mf.lockWorkQueue(queue));
        mf.shutdown();
        assertEquals(List.of("run"), log);
        assertEquals(HResult.S_OK, mf.lockWorkQueue(queue));
        assertEquals(HResult.S_OK, mf.unlockWorkQueue(queue));
    }

    @Test
    @Tag("MF-21")
    void MF_21_unlockBeyondTheLastFails() {
        int queue = allocate(QueueType.MULTITHREADED);
        mf.unlockWorkQueue(queue);
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.unlockWorkQueue(queue));
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.lockWorkQueue(queue));
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.unlockWorkQueue(0x00420000));
    }

    @Test
    @Tag("MF-22")
    @Tag("XM-15")
    @Tag("C1")
    void MF_22_acceptedItemsRunAfterTheLastUnlockAndThenTheThreadEnds() {
        int queue = allocate(QueueType.STANDARD);
        Gate gate = occupy(queue);
        putNoting(queue, "a");
        putNoting(queue, "b");
        mf.unlockWorkQueue(queue);
        gate.open();
        factory.awaitEnded();
        assertEquals(List.of("a", "b"), log);
    }

    @Test
    @Tag("MF-23")
    @Tag("XM-9")
    void MF_23_tooManyQueuesFail() {
        int[] queues = new int[PRIVATE_QUEUES];
        for (int n = 0; n < PRIVATE_QUEUES; n++) {
            queues[n] = allocate(QueueType.STANDARD);
        }
        assertEquals(new Allocated(HResult.E_FAIL, QueueId.UNDEFINED), mf.allocateWorkQueue());
        Gate gate = occupy(queues[3]);
        mf.unlockWorkQueue(queues[3]); // its place is free, though it still runs
        allocate(QueueType.STANDARD);
        assertEquals(
                HResult.E_FAIL, mf.allocateWorkQueueEx(QueueType.MULTITHREADED).status());
        gate.open();
    }

    @Test
    @Tag("MF-23")
    void MF_23_theLimitIsAParameterAndAtFirst124() {
        MediaFoundation standard = new MediaFoundation();
        standard.startup(MediaFoundation.VERSION);
        for (int n = 0; n < 124; n++) {
            assertEquals(HResult.S_OK, standard.allocateWorkQueue().status());
        }
        assertEquals(HResult.E_FAIL, standard.allocateWorkQueue().status());
    }

    @Test
    @Tag("MF-24")
    @Tag("MF-30")
    void MF_24_allocateIsTheStandardTypeWhichIsSerial() {
        int queue = mf.allocateWorkQueue().queueId();
        assertSerial(queue);
        mf.unlockWorkQueue(queue);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, Integer.MAX_VALUE})
    void unknownTypesAreInvalid(int type) {
        assertEquals(HResult.E_INVALIDARG, mf.allocateWorkQueueEx(type).status());
        mf.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.allocateWorkQueueEx(type).status());
    }

    @ParameterizedTest
    @Tag("MF-28")
    @Tag("MF-30")
    @Tag("MF-31")
    @Tag("XM-1")
    @Tag("S1")
    @Tag("O1")
    @ValueSource(ints = {QueueId.STANDARD, QueueId.RT, QueueId.IO, QueueId.TIMER, QueueId.LONG_FUNCTION})
    void MF_30_standardQueuesAreSerial(int queue) {
        assertSerial(queue);
    }

    @Test
    @Tag("MF-30")
    void MF_30_windowQueuesAreSerialToo() {
        int queue = allocate(QueueType.WINDOW);
        assertSerial(queue);
        mf.unlockWorkQueue(queue);
    }

    /** One at a time, in order: the only thread is busy, so nothing can run; then everything runs as it was put. */
    private void assertSerial(int queue) {
        Gate gate = occupy(queue);
        for (int n = 1; n <= 20; n++) {
            putNoting(queue, n);
        }
        assertEquals(List.of(), log);
        assertEquals(1, factory.threads.size());
        gate.open();
        settle(queue);
        for (int n = 1; n <= 20; n++) {
            assertEquals(n, log.get(n - 1));
        }
        assertEquals(1, factory.threads.size());
    }

    @Test
    @Tag("MF-29")
    @Tag("MF-33")
    void MF_29_multithreadedQueuesRunSeveralItemsAndOneCallbackAtOnce() {
        for (int queue : List.of(QueueId.MULTITHREADED, allocate(QueueType.MULTITHREADED))) {
            CountDownLatch all = new CountDownLatch(4);
            AsyncCallback callback = result -> {
                all.countDown();
                Background.await(all);
            };
            for (int n = 0; n < 4; n++) {
                mf.putWorkItem(queue, callback, null);
            }
            Background.await(all);
        }
    }

    @Test
    @Tag("MF-62")
    void MF_62_callbackMayReleaseItsOwnQueue() {
        int queue = allocate(QueueType.STANDARD);
        Gate gate = occupy(queue);
        put(queue, () -> log.add(mf.unlockWorkQueue(queue)));
        put(queue, () -> log.add(mf.putWorkItem(queue, result -> {}, null)));
        gate.open();
        factory.awaitEnded();
        assertEquals(List.of(HResult.S_OK, HResult.MF_E_INVALID_WORKQUEUE), log);
    }
}
