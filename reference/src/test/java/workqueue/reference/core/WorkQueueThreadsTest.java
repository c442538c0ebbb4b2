package workqueue.reference.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** The workers: when they start, and what they survive. */
class WorkQueueThreadsTest extends QueueFixture {
    @Test
    @Tag("WDF-7")
    void noThreadIsStartedWithoutAnItem() {
        WorkQueue queue = coalescing(2);
        logging(queue, "a");
        assertEquals(List.of(), factory.threads);
    }

    @Test
    void anIdleWorkerIsUsedAgain() {
        WorkQueue queue = distinct(4);
        WorkItem item = logging(queue, "a");
        for (int n = 1; n <= 50; n++) {
            queue.enqueue(item);
            int ran = n;
            Background.await(() -> log.size() == ran && isIdle());
        }
        assertEquals(1, factory.threads.size());
    }

    private boolean isIdle() {
        return factory.threads.get(0).getState() == Thread.State.WAITING;
    }

    /** The idle worker was signalled for the first item; the second must not rely on it. */
    @Test
    @Tag("P1")
    void P1_anItemDoesNotWaitForAWorkerThatIsSpokenFor() {
        WorkQueue queue = distinct(2);
        occupy(queue).open();
        Background.await(this::isIdle);
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        WorkItem waiting = item(queue, () -> {
            Background.await(second);
            first.countDown();
        });
        WorkItem awaited = item(queue, second::countDown);
        synchronized (queue.tail) { // so that the idle worker does not wake in between
            queue.enqueue(waiting);
            queue.enqueue(awaited);
        }
        Background.await(first);
    }

    @Test
    @Tag("P1")
    void P1_asManyItemsRunAtOnceAsThereAreWorkers() {
        WorkQueue queue = distinct(5);
        CountDownLatch all = new CountDownLatch(5);
        for (int n = 0; n < 5; n++) {
            queue.enqueue(item(queue, () -> {
                all.countDown();
                Background.await(all);
            }));
        }
        Background.await(all);
    }

    @Test
    void aThreadThatCannotBeHadLeavesNoTrace() {
        AtomicBoolean out = new AtomicBoolean(true);
        WorkQueue queue = new WorkQueue(Dedup.COALESCE, 1, task -> {
            if (out.get()) {
                throw new OutOfMemoryError("no thread, as expected");
            }
            return factory.newThread(task);
        });
        WorkItem item = logging(queue, "a");
        assertThrows(OutOfMemoryError.class, () -> queue.enqueue(item));
        assertEquals(0, queue.accepted(item));
        queue.close(item.scope, () -> log.add("nothing outstanding"));
        queue.open(item.scope);
        out.set(false);
        assertEquals(Outcome.ACCEPTED, queue.enqueue(item));
        settle(queue);
        assertEquals(List.of("nothing outstanding", "a"), log);
        queue.stop();
    }

    @Test
    void aThreadThatCannotStartLeavesNoTrace() {
        Thread ended = new Thread(() -> {});
        ended.start();
        AtomicBoolean first = new AtomicBoolean(true);
        WorkQueue queue =
                new WorkQueue(Dedup.DISTINCT, 1, task -> first.getAndSet(false) ? ended : factory.newThread(task));
        WorkItem item = logging(queue, "a");
        assertThrows(IllegalThreadStateException.class, () -> queue.enqueue(item));
        queue.enqueue(item);
        settle(queue);
        assertEquals(List.of("a"), log);
        queue.stop();
    }

    @Test
    void aFactoryThatRefusesIsReported() {
        WorkQueue queue = new WorkQueue(Dedup.COALESCE, 1, task -> null);
        assertThrows(NullPointerException.class, () -> queue.enqueue(logging(queue, "a")));
    }

    @Test
    @Tag("R3")
    void R3_aCallbackThatThrowsEndsItsOwnRunOnly() {
        WorkQueue queue = coalescing(1);
        Error thrown = new AssertionError("expected");
        WorkItem item = item(queue, () -> {
            throw thrown;
        });
        Gate gate = occupy(queue);
        queue.enqueue(item);
        queue.enqueue(logging(queue, "next"));
        gate.open();
        Background.start(() -> queue.flush(item)).join();
        assertSame(thrown, factory.uncaught.get(0), "before the run counts as finished");
        settle(queue);
        assertEquals(List.of("next"), log);
        assertEquals(1, factory.threads.size());
    }

    @Test
    @Tag("R3")
    void R3_aHandlerThatThrowsIsNotHeard() {
        WorkQueue queue = new WorkQueue(Dedup.COALESCE, 1, task -> {
            Thread thread = factory.newThread(task);
            thread.setUncaughtExceptionHandler((t, e) -> {
                throw new IllegalStateException("expected", e);
            });
            return thread;
        });
        queue.enqueue(item(queue, () -> {
            throw new IllegalStateException("expected");
        }));
        settle(queue);
        queue.stop();
        factory.awaitEnded();
    }

    @Test
    @Tag("R3")
    void R3_anInterruptConcernsTheRunThatItArrivesIn() {
        WorkQueue queue = distinct(1);
        Gate gate = occupy(queue);
        queue.enqueue(item(queue, () -> Thread.currentThread().interrupt()));
        queue.enqueue(item(queue, () -> log.add("" + Thread.interrupted())));
        gate.open();
        settle(queue);
        assertEquals(List.of("false"), log);
    }

    @Test
    void anInterruptOfAnIdleWorkerChangesNothing() {
        WorkQueue queue = distinct(1);
        settle(queue);
        factory.threads.get(0).interrupt();
        queue.enqueue(item(queue, () -> log.add("" + Thread.interrupted())));
        settle(queue);
        assertEquals(List.of("false"), log);
    }

    @Test
    @Tag("MF-63")
    void anIdleWorkerKeepsNothingOfTheItemItRanLast() {
        WorkQueue queue = distinct(1);
        WeakReference<Object> payload = runWithPayload(queue);
        Background.awaitForgotten(payload);
    }

    private static WeakReference<Object> runWithPayload(WorkQueue queue) {
        Object payload = new Object();
        CountDownLatch ran = new CountDownLatch(1);
        queue.enqueue(item(queue, () -> {
            assertFalse(payload.toString().isEmpty());
            ran.countDown();
        }));
        Background.await(ran);
        return new WeakReference<>(payload);
    }

    @Test
    void virtualThreadsWillDo() {
        Optional<ThreadFactory> virtual = Factory.ofVirtualThreads();
        assumeTrue(virtual.isPresent(), "this JDK has no virtual threads");
        WorkQueue queue = new WorkQueue(Dedup.COALESCE, 2, virtual.orElseThrow());
        CountDownLatch both = new CountDownLatch(2);
        WorkItem[] items = new WorkItem[2];
        for (int n = 0; n < 2; n++) {
            int k = n;
            items[n] = item(queue, () -> {
                both.countDown();
                Background.await(both);
                log.add("" + queue.isRunning(items[k].scope));
            });
        }
        queue.enqueue(items[0]);
        queue.enqueue(items[1]);
        Background.start(() -> {
                    queue.flush(items[0]);
                    queue.flush(items[1]);
                })
                .join();
        assertEquals(List.of("true", "true"), log);
        queue.stop();
    }
}
