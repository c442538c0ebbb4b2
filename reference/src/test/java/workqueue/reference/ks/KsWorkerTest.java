package workqueue.reference.ks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.reference.nt.NtStatus;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

class KsWorkerTest extends KsFixture {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void KS_3_workerIsRegisteredForOneOfThreeQueues(int type) {
        assertEquals(NtStatus.STATUS_SUCCESS, streaming.registerWorker(type).status());
        assertTrue(factory.threads.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 7, 32})
    void KS_3_otherQueuesAreInvalid(int type) {
        Registered<KsWorker> registered = streaming.registerWorker(type);
        assertEquals(NtStatus.STATUS_INVALID_PARAMETER, registered.status());
        assertNull(registered.worker());
    }

    @Test
    void KS_4_itemRuns() {
        CountDownLatch ran = new CountDownLatch(1);
        assertQueued(worker(), ran::countDown);
        Background.await(ran);
    }

    @Test
    void KS_5_withoutAThreadNothingIsQueued() throws InterruptedException {
        AtomicInteger refused = new AtomicInteger(1);
        KernelStreaming poor = new KernelStreaming(1, task -> {
            if (refused.getAndDecrement() > 0) {
                throw new OutOfMemoryError("no thread can be had");
            }
            return factory.newThread(task);
        });
        KsWorker worker =
                poor.registerWorker(KernelStreaming.CRITICAL_WORK_QUEUE).worker();
        Gate gate = new Gate();
        assertEquals(NtStatus.STATUS_INSUFFICIENT_RESOURCES, worker.queueWorkItem(new KsWorkItem(gate)));
        CountDownLatch ran = new CountDownLatch(1);
        assertQueued(worker, ran::countDown);
        Background.await(ran);
        worker.unregister();
        assertFalse(gate.isEntered());
        poor.stop();
    }

    @Test
    void KS_6_workerThatWaitsIsNotQueuedAgain() {
        KernelStreaming one = new KernelStreaming(1, factory);
        Gate busy = new Gate();
        assertQueued(one.registerWorker(KernelStreaming.DELAYED_WORK_QUEUE).worker(), busy);
        KsWorker worker = one.registerWorker(KernelStreaming.DELAYED_WORK_QUEUE).worker();
        assertQueued(worker, () -> {});
        assertMisuse("KS-6", () -> worker.queueWorkItem(new KsWorkItem(() -> {})));
        busy.open();
        one.stop();
    }

    @Test
    void KS_9_routineQueuesItsWorker() {
        KsWorker worker = worker();
        CountDownLatch ran = new CountDownLatch(1);
        assertQueued(worker, () -> assertQueued(worker, ran::countDown));
        Background.await(ran);
    }

    @Test
    void KS_10_runsOfAPlainWorkerMayOverlap() {
        KsWorker worker = worker();
        Gate first = new Gate();
        assertQueued(worker, first);
        first.awaitEntered();
        Gate second = new Gate();
        assertQueued(worker, second);
        second.awaitEntered();
        first.open();
        second.open();
    }

    @Test
    void KS_12_workersOfOneQueueAreServedInOrder() {
        KernelStreaming one = new KernelStreaming(1, factory);
        Gate busy = new Gate();
        assertQueued(one.registerWorker(0).worker(), busy);
        List<Integer> order = new ArrayList<>();
        CountDownLatch all = new CountDownLatch(3);
        for (int n = 0; n < 3; n++) {
            int number = n;
            assertQueued(one.registerWorker(0).worker(), () -> {
                order.add(number);
                all.countDown();
            });
        }
        busy.open();
        Background.await(all);
        assertEquals(List.of(0, 1, 2), order);
        one.stop();
    }

    @Test
    void KS_13_unregisterWaitsForWhatIsQueuedAndForWhatRuns() {
        KsWorker worker = worker();
        Gate first = new Gate();
        assertQueued(worker, first);
        first.awaitEntered();
        Gate second = new Gate();
        assertQueued(worker, second);
        Background unregister = Background.start(worker::unregister).awaitBlocked();
        first.open();
        unregister.awaitBlocked();
        second.open();
        unregister.join();
    }

    @Test
    void KS_13_interruptedUnregisterGoesOnInAnotherCall() {
        KsWorker worker = worker();
        Gate gate = new Gate();
        assertQueued(worker, gate);
        gate.awaitEntered();
        Background unregister = Background.start(worker::unregister).awaitBlocked();
        assertEquals(
                InterruptedException.class,
                unregister.interrupt().joinThrowing().getClass());
        gate.open();
        Background.start(worker::unregister).join();
        assertMisuse("M1", worker::unregister);
    }

    @Test
    void KS_16_nothingIsAcceptedOnceUnregisteringHasBegun() {
        KsWorker worker = worker();
        Gate gate = new Gate();
        assertQueued(worker, gate);
        gate.awaitEntered();
        Background unregister = Background.start(worker::unregister).awaitBlocked();
        assertEquals(NtStatus.STATUS_UNSUCCESSFUL, worker.queueWorkItem(new KsWorkItem(() -> {})));
        gate.open();
        unregister.join();
        assertMisuse("M1", () -> worker.queueWorkItem(new KsWorkItem(() -> {})));
    }

    @Test
    void KS_17_workerIsNotUnregisteredFromItsOwnRoutine() throws InterruptedException {
        KsWorker worker = worker();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CountDownLatch ran = new CountDownLatch(1);
        assertQueued(worker, () -> {
            try {
                worker.unregister();
            } catch (IllegalStateException | InterruptedException e) {
                thrown.set(e);
            }
            ran.countDown();
        });
        Background.await(ran);
        assertTrue(thrown.get().getMessage().startsWith("KS-17:"));
        worker.unregister();
    }

    @Test
    void KS_17_anotherWorkersRoutineMayUnregister() {
        KsWorker worker = worker();
        CountDownLatch done = new CountDownLatch(1);
        assertQueued(worker(), () -> {
            try {
                worker.unregister();
                done.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Background.await(done);
    }

    @Test
    void KS_25_withoutAnItemNothingIsQueued() {
        assertEquals(NtStatus.STATUS_INVALID_PARAMETER, worker().queueWorkItem(null));
    }

    @Test
    void routineThatThrowsTakesDownOnlyItsOwnRun() throws InterruptedException {
        KsWorker worker = worker();
        IllegalArgumentException problem = new IllegalArgumentException();
        assertQueued(worker, () -> {
            throw problem;
        });
        worker.unregister();
        assertEquals(List.of(problem), factory.uncaught);
    }
}
