package workqueue.reference.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Waiting for an item, and for a scope. */
class WorkQueueFlushTest extends QueueFixture {
    @Test
    @Tag("F1")
    void F1_flushOfAnIdleItemReturnsAtOnce() throws InterruptedException {
        WorkQueue queue = coalescing(1);
        queue.flush(logging(queue, "a"));
        assertEquals(List.of(), factory.threads);
    }

    @Test
    @Tag("F1")
    void F1_flushWaitsForAPendingItem() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "run");
        queue.enqueue(item);
        Background flush = Background.start(() -> {
            queue.flush(item);
            log.add("flushed");
        });
        flush.awaitBlocked();
        gate.open();
        flush.join();
        assertEquals(List.of("run", "flushed"), log);
    }

    @Test
    @Tag("F1")
    @Tag("V2")
    void F1_flushWaitsForARunningItemAndSeesWhatItDid() {
        WorkQueue queue = coalescing(1);
        Gate gate = new Gate();
        List<String> plain = new ArrayList<>();
        WorkItem item = item(queue, () -> {
            gate.run();
            plain.add("run");
        });
        queue.enqueue(item);
        gate.awaitEntered();
        Background flush = Background.start(() -> {
            queue.flush(item);
            assertEquals(List.of("run"), plain);
        });
        flush.awaitBlocked();
        gate.open();
        flush.join();
    }

    @Test
    @Tag("F1")
    void F1_flushWaitsForEveryOverlappingRun() {
        WorkQueue queue = coalescing(2);
        Gate first = new Gate();
        Gate second = new Gate();
        AtomicBoolean isSecond = new AtomicBoolean();
        WorkItem item = item(queue, () -> (isSecond.getAndSet(true) ? second : first).run());
        queue.enqueue(item);
        first.awaitEntered();
        queue.enqueue(item);
        second.awaitEntered();
        Background flush = Background.start(() -> queue.flush(item));
        flush.awaitBlocked();
        second.open();
        flush.awaitBlocked();
        first.open();
        flush.join();
    }

    @Test
    @Tag("F1")
    @Tag("F2")
    void F2_flushDoesNotWaitForALaterRun() {
        WorkQueue queue = coalescing(1);
        Gate first = new Gate();
        Gate second = new Gate();
        AtomicBoolean isSecond = new AtomicBoolean();
        WorkItem item = item(queue, () -> (isSecond.getAndSet(true) ? second : first).run());
        queue.enqueue(item);
        first.awaitEntered();
        Background flush = Background.start(() -> queue.flush(item));
        flush.awaitBlocked();
        queue.enqueue(item);
        first.open();
        second.awaitEntered();
        flush.join();
        second.open();
    }

    @Test
    @Tag("F1")
    @Tag("F2")
    void F2_flushDoesNotWaitForALaterInstanceThatIsPending() {
        WorkQueue queue = coalescing(1);
        Gate first = new Gate();
        Gate between = new Gate();
        WorkItem item = item(queue, first);
        queue.enqueue(item);
        first.awaitEntered();
        Background flush = Background.start(() -> queue.flush(item));
        flush.awaitBlocked();
        queue.enqueue(item(queue, between));
        queue.enqueue(item);
        first.open();
        between.awaitEntered();
        flush.join();
        between.open();
    }

    @Test
    @Tag("F2")
    @Tag("WDF-25")
    void F2_flushOfAnItemThatKeepsEnqueueingItselfReturns() {
        WorkQueue queue = coalescing(1);
        AtomicBoolean enough = new AtomicBoolean();
        WorkItem[] self = new WorkItem[1];
        self[0] = item(queue, () -> {
            if (!enough.get()) {
                queue.enqueue(self[0]);
            }
        });
        queue.enqueue(self[0]);
        Background.start(() -> queue.flush(self[0])).join();
        enough.set(true);
    }

    @Test
    @Tag("F1")
    void F1_interruptEndsTheWaitAndNotTheItem() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "run");
        queue.enqueue(item);
        Background flush = Background.start(() -> queue.flush(item));
        flush.awaitBlocked().interrupt();
        assertInstanceOf(InterruptedException.class, flush.joinThrowing());
        gate.open();
        settle(queue);
        assertEquals(List.of("run"), log);
    }

    @Test
    void flushOfADistinctQueueIsNotSupported() {
        WorkQueue queue = distinct(1);
        assertThrows(UnsupportedOperationException.class, () -> queue.flush(logging(queue, "a")));
    }

    @Test
    @Tag("M2")
    void M2_isRunningKnowsTheThreadAndTheItem() {
        WorkQueue queue = coalescing(2);
        WorkItem other = logging(queue, "other");
        Gate gate = new Gate();
        AtomicBoolean inside = new AtomicBoolean();
        WorkItem[] self = new WorkItem[1];
        self[0] = item(queue, () -> {
            inside.set(queue.isRunning(self[0].scope) && !queue.isRunning(other.scope));
            gate.run();
        });
        queue.enqueue(self[0]);
        gate.awaitEntered();
        assertFalse(queue.isRunning(self[0].scope), "this is another thread");
        gate.open();
        Background.start(() -> queue.flush(self[0])).join();
        assertTrue(inside.get());
    }

    @Test
    @Tag("M2")
    @Tag("XW-6")
    void M2_isRunningIsRightForEachOfTwoOverlappingRuns() {
        WorkQueue queue = coalescing(2);
        Gate first = new Gate();
        AtomicBoolean isSecond = new AtomicBoolean();
        WorkItem[] self = new WorkItem[1];
        self[0] = item(queue, () -> {
            if (!isSecond.getAndSet(true)) {
                first.run();
            }
            log.add("" + queue.isRunning(self[0].scope));
        });
        queue.enqueue(self[0]);
        first.awaitEntered();
        queue.enqueue(self[0]); // begins and ends while the first run goes on
        Background.await(() -> !log.isEmpty());
        first.open();
        Background.start(() -> queue.flush(self[0])).join();
        assertEquals(List.of("true", "true"), log);
    }

    @Test
    @Tag("L2")
    void L2_awaitDrainedWaitsForTheWholeScope() {
        WorkQueue queue = distinct(1);
        Scope scope = open(queue);
        Gate gate = new Gate();
        queue.enqueue(new WorkItem(scope, gate));
        queue.enqueue(new WorkItem(scope, () -> log.add("second")));
        gate.awaitEntered();
        Background waiter = Background.start(() -> {
            assertTrue(queue.awaitDrained(scope, Background.SECONDS, TimeUnit.SECONDS));
            log.add("drained");
        });
        waiter.awaitBlocked();
        gate.open();
        waiter.join();
        assertEquals(List.of("second", "drained"), log);
    }

    @Test
    @Tag("L2")
    void L2_awaitDrainedGivesUpInTimeOrWhenInterrupted() throws InterruptedException {
        WorkQueue queue = distinct(1);
        Scope scope = open(queue);
        assertTrue(queue.awaitDrained(scope, 0, TimeUnit.SECONDS));
        Gate gate = new Gate();
        queue.enqueue(new WorkItem(scope, gate));
        assertFalse(queue.awaitDrained(scope, 0, TimeUnit.SECONDS));
        assertFalse(queue.awaitDrained(scope, -1, TimeUnit.SECONDS));
        assertFalse(queue.awaitDrained(scope, 1, TimeUnit.MILLISECONDS));
        Background waiter = Background.start(() -> queue.awaitDrained(scope, 1, TimeUnit.DAYS));
        waiter.awaitBlocked().interrupt();
        assertInstanceOf(InterruptedException.class, waiter.joinThrowing());
        gate.open();
    }
}
