package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** What becomes of items, queues and threads when the platform is shut down, and started again. */
class MfShutdownTest extends MfFixture {
    private final MediaFoundation hasty = platform(Duration.ZERO);

    private Gate occupyHasty() {
        Gate gate = new Gate();
        hasty.putWorkItem(QueueId.STANDARD, result -> gate.run(), null);
        gate.awaitEntered();
        return gate;
    }

    @Test
    @Tag("MF-56")
    @Tag("MF-57")
    @Tag("XM-4")
    @Tag("C1")
    void MF_57_shutdownRunsWhatWasAccepted() {
        Gate gate = occupy(QueueId.STANDARD);
        putNoting(QueueId.STANDARD, "a");
        putNoting(QueueId.STANDARD, "b");
        Background shutdown = Background.start(() -> {
            mf.shutdown();
            log.add("shut down");
        });
        shutdown.awaitBlocked();
        gate.open();
        shutdown.join();
        assertEquals(List.of("a", "b", "shut down"), log);
    }

    @Test
    @Tag("MF-57")
    void MF_57_shutdownWaitsForReleasedQueuesToo() {
        int queue = allocate(QueueType.STANDARD);
        Gate gate = occupy(queue);
        putNoting(queue, "a");
        mf.unlockWorkQueue(queue);
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        gate.open();
        shutdown.join();
        assertEquals(List.of("a"), log);
    }

    @Test
    @Tag("MF-57")
    void MF_57_runsOfTheDrainCannotPut() {
        Gate gate = occupy(QueueId.STANDARD);
        put(QueueId.STANDARD, () -> log.add(mf.putWorkItem(QueueId.STANDARD, result -> {}, null)));
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        gate.open();
        shutdown.join();
        assertEquals(List.of(HResult.MF_E_SHUTDOWN), log);
    }

    @Test
    @Tag("MF-57")
    void MF_57_itemsThatTheLimitLeftBehindStillRun() {
        Gate gate = occupyHasty();
        hasty.putWorkItem(QueueId.STANDARD, result -> log.add("late"), null);
        hasty.shutdown();
        assertEquals(List.of(), log);
        gate.open();
        factory.awaitEnded();
        assertEquals(List.of("late"), log);
    }

    @Test
    @Tag("MF-2")
    void MF_2_shutdownEndsTheThreads() {
        int queue = allocate(QueueType.MULTITHREADED);
        occupy(queue).open();
        occupy(QueueId.STANDARD).open();
        occupy(QueueId.MULTITHREADED).open();
        mf.unlockWorkQueue(queue);
        mf.shutdown();
        factory.awaitEnded();
    }

    @Test
    @Tag("MF-60")
    void MF_60_privateQueuesSurviveAShutdown() {
        int queue = hasty.allocateWorkQueue().queueId();
        hasty.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, hasty.putWorkItem(queue, result -> {}, null));
        hasty.startup(MediaFoundation.VERSION);
        assertEquals(HResult.S_OK, hasty.putWorkItem(queue, result -> log.add("run"), null));
        hasty.unlockWorkQueue(queue);
        factory.awaitEnded();
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("MF-60")
    @Tag("MF-19")
    void MF_60_queueThatIsReleasedWhileShutDownStaysReleased() {
        int queue = hasty.allocateWorkQueue().queueId();
        hasty.shutdown();
        assertEquals(HResult.S_OK, hasty.lockWorkQueue(queue));
        assertEquals(HResult.S_OK, hasty.unlockWorkQueue(queue));
        assertEquals(HResult.S_OK, hasty.unlockWorkQueue(queue));
        hasty.startup(MediaFoundation.VERSION);
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, hasty.putWorkItem(queue, result -> {}, null));
    }

    @Test
    @Tag("MF-22")
    void MF_22_queueThatWasReleasedEndsAlsoIfThePlatformIsStartedAgain() {
        int queue = hasty.allocateWorkQueue().queueId();
        Gate gate = new Gate();
        hasty.putWorkItem(queue, result -> gate.run(), null);
        gate.awaitEntered();
        hasty.unlockWorkQueue(queue);
        hasty.shutdown();
        hasty.startup(MediaFoundation.VERSION);
        gate.open();
        factory.awaitEnded();
    }

    @Test
    void restartWorks() {
        for (int n = 1; n <= 20; n++) {
            putNoting(QueueId.STANDARD, n);
            mf.shutdown();
            assertEquals(n, log.size());
            assertEquals(HResult.S_OK, mf.startup(MediaFoundation.VERSION));
        }
    }

    /** A restart must not give a serial queue a second thread while the first one is still at work. */
    @Test
    @Tag("MF-28")
    @Tag("S1")
    @Tag("O1")
    void S1_serialQueueStaysSerialAcrossAHastyRestart() {
        Gate gate = occupyHasty();
        hasty.putWorkItem(QueueId.STANDARD, result -> log.add("before"), null);
        hasty.shutdown();
        hasty.startup(MediaFoundation.VERSION);
        hasty.putWorkItem(QueueId.STANDARD, result -> log.add("after"), null);
        assertEquals(1, factory.threads.size());
        gate.open();
        hasty.shutdown();
        factory.awaitEnded();
        assertEquals(List.of("before", "after"), log);
    }

    @Test
    @Tag("M3")
    void M3_platformsOfTwoInstancesAreIndependent() {
        hasty.shutdown();
        putNoting(QueueId.STANDARD, "run");
        mf.shutdown();
        assertEquals(List.of("run"), log);
        assertFalse(hasty.putWorkItem(QueueId.STANDARD, result -> {}, null).succeeded());
    }
}
