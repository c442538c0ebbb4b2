package workqueue.reference.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import workqueue.properties.stateful.DrivenQueue;

/**
 * The reference's queue, whose workers take and finish when they are told to: their threads are never started.
 *
 * <p>A worker that is alone must be driven by one thread at a time, and then nothing but the queue's own locking is
 * between its steps and everybody else's. Of several workers, whether there is something left to take can only be said
 * by holding the lock of the queue's head, and so it is held around their steps.
 */
public final class HandDrivenQueue implements DrivenQueue {
    private final WorkQueue queue;
    private final List<Worker> workers = new ArrayList<>();
    private final Scope[] scopes;
    private final WorkItem[] items;

    private HandDrivenQueue(Dedup dedup, int workerCount, int itemCount, int scopeCount) {
        queue = new WorkQueue(dedup, workerCount, this::newThread);
        scopes = IntStream.range(0, scopeCount).mapToObj(n -> openScope()).toArray(Scope[]::new);
        items = IntStream.range(0, itemCount)
                .mapToObj(n -> new WorkItem(scopes[n % scopeCount], () -> {}))
                .toArray(WorkItem[]::new);
        haveWorkers(workerCount);
    }

    /** A queue of items that coalesce, each with a scope of its own; all are open. */
    public static HandDrivenQueue coalescing(int workers, int items) {
        return new HandDrivenQueue(Dedup.COALESCE, workers, items, items);
    }

    /** A queue of distinct instances. It opens and closes as those of Media Foundation: by restart and stop. */
    public static HandDrivenQueue distinct(int workers, int items) {
        return new HandDrivenQueue(Dedup.DISTINCT, workers, items, 1);
    }

    private Thread newThread(Runnable worker) {
        workers.add((Worker) worker);
        return new NeverStarted();
    }

    private Scope openScope() {
        Scope scope = new Scope();
        queue.open(scope);
        return scope;
    }

    /** The queue makes a worker for an item that finds none. */
    private void haveWorkers(int count) {
        for (int n = 0; n < count; n++) {
            queue.enqueue(new WorkItem(openScope(), () -> {}));
        }
        for (Worker worker : workers) {
            queue.take(worker);
            queue.finish(worker);
        }
    }

    @Override
    public String enqueue(int item) {
        return offer(item).name();
    }

    /** Offers the item. */
    public Outcome offer(int item) {
        return queue.enqueue(items[item]);
    }

    @Override
    public String take(int worker) {
        return step(() -> {
            Worker driven = workers.get(worker);
            if (driven.item != null) {
                return "busy";
            }
            if (pending() == 0) {
                return "none";
            }
            queue.take(driven);
            return "item " + Arrays.asList(items).indexOf(driven.item);
        });
    }

    /** As {@link #take}, of a worker that is idle while something is known to be pending. */
    public void takePending(int worker) {
        queue.take(workers.get(worker));
    }

    /** How many instances are in the queue. */
    public int pending() {
        synchronized (queue.head) {
            return queue.queued();
        }
    }

    /** Whether the item is marked as pending. */
    public boolean isMarked(int item) {
        return items[item].place.isTaken();
    }

    /** How many instances of a scope are pending or running. */
    public int outstanding(int scope) {
        synchronized (queue.head) {
            synchronized (queue.tail) {
                return (int) (scopes[scope].accepted - scopes[scope].finished);
            }
        }
    }

    @Override
    public String finish(int worker) {
        return step(() -> {
            Worker driven = workers.get(worker);
            if (driven.item == null) {
                return "idle";
            }
            Scope scope = driven.item.scope;
            Watch watch = (Watch) queue.finish(driven);
            if (watch != null && watch.scope != scope) {
                throw new AssertionError("told that another scope is drained");
            }
            return watch != null ? "finished, drained" : "finished";
        });
    }

    private <T> T step(Supplier<T> step) {
        if (workers.size() == 1) {
            return step.get();
        }
        synchronized (queue.head) {
            return step.get();
        }
    }

    @Override
    public void open(int scope) {
        if (queue.dedup() == Dedup.DISTINCT) {
            queue.restart();
        } else {
            queue.open(scopes[scope]);
        }
    }

    @Override
    public void close(int scope) {
        if (queue.dedup() == Dedup.DISTINCT) {
            queue.stop();
        } else {
            queue.close(scopes[scope]);
        }
    }

    @Override
    public boolean closeAndWatch(int scope) {
        Watch watch = new Watch(scopes[scope]);
        queue.close(scopes[scope], watch);
        return watch.called;
    }

    @Override
    public boolean isDrained(int scope) {
        try {
            return queue.awaitDrained(scopes[scope], 0, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the item's outstanding instances have finished. */
    public void flush(int item) throws InterruptedException {
        queue.flush(items[item]);
    }

    /** Waits until the scope is drained. */
    public void awaitDrained(int scope) throws InterruptedException {
        queue.awaitDrained(scopes[scope]);
    }

    /** Notes whether the queue itself has called it; a worker driven by hand does not. */
    private static final class Watch implements Runnable {
        private final Scope scope;
        private boolean called;

        Watch(Scope scope) {
            this.scope = scope;
        }

        @Override
        public void run() {
            called = true;
        }
    }

    private static final class NeverStarted extends Thread {
        @Override
        public void start() {
            // The workers are driven by hand.
        }
    }
}
