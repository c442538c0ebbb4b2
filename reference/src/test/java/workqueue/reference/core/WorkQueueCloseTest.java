package workqueue.reference.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Closing scopes, and stopping and restarting queues. */
class WorkQueueCloseTest extends QueueFixture {
    @Test
    @Tag("C1")
    void C1_closingKeepsWhatWasAccepted() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "a");
        queue.enqueue(item);
        queue.close(item.scope);
        gate.open();
        settle(queue);
        assertEquals(List.of("a"), log);
    }

    @Test
    @Tag("L2")
    void L2_closingAnIdleScopeCallsTheActionHere() {
        WorkQueue queue = coalescing(1);
        AtomicReference<Thread> caller = new AtomicReference<>();
        queue.close(open(queue), () -> caller.set(Thread.currentThread()));
        assertSame(Thread.currentThread(), caller.get());
    }

    @Test
    @Tag("L2")
    @Tag("WDF-33")
    void L2_actionIsCalledOnceAfterTheLastRunOnItsThread() {
        WorkQueue queue = coalescing(1);
        Gate gate = new Gate();
        CountDownLatch called = new CountDownLatch(1);
        WorkItem[] self = new WorkItem[1];
        self[0] = item(queue, () -> {
            log.add("run");
            if (log.size() == 1) {
                queue.enqueue(self[0]);
                gate.run();
            }
        });
        queue.enqueue(self[0]);
        gate.awaitEntered();
        queue.close(self[0].scope, () -> {
            log.add(Thread.currentThread() == factory.threads.get(0) ? "worker" : "other");
            called.countDown();
        });
        gate.open();
        Background.await(called);
        settle(queue);
        assertEquals(List.of("run", "run", "worker"), log);
    }

    @Test
    void openingAgainForgetsTheAction() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "run");
        queue.enqueue(item);
        queue.close(item.scope, () -> log.add("action"));
        queue.open(item.scope);
        gate.open();
        settle(queue);
        assertEquals(List.of("run"), log);
        assertEquals(Outcome.ACCEPTED, queue.enqueue(item));
    }

    @Test
    void anActionThatThrowsEndsNothingElse() {
        WorkQueue queue = coalescing(1);
        Gate gate = occupy(queue);
        WorkItem item = logging(queue, "run");
        queue.enqueue(item);
        IllegalStateException thrown = new IllegalStateException("expected");
        queue.close(item.scope, () -> {
            throw thrown;
        });
        gate.open();
        settle(queue);
        assertEquals(List.of(thrown), factory.uncaught);
        assertEquals(1, factory.threads.size());
    }

    @Test
    @Tag("C1")
    void C1_stopRunsWhatWasAcceptedAndEndsTheThreads() {
        WorkQueue queue = distinct(2);
        Gate first = occupy(queue);
        Gate second = occupy(queue);
        queue.enqueue(logging(queue, "a"));
        queue.enqueue(logging(queue, "b"));
        queue.stop();
        queue.stop();
        assertFalse(queue.isStopped());
        first.open();
        second.open();
        factory.awaitEnded();
        assertTrue(queue.isStopped());
        assertEquals(2, log.size());
    }

    @Test
    @Tag("C1")
    void C1_stopEndsIdleThreads() {
        WorkQueue queue = distinct(3);
        occupy(queue).open();
        queue.stop();
        factory.awaitEnded();
        assertTrue(queue.isStopped());
    }

    @Test
    @Tag("C1")
    void C1_stopMayBeCalledFromACallback() {
        WorkQueue queue = distinct(1);
        queue.enqueue(item(queue, queue::stop));
        factory.awaitEnded();
        assertTrue(queue.isStopped());
    }

    @Test
    @Tag("O1")
    @Tag("S1")
    void S1_restartedQueueGoesOnWhereItStopped() {
        WorkQueue queue = distinct(1);
        Gate gate = occupy(queue);
        queue.enqueue(logging(queue, "before"));
        queue.stop();
        queue.restart();
        queue.enqueue(logging(queue, "after"));
        assertEquals(List.of(), log, "still one at a time");
        gate.open();
        settle(queue);
        assertEquals(List.of("before", "after"), log);
        assertEquals(1, factory.threads.size());
    }

    @Test
    @Tag("A1")
    void A1_restartedQueueStartsThreadsAgain() {
        WorkQueue queue = distinct(1);
        occupy(queue).open();
        queue.stop();
        factory.awaitEnded();
        queue.restart();
        assertFalse(queue.isStopped());
        queue.enqueue(logging(queue, "a"));
        settle(queue);
        assertEquals(List.of("a"), log);
        assertEquals(2, factory.threads.size());
    }

    @Test
    @Tag("A1")
    void A1_restartBeforeAnIdleWorkerHasNoticedTheStop() {
        WorkQueue queue = distinct(1);
        settle(queue);
        WorkItem item = logging(queue, "a");
        synchronized (queue.tail) {
            queue.stop();
            queue.restart();
            queue.enqueue(item);
        }
        settle(queue);
        assertEquals(List.of("a"), log);
    }
}
