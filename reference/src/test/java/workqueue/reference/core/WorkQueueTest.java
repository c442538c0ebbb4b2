package workqueue.reference.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Admission, deduplication, order and runs. */
class WorkQueueTest extends QueueFixture {
    @Test
    @Tag("A1")
    void A1_openScopeAccepts() {
        WorkQueue queue = coalescing(1);
        assertEquals(Outcome.ACCEPTED, queue.enqueue(logging(queue, "a")));
        settle(queue);
        assertEquals(List.of("a"), log);
    }

    @Test
    @Tag("A1")
    void A1_newScopeIsClosed() {
        WorkQueue queue = coalescing(1);
        assertEquals(Outcome.REFUSED, queue.enqueue(new WorkItem(new Scope(), () -> log.add("a"))));
        settle(queue);
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("A2")
    void A2_closedScopeRefusesAndOthersAccept() {
        WorkQueue queue = distinct(1);
        Scope closed = open(queue);
        queue.close(closed);
        assertEquals(Outcome.REFUSED, queue.enqueue(new WorkItem(closed, () -> log.add("a"))));
        assertEquals(Outcome.ACCEPTED, queue.enqueue(logging(queue, "b")));
        settle(queue);
        assertEquals(List.of("b"), log);
    }

    @Test
    @Tag("A2")
    void A2_stoppedQueueRefuses() {
        WorkQueue queue = distinct(1);
        queue.stop();
        assertEquals(Outcome.REFUSED, queue.enqueue(logging(queue, "a")));
        assertEquals(List.of(), factory.threads);
    }

    @Test
    @Tag("D1")
    @Tag("D2")
    void D2_enqueueOfPendingItemIsCoalesced() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "a");
        assertEquals(Outcome.ACCEPTED, queue.enqueue(item));
        assertEquals(Outcome.COALESCED, queue.enqueue(item));
        assertEquals(Outcome.COALESCED, queue.enqueue(item));
        gate.open();
        settle(queue);
        assertEquals(List.of("a"), log);
        assertEquals(1, queue.accepted(item));
    }

    @Test
    @Tag("D2")
    @Tag("WDF-36")
    void D2_pendingItemIsCoalescedThoughItsScopeIsClosedOrTheQueueStopped() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "a");
        queue.enqueue(item);
        queue.close(item.scope);
        assertEquals(Outcome.COALESCED, queue.enqueue(item));
        queue.stop();
        assertEquals(Outcome.COALESCED, queue.enqueue(item));
        gate.open();
        factory.awaitEnded();
        assertEquals(List.of("a"), log);
    }

    @Test
    @Tag("D2")
    void D2_pendingIsSeenByAnEnqueueThatWaitedForTheLock() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "a");
        Background late;
        synchronized (queue.tail) {
            late = Background.start(() -> assertEquals(Outcome.COALESCED, queue.enqueue(item)));
            late.awaitLocking(); // it found the item idle and now wants the lock
            queue.enqueue(item);
        }
        late.join();
        gate.open();
        settle(queue);
        assertEquals(List.of("a"), log);
    }

    @Test
    @Tag("D3")
    void D3_distinctQueueRunsEveryInstance() {
        WorkQueue queue = distinct(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "a");
        assertEquals(Outcome.ACCEPTED, queue.enqueue(item));
        assertEquals(Outcome.ACCEPTED, queue.enqueue(item));
        gate.open();
        settle(queue);
        assertEquals(List.of("a", "a"), log);
    }

    @Test
    @Tag("O1")
    void O1_itemsAreDequeuedInOrder() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        List<String> names = List.of("a", "b", "c", "d", "e");
        names.forEach(name -> queue.enqueue(logging(queue, name)));
        gate.open();
        settle(queue);
        assertEquals(names, log);
    }

    @Test
    @Tag("R1")
    @Tag("P1")
    void P1_enqueueWhileRunningMakesOneMoreRun() {
        WorkQueue queue = coalescing(1);
        Gate gate = new Gate();
        AtomicInteger runs = new AtomicInteger();
        WorkItem item = item(queue, () -> {
            runs.incrementAndGet();
            gate.run();
        });
        queue.enqueue(item);
        gate.awaitEntered();
        assertEquals(Outcome.ACCEPTED, queue.enqueue(item));
        assertEquals(Outcome.COALESCED, queue.enqueue(item));
        gate.open();
        settle(queue);
        assertEquals(2, runs.get());
    }

    @Test
    @Tag("R2")
    void R2_callbackMayEnqueueItselfAndOthers() {
        WorkQueue queue = coalescing(1);
        WorkItem other = logging(queue, "other");
        WorkItem[] self = new WorkItem[1];
        self[0] = item(queue, () -> {
            log.add("self");
            if (log.size() == 1) {
                queue.enqueue(self[0]);
                queue.enqueue(other);
            }
        });
        Gate gate = occupy(queue);
        queue.enqueue(self[0]);
        queue.stop(); // what follows is refused
        gate.open();
        factory.awaitEnded();
        assertEquals(List.of("self"), log);

        log.clear();
        queue.restart();
        Gate again = occupy(queue);
        queue.enqueue(self[0]);
        again.open();
        settle(queue);
        settle(queue);
        assertEquals(List.of("self", "self", "other"), log);
    }

    @Test
    @Tag("R3")
    @Tag("WDF-14")
    void R3_anItemMayOverlapItself() {
        WorkQueue queue = coalescing(2);
        CountDownLatch both = new CountDownLatch(2);
        WorkItem item = item(queue, () -> {
            both.countDown();
            Background.await(both);
        });
        queue.enqueue(item);
        Background.await(() -> queue.enqueue(item) == Outcome.ACCEPTED); // the first run was dequeued
        Background.await(both);
    }

    @Test
    @Tag("S1")
    void S1_oneWorkerRunsOneItemAtATime() {
        WorkQueue queue = distinct(1);
        Gate first = occupy(queue);
        Gate second = new Gate();
        queue.enqueue(item(queue, second));
        assertFalse(second.isEntered());
        first.open();
        second.awaitEntered();
        second.open();
        assertEquals(1, factory.threads.size());
    }

    @Test
    @Tag("V1")
    void V1_runSeesWhatHappenedBeforeACoalescedEnqueue() {
        WorkQueue queue = coalescing(1);
        int[] data = new int[1]; // plain on purpose
        int[] seen = new int[1];
        WorkItem item = item(queue, () -> seen[0] = data[0]);
        for (int n = 1; n <= 2_000; n++) {
            data[0] = n;
            queue.enqueue(item);
        }
        Background.start(() -> queue.flush(item)).join();
        assertEquals(2_000, seen[0]);
    }

    @Test
    void argumentsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new WorkQueue(Dedup.DISTINCT, 0, factory));
        assertThrows(NullPointerException.class, () -> new WorkQueue(null, 1, factory));
        assertThrows(NullPointerException.class, () -> new WorkQueue(Dedup.DISTINCT, 1, null));
        assertThrows(NullPointerException.class, () -> new WorkItem(new Scope(), null));
    }
}
