package workqueue.reference.ks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import workqueue.reference.nt.NtStatus;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

class KsCountedWorkerTest extends KsFixture {
    @Test
    void KS_18_onlyTheFirstIncrementQueuesTheItem() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        KsCountedWorker worker = countedWorker(runs::incrementAndGet);
        assertEquals(1, worker.increment());
        assertEquals(2, worker.increment());
        assertEquals(3, worker.increment());
        worker.worker().unregister();
        assertEquals(1, runs.get());
    }

    @Test
    void KS_18_countThatReturnsToZeroQueuesAnew() {
        Queue<CountDownLatch> runs = new ConcurrentLinkedQueue<>();
        KsCountedWorker worker = countedWorker(() -> runs.remove().countDown());
        for (int n = 0; n < 3; n++) {
            CountDownLatch ran = new CountDownLatch(1);
            runs.add(ran);
            assertEquals(1, worker.increment());
            Background.await(ran);
            assertEquals(0, worker.decrement());
        }
    }

    @Test
    void KS_19_countDoesNotGoBelowZero() {
        KsCountedWorker worker = countedWorker(() -> {});
        assertMisuse("KS-19", worker::decrement);
        assertEquals(1, worker.increment());
        assertEquals(0, worker.decrement());
    }

    @Test
    void KS_20_tasksAreProcessedOneAtATime() throws InterruptedException {
        int tasks = 2_000;
        AtomicInteger processing = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger processed = new AtomicInteger();
        KsCountedWorker[] worker = new KsCountedWorker[1];
        worker[0] = countedWorker(() -> {
            do {
                most.accumulateAndGet(processing.incrementAndGet(), Math::max);
                processed.incrementAndGet();
                processing.decrementAndGet();
            } while (worker[0].decrement() > 0);
        });
        Background[] clients = new Background[3];
        for (int n = 0; n < clients.length; n++) {
            clients[n] = Background.start(() -> {
                for (int k = 0; k < tasks; k++) {
                    worker[0].increment();
                }
            });
        }
        for (Background client : clients) {
            client.join();
        }
        worker[0].worker().unregister();
        assertEquals(clients.length * tasks, processed.get());
        assertEquals(1, most.get());
    }

    @Test
    void KS_21_tailMayOverlapTheNextRun() {
        Gate[] tails = {new Gate(), new Gate()};
        AtomicInteger run = new AtomicInteger();
        KsCountedWorker[] worker = new KsCountedWorker[1];
        worker[0] = countedWorker(() -> {
            Gate tail = tails[run.getAndIncrement()];
            worker[0].decrement();
            tail.run();
        });
        assertEquals(1, worker[0].increment());
        tails[0].awaitEntered();
        assertEquals(1, worker[0].increment());
        tails[1].awaitEntered();
        tails[0].open();
        tails[1].open();
    }

    @Test
    void KS_22_otherItemsMayBeQueuedOnACountedWorker() {
        CountDownLatch ran = new CountDownLatch(1);
        assertQueued(countedWorker(() -> {}).worker(), ran::countDown);
        Background.await(ran);
    }

    @Test
    void KS_16_incrementOnceUnregisteringHasBegunIsMisuse() {
        Gate gate = new Gate();
        KsCountedWorker worker = countedWorker(gate);
        worker.increment();
        gate.awaitEntered();
        Background unregister = Background.start(worker.worker()::unregister).awaitBlocked();
        assertMisuse("KS-16", worker::increment);
        assertEquals(0, worker.decrement());
        gate.open();
        unregister.join();
        assertMisuse("M1", worker::increment);
    }

    @Test
    void KS_25_withoutAnItemOrWithAnotherQueueThereIsNoWorker() {
        Registered<KsCountedWorker> none = streaming.registerCountedWorker(0, null);
        assertEquals(NtStatus.STATUS_INVALID_PARAMETER_2, none.status());
        assertNull(none.worker());
        assertEquals(
                NtStatus.STATUS_INVALID_PARAMETER,
                streaming.registerCountedWorker(3, new KsWorkItem(() -> {})).status());
    }
}
