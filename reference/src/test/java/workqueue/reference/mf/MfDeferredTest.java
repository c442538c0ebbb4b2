package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Items that wait for their time or for an event. */
class MfDeferredTest extends MfFixture {
    private final Event event = new Event();

    private long schedule(long timeout, Object note) {
        return accepted(mf.scheduleWorkItem(result -> log.add(note), null, timeout));
    }

    /** Notes the status that the run finds. */
    private long await(Event awaited) {
        return accepted(
                mf.putWaitingWorkItem(awaited, 0, new AsyncResult(null, result -> log.add(result.getStatus()), null)));
    }

    private static long accepted(Keyed keyed) {
        assertEquals(HResult.S_OK, keyed.status());
        assertNotEquals(0, keyed.key());
        return keyed.key();
    }

    @Test
    @Tag("MF-45")
    @Tag("MF-46")
    void MF_45_scheduledItemRunsWhenItsTimeHasPassed() {
        schedule(-20, "later");
        schedule(-10, "sooner");
        timer.pass(9);
        settle(QueueId.STANDARD);
        assertEquals(List.of(), log);
        timer.pass(1);
        settle(QueueId.STANDARD);
        assertEquals(List.of("sooner"), log);
        timer.pass(10);
        settle(QueueId.STANDARD);
        assertEquals(List.of("sooner", "later"), log);
    }

    @Test
    @Tag("MF-45")
    void MF_45_zeroIsAtOnceAndPositiveIsRefused() {
        schedule(0, "at once");
        timer.pass(0);
        settle(QueueId.STANDARD);
        assertEquals(List.of("at once"), log);
        assertEquals(Keyed.failed(HResult.E_INVALIDARG), mf.scheduleWorkItem(result -> log.add("never"), null, 1));
    }

    @Test
    @Tag("MF-45")
    void MF_45_theMachinesTimePassesByItself() {
        MediaFoundation real = new MediaFoundation();
        real.startup(MediaFoundation.VERSION);
        Gate gate = new Gate();
        real.scheduleWorkItem(result -> gate.run(), null, -1);
        gate.awaitEntered();
        gate.open();
        long key =
                real.scheduleWorkItem(result -> log.add("never"), null, -60_000).key();
        assertEquals(HResult.S_OK, real.cancelWorkItem(key));
        real.shutdown();
    }

    @Test
    @Tag("MF-47")
    void MF_47_waitingItemRunsOnceWhenItsEventIsSet() {
        await(event);
        settle(QueueId.STANDARD);
        assertEquals(List.of(), log);
        event.set();
        event.set();
        settle(QueueId.STANDARD);
        assertEquals(List.of(HResult.S_OK), log);
    }

    @Test
    @Tag("MF-47")
    void MF_47_eventThatIsSetReleasesAtOnceUntilItIsReset() {
        event.set();
        await(event);
        settle(QueueId.STANDARD);
        assertEquals(List.of(HResult.S_OK), log);
        event.reset();
        await(event);
        settle(QueueId.STANDARD);
        assertEquals(List.of(HResult.S_OK), log);
    }

    @Test
    @Tag("MF-49")
    @Tag("MF-51")
    @Tag("XM-10")
    void MF_49_cancelledScheduledItemDoesNotRun() {
        long key = schedule(-10, "never");
        assertEquals(HResult.S_OK, mf.cancelWorkItem(key));
        assertEquals(HResult.MF_E_NOT_FOUND, mf.cancelWorkItem(key));
        assertEquals(0, timer.pending());
        timer.pass(10);
        mf.shutdown();
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("MF-50")
    @Tag("MF-51")
    @Tag("XM-10")
    void MF_50_cancelledWaitingItemIsTold() {
        long key = await(event);
        assertEquals(HResult.S_OK, mf.cancelWorkItem(key));
        assertEquals(HResult.MF_E_NOT_FOUND, mf.cancelWorkItem(key));
        event.set();
        settle(QueueId.STANDARD);
        assertEquals(List.of(HResult.MF_E_OPERATION_CANCELLED), log);
    }

    @Test
    @Tag("MF-48")
    @Tag("MF-51")
    void MF_51_keyOfAnItemThatFiredIsConsumed() {
        Gate gate = occupy(QueueId.STANDARD);
        long scheduled = schedule(-10, "ran");
        long waiting = await(event);
        timer.pass(10);
        event.set();
        assertEquals(HResult.MF_E_NOT_FOUND, mf.cancelWorkItem(scheduled));
        assertEquals(HResult.MF_E_NOT_FOUND, mf.cancelWorkItem(waiting));
        gate.open();
        settle(QueueId.STANDARD);
        assertEquals(List.of("ran", HResult.S_OK), log);
        assertEquals(HResult.MF_E_NOT_FOUND, mf.cancelWorkItem(0));
    }

    @Test
    @Tag("MF-32")
    void MF_32_oneResultThatWaitsTwiceHasTwoKeysAndTwoRuns() {
        AsyncResult result = new AsyncResult(null, handed -> log.add("run"), null);
        long one = accepted(mf.putWaitingWorkItem(event, 1, result));
        long other = accepted(mf.putWaitingWorkItem(event, 0, result));
        assertNotEquals(one, other);
        event.set();
        settle(QueueId.STANDARD);
        assertEquals(List.of("run", "run"), log);
    }

    @Test
    @Tag("MF-17")
    @Tag("MF-52")
    void MF_52_nothingIsDeferredOrCancelledWhileShutDown() {
        long key = schedule(-10, "never");
        mf.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.cancelWorkItem(key));
        assertEquals(Keyed.failed(HResult.MF_E_SHUTDOWN), mf.scheduleWorkItem(result -> {}, null, -1));
        AsyncResult result = new AsyncResult(null, handed -> {}, null);
        assertEquals(Keyed.failed(HResult.MF_E_SHUTDOWN), mf.putWaitingWorkItem(event, 0, result));
        assertEquals(HResult.MF_E_SHUTDOWN, mf.invokeCallback(result));
    }

    @Test
    @Tag("MF-58")
    void MF_58_whatWaitsAtShutdownIsForgotten() {
        AsyncResult result = mf.createAsyncResult(null, handed -> log.add("never"), null);
        long key = accepted(mf.scheduleWorkItemEx(result, -10));
        await(event);
        result.release();
        mf.shutdown(); // would wait if a result were left that has a lock
        assertEquals(0, timer.pending());
        mf.startup(MediaFoundation.VERSION);
        assertEquals(HResult.MF_E_NOT_FOUND, mf.cancelWorkItem(key));
        timer.pass(10);
        event.set();
        mf.shutdown();
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("MF-59")
    void MF_59_whatWasCancelledBeforeAShutdownIsTold() {
        Gate gate = occupy(QueueId.STANDARD);
        mf.cancelWorkItem(await(event));
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        gate.open();
        shutdown.join();
        assertEquals(List.of(HResult.MF_E_OPERATION_CANCELLED), log);
    }

    @Test
    @Tag("MF-41")
    void MF_41_deferredItemsAndInvokedResultsRunWhereTheCallbackSays() {
        int queue = allocate(QueueType.STANDARD);
        Gate gate = occupy(queue);
        AsyncResult result = new AsyncResult(null, with(0, queue, handed -> log.add("run")), null);
        mf.scheduleWorkItemEx(result, -10);
        mf.putWaitingWorkItem(event, 0, result);
        mf.invokeCallback(result);
        timer.pass(10);
        event.set();
        settle(QueueId.STANDARD);
        assertEquals(List.of(), log);
        gate.open();
        settle(queue);
        assertEquals(List.of("run", "run", "run"), log);
    }

    @Test
    @Tag("MF-41")
    void MF_41_standardIsForCallbacksThatNameNoQueue() {
        assertEquals(HResult.E_NOTIMPL, CallbackParameters.NOT_IMPLEMENTED.status());
        assertEquals(
                new CallbackParameters(HResult.E_FAIL, 0, QueueId.STANDARD),
                new CallbackParameters(HResult.E_FAIL, CallbackParameters.REPLY, QueueId.IO));
        Gate gate = occupy(QueueId.STANDARD);
        mf.invokeCallback(new AsyncResult(null, result -> log.add("run"), null));
        settle(QueueId.MULTITHREADED);
        assertEquals(List.of(), log);
        gate.open();
        settle(QueueId.STANDARD);
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("MF-40")
    @Tag("XM-5")
    void MF_40_putIgnoresTheQueueThatTheCallbackNames() {
        Gate gate = occupy(QueueId.IO);
        mf.putWorkItem(QueueId.STANDARD, with(0, QueueId.IO, result -> log.add("run")), null);
        settle(QueueId.STANDARD);
        assertEquals(List.of("run"), log);
        gate.open();
    }

    @Test
    @Tag("MF-42")
    @Tag("XM-7")
    void MF_42_fastCallbacksNeedAFastQueue() {
        for (int flag : List.of(CallbackParameters.FAST_IO_PROCESSING, CallbackParameters.SIGNAL)) {
            for (int queue : List.of(QueueId.IO, QueueId.TIMER)) {
                assertEquals(
                        HResult.S_OK, mf.invokeCallback(new AsyncResult(null, with(flag, queue, result -> {}), null)));
            }
            AsyncResult misfit = new AsyncResult(null, with(flag, QueueId.STANDARD, result -> log.add("never")), null);
            assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.invokeCallback(misfit));
            assertEquals(Keyed.failed(HResult.MF_E_INVALID_WORKQUEUE), mf.scheduleWorkItemEx(misfit, -1));
        }
        mf.shutdown();
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("MF-43")
    void MF_43_queueThatGoesBeforeItsItemFiresIsReplacedByStandard() {
        int queue = allocate(QueueType.STANDARD);
        AsyncResult result = new AsyncResult(null, with(0, queue, handed -> log.add("run")), null);
        mf.scheduleWorkItemEx(result, -10);
        mf.unlockWorkQueue(queue);
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.invokeCallback(result));
        assertEquals(Keyed.failed(HResult.MF_E_INVALID_WORKQUEUE), mf.putWaitingWorkItem(event, 0, result));
        timer.pass(10);
        settle(QueueId.STANDARD);
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("MF-53")
    @Tag("MF-46")
    void MF_53_periodicCallbackIsCalledEveryTenMilliseconds() {
        assertEquals(10, mf.getTimerPeriodicity());
        accepted(mf.addPeriodicCallback(() -> log.add("tick")));
        timer.pass(9);
        settle(QueueId.TIMER);
        assertEquals(List.of(), log);
        for (int n = 1; n <= 3; n++) {
            timer.pass(10);
            settle(QueueId.TIMER);
            assertEquals(n, log.size());
        }
    }

    @Test
    @Tag("MF-54")
    @Tag("XM-11")
    void MF_54_removedPeriodicCallbackIsNotCalledAgain() {
        int key = (int) accepted(mf.addPeriodicCallback(() -> log.add("tick")));
        Gate gate = occupy(QueueId.TIMER);
        timer.pass(10);
        assertEquals(HResult.S_OK, mf.removePeriodicCallback(key));
        assertEquals(HResult.MF_E_NOT_FOUND, mf.removePeriodicCallback(key));
        gate.open();
        settle(QueueId.TIMER);
        timer.pass(10);
        settle(QueueId.TIMER);
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("MF-53")
    void MF_53_periodicCallbackThatThrowsIsCalledAgain() {
        mf.addPeriodicCallback(() -> {
            log.add("tick");
            throw new IllegalStateException("thrown");
        });
        for (int n = 1; n <= 2; n++) {
            timer.pass(10);
            settle(QueueId.TIMER);
            assertEquals(n, log.size());
        }
    }

    @Test
    @Tag("MF-17")
    void periodicCallbacksEndWithThePlatform() {
        int key = (int) accepted(mf.addPeriodicCallback(() -> log.add("tick")));
        mf.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.removePeriodicCallback(key));
        assertEquals(Keyed.failed(HResult.MF_E_SHUTDOWN), mf.addPeriodicCallback(() -> {}));
        mf.startup(MediaFoundation.VERSION);
        timer.pass(10);
        mf.shutdown();
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("MF-10")
    @Tag("XM-12")
    void MF_10_resultLocksThePlatformUntilItIsReleasedAndHasRun() {
        AsyncResult result = mf.createAsyncResult(null, handed -> {}, null);
        mf.unlockPlatform();
        assertEquals(HResult.S_OK, mf.allocateWorkQueue().status());
        Gate gate = occupy(QueueId.STANDARD);
        mf.putWorkItemEx(QueueId.STANDARD, result);
        result.release();
        assertEquals(HResult.S_OK, mf.allocateWorkQueue().status());
        gate.open();
        settle(QueueId.STANDARD);
        assertEquals(HResult.MF_E_SHUTDOWN, mf.allocateWorkQueue().status());
    }

    @Test
    @Tag("MF-10")
    @Tag("MF-8")
    @Tag("MF-12")
    void MF_10_shutdownWaitsForResults() {
        MediaFoundation other = new MediaFoundation(factory, 1, 1, Duration.ofSeconds(Background.SECONDS), timer);
        AsyncResult result = other.createAsyncResult("object", handed -> {}, null);
        other.startup(MediaFoundation.VERSION);
        Background shutdown = Background.start(other::shutdown);
        shutdown.awaitBlocked();
        result.release();
        shutdown.join();
    }

    @Test
    @Tag("MF-66")
    void MF_66_refusedPutKeepsNoReference() {
        AsyncResult result = mf.createAsyncResult(null, handed -> {}, null);
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.putWorkItemEx(0x00420000, result));
        mf.unlockPlatform();
        result.release();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.allocateWorkQueue().status());
    }

    @Test
    @Tag("XM-13")
    void XM_13_whatWasNotGivenIsAPointerError() {
        AsyncResult bare = mf.createAsyncResult(null, result -> {}, null);
        assertEquals(new Held(HResult.E_POINTER, null), bare.getState());
        assertEquals(new Held(HResult.E_POINTER, null), bare.getObject());
        assertEquals(HResult.S_OK, bare.getStatus());
        AsyncResult full = mf.createAsyncResult("object", result -> {}, "state");
        assertEquals(new Held(HResult.S_OK, "state"), full.getState());
        assertEquals(new Held(HResult.S_OK, "object"), full.getObject());
        bare.release();
        full.release();
        assertThrows(NullPointerException.class, () -> mf.createAsyncResult(null, null, null));
    }
}
