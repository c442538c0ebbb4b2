package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The workers of one queue. Every method is called with the queue's lock held, and that lock guards every field. */
final class Workers {
    private final int limit;
    private final ThreadFactory threads;

    /** Workers wait here for an item, or for the queue to stop. */
    private final Condition work;

    private final List<Worker> all = new ArrayList<>();

    /**
     * Workers in {@code work.await}. One that was signalled but has not woken yet still counts, so an enqueue compares
     * it with the number of items that wait for a worker; with zero it would trust a worker that is spoken for.
     */
    private int idle;

    private boolean stopping;

    Workers(int limit, ThreadFactory threads, Condition work) {
        if (limit < 1) {
            throw new IllegalArgumentException("workers must be at least 1, not " + limit);
        }
        this.limit = limit;
        this.threads = requireNonNull(threads, "threads");
        this.work = work;
    }

    /** Starts a worker for one more item than are queued, unless one is idle or there may be no more of them. */
    void startFor(WorkQueue queue, int queued) {
        if (queued < idle || all.size() == limit) {
            return;
        }
        Worker worker = new Worker(queue);
        Thread thread = requireNonNull(threads.newThread(worker), "the thread factory returned null");
        worker.thread = thread;
        thread.start();
        all.add(worker); // after the start, which may fail
    }

    /** Whether there would be a worker for one more item than are queued. */
    boolean isAnyFree(int queued) {
        long busy = all.stream().filter(worker -> worker.item != null).count();
        return queued + busy < limit;
    }

    /** Wakes an idle worker for an item that was queued. */
    void signal() {
        work.signal();
    }

    /** Waits while there is no work; answers false, and forgets the worker, if it is to end instead. */
    boolean awaitWork(Worker worker, BooleanSupplier none) {
        while (none.getAsBoolean()) {
            if (stopping) {
                all.remove(worker);
                return false;
            }
            idle++;
            work.awaitUninterruptibly();
            idle--;
        }
        return true;
    }

    void stop() {
        stopping = true;
        work.signalAll();
    }

    void restart() {
        stopping = false;
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean anyMatch(Predicate<Worker> condition) {
        return all.stream().anyMatch(condition);
    }
}
