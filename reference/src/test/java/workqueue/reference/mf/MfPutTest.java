package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** Putting items, and what they are called with. */
class MfPutTest extends MfFixture {
    @Test
    @Tag("MF-40")
    @Tag("MF-66")
    void MF_66_callbackGetsTheStateOnce() {
        assertEquals(
                HResult.S_OK,
                mf.putWorkItem(
                        QueueId.STANDARD, result -> log.add(result.getState().value()), "state"));
        mf.shutdown();
        assertEquals(List.of("state"), log);
    }

    @Test
    @Tag("MF-40")
    @Tag("XM-5")
    void MF_40_itemRunsOnTheQueueThatWasNamed() {
        int one = allocate(QueueType.STANDARD);
        int other = allocate(QueueType.STANDARD);
        Gate gate = occupy(one);
        putNoting(one, "one");
        put(other, () -> log.add("other"));
        settle(other);
        assertEquals(List.of("other"), log);
        gate.open();
        settle(one);
        assertEquals(List.of("other", "one"), log);
    }

    @Test
    void putWorkItemMakesAResultAndPutWorkItemExTakesOne() {
        AsyncResult mine = new AsyncResult("object", log::add, "state");
        mine.setStatus(HResult.E_FAIL);
        mf.putWorkItemEx(QueueId.STANDARD, mine);
        mf.putWorkItem(QueueId.STANDARD, log::add, "state");
        mf.shutdown();
        assertSame(mine, log.get(0));
        assertEquals("object", mine.getObject().value());
        assertEquals(HResult.E_FAIL, mine.getStatus());
        AsyncResult made = (AsyncResult) log.get(1);
        assertNotSame(mine, made);
        assertNull(made.getObject().value());
        assertEquals("state", made.getState().value());
        assertEquals(HResult.S_OK, made.getStatus());
    }

    @Test
    @Tag("MF-32")
    @Tag("D3")
    void MF_32_puttingTheSameTwiceMakesTwoRuns() {
        Gate gate = occupy(QueueId.STANDARD);
        AsyncResult result = new AsyncResult(null, log::add, null);
        mf.putWorkItemEx(QueueId.STANDARD, result);
        mf.putWorkItemEx(QueueId.STANDARD, result);
        mf.putWorkItem(QueueId.STANDARD, result.callback(), null);
        gate.open();
        mf.shutdown();
        assertEquals(3, log.size());
        assertSame(log.get(0), log.get(1));
    }

    @Test
    @Tag("MF-34")
    void MF_34_callbackMayPutToItsOwnQueueAndToOthers() {
        CountDownLatch ran = new CountDownLatch(2);
        put(QueueId.STANDARD, () -> {
            put(QueueId.STANDARD, ran::countDown);
            put(QueueId.MULTITHREADED, ran::countDown);
        });
        Background.await(ran);
    }

    @Test
    @Tag("MF-63")
    void MF_63_theResultIsForgottenAfterInvoke() {
        WeakReference<AsyncResult> result = runAndForget();
        settle(QueueId.STANDARD);
        Background.awaitForgotten(result);
    }

    private WeakReference<AsyncResult> runAndForget() {
        CountDownLatch ran = new CountDownLatch(1);
        AsyncResult result = new AsyncResult(null, r -> ran.countDown(), null);
        mf.putWorkItemEx(QueueId.STANDARD, result);
        Background.await(ran);
        return new WeakReference<>(result);
    }

    @Test
    @Tag("MF-64")
    void MF_64_statusThatACallbackLeavesChangesNothing() {
        AsyncResult failing = new AsyncResult(
                null,
                result -> {
                    result.setStatus(HResult.E_FAIL);
                    log.add("fails");
                },
                null);
        assertEquals(HResult.S_OK, mf.putWorkItemEx(QueueId.STANDARD, failing));
        assertEquals(HResult.S_OK, mf.putWorkItemEx(QueueId.STANDARD, failing));
        putNoting(QueueId.STANDARD, "next");
        mf.shutdown();
        assertEquals(List.of("fails", "fails", "next"), log);
    }

    @Test
    @Tag("MF-65")
    void MF_65_callbackThatThrowsEndsItsOwnRunOnly() {
        IllegalStateException thrown = new IllegalStateException("expected");
        put(QueueId.STANDARD, () -> {
            throw thrown;
        });
        putNoting(QueueId.STANDARD, "next");
        mf.shutdown();
        assertEquals(List.of(thrown), factory.uncaught);
        assertEquals(List.of("next"), log);
    }

    @Test
    @Tag("MF-67")
    void MF_67_itemsRunOnThreadsOfTheFactory() {
        put(QueueId.STANDARD, () -> log.add(Thread.currentThread()));
        mf.shutdown();
        assertEquals(List.copyOf(factory.threads), log);
    }

    @Test
    @Tag("V1")
    @Tag("V2")
    void V1_runSeesWhatWasBeforeThePutAndShutdownSeesWhatItDid() {
        int[] plain = new int[2];
        for (int n = 1; n <= 500; n++) {
            int expected = n;
            plain[0] = n;
            put(QueueId.MULTITHREADED, () -> plain[1] = plain[0]);
            mf.shutdown();
            assertEquals(expected, plain[1]);
            mf.startup(MediaFoundation.VERSION);
        }
    }

    @Test
    void virtualThreadsWillDo() {
        Optional<ThreadFactory> virtual = Factory.ofVirtualThreads();
        assumeTrue(virtual.isPresent(), "this JDK has no virtual threads");
        MediaFoundation other =
                new MediaFoundation(virtual.orElseThrow(), 4, 4, Duration.ofSeconds(Background.SECONDS));
        other.startup(MediaFoundation.VERSION);
        CountDownLatch all = new CountDownLatch(4);
        for (int n = 0; n < 4; n++) {
            other.putWorkItem(
                    QueueId.MULTITHREADED,
                    result -> {
                        all.countDown();
                        Background.await(all);
                    },
                    null);
        }
        other.shutdown();
        assertTrue(all.getCount() == 0);
    }
}
