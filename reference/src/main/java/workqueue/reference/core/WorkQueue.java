package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A first-in-first-out queue of work items and the workers that run them.
 *
 * <p><b>Algorithm.</b> One lock guards everything. Enqueue appends under it; a worker removes the head under it, calls
 * the callback without it, and takes it again to say that the run has finished. An item is marked pending in the
 * critical section that appends it and unmarked in the one that removes it, so the mark and the queue never disagree
 * for anyone who holds the lock.
 *
 * <p><b>Coalescing without the lock.</b> An enqueue that finds its item pending has nothing to change, so it does not
 * take the lock: it <em>confirms</em> the mark by a compare-and-set of true with true. That it is a write, and not a
 * read, is what prevents a lost wake-up (rules P1, V1). Suppose the producer stores data and then merely read
 * {@code pending}, while a worker clears {@code pending} and then reads the data: nothing orders the store before the
 * read of the flag against the worker's clear, and both may miss each other. With a compare-and-set, the producer's
 * write to {@code pending} comes either before the worker's {@code getAndSet(false)} in the flag's modification order,
 * and then happens-before it, so that the run sees the data; or after it, and then the compare-and-set fails and the
 * item is accepted anew. An accepted enqueue's data is ordered by the lock.
 *
 * <p><b>Threads.</b> All methods may be called from any thread, callbacks included, except where they say otherwise.
 * Actions before an enqueue happen-before the run that answers it (rule V1); a run happens-before the return of a
 * {@link #flush}, {@link #awaitDrained} or {@link #stop} that waited for it (rule V2).
 */
public final class WorkQueue {
    private final Dedup dedup;
    private final Worker[] workers;
    private final ThreadFactory threads;

    private final ReentrantLock lock = new ReentrantLock();
    /** Workers wait here for an item, or for the queue to stop. */
    private final Condition work = lock.newCondition();
    /** Flush, awaitDrained and stop wait here; signalled when a run has finished. */
    private final Condition progress = lock.newCondition();

    // All below is guarded by the lock.
    private final Queue<WorkItem> queue = new ArrayDeque<>();
    private int started;
    private int ended;
    /**
     * Workers in {@code work.await}. One that was signalled but has not woken yet still counts, so an enqueue compares
     * it with the number of items that wait for a worker; with zero it would trust a worker that is spoken for.
     */
    private int idle;
    /** Threads in {@code progress.await}. */
    private int waiting;
    private boolean stopping;

    /**
     * Makes a queue without items. Threads are started when items need them, and kept until {@link #stop}.
     *
     * @param dedup what enqueue does to a pending item
     * @param workers how many items may run at once, at least 1; with 1 the queue is serial (rule S1)
     * @param threads makes the workers' threads; virtual threads will do
     */
    public WorkQueue(Dedup dedup, int workers, ThreadFactory threads) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, not " + workers);
        }
        this.dedup = requireNonNull(dedup, "dedup");
        this.threads = requireNonNull(threads, "threads");
        this.workers = new Worker[workers];
    }

    /**
     * Offers an item to the queue (rules A1, A2, D1, D2, O1).
     *
     * @return what became of it; after {@link Outcome#ACCEPTED} and {@link Outcome#COALESCED} a run follows that begins
     *     after this call began and sees what its caller did before (rules P1, V1)
     */
    public Outcome enqueue(WorkItem item) {
        if (dedup == Dedup.COALESCE && WorkItem.PENDING.compareAndSet(item, true, true)) {
            return Outcome.COALESCED; // D2; see "Coalescing without the lock"
        }
        lock.lock();
        try {
            if (dedup == Dedup.COALESCE && (boolean) WorkItem.PENDING.getVolatile(item)) {
                return Outcome.COALESCED; // D2: it became pending while we waited for the lock
            }
            if (!item.scope.open || stopping) {
                return Outcome.REFUSED; // A2
            }
            if (queue.size() >= idle && started < workers.length) {
                startWorker(); // before the append, so that a thread that cannot be had leaves no trace
            }
            if (dedup == Dedup.COALESCE) {
                WorkItem.PENDING.setVolatile(item, true); // D1
            }
            item.accepted++;
            item.scope.outstanding++;
            queue.add(item); // O1
            work.signal();
            return Outcome.ACCEPTED;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until every instance of the item that is outstanding now has finished (rule F1). Instances accepted later
     * are not waited for, so an item that enqueues itself does not hold its flusher (rule F2).
     *
     * <p>Must not be called from the item's own callback: it would wait for itself (see {@link #isRunning}).
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the item is not affected
     * @throws UnsupportedOperationException if the queue is not a coalescing one: no such family has a flush
     */
    public void flush(WorkItem item) throws InterruptedException {
        if (dedup != Dedup.COALESCE) {
            throw new UnsupportedOperationException("flush of a queue of distinct instances");
        }
        lock.lockInterruptibly();
        try {
            long last = item.accepted;
            waiting++;
            try {
                while (isOutstanding(item, last)) {
                    progress.await();
                }
            } finally {
                waiting--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the scope's items be accepted, from now on. */
    public void open(Scope scope) {
        lock.lock();
        try {
            scope.open = true;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses the scope's items from now on; what was accepted stays and runs (rules A2, C1). */
    public void close(Scope scope) {
        lock.lock();
        try {
            scope.open = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until no instance of the scope's items is pending or running (rules L2, C1).
     *
     * <p>Must not be called from a callback of the scope: it would wait for itself.
     *
     * @param timeout how long to wait at most, in {@code unit}
     * @return false if the time ran out first
     * @throws InterruptedException if the thread is interrupted while it waits; the scope is not affected
     */
    public boolean awaitDrained(Scope scope, long timeout, TimeUnit unit) throws InterruptedException {
        long nanos = unit.toNanos(timeout);
        lock.lockInterruptibly();
        try {
            waiting++;
            try {
                while (scope.outstanding > 0) {
                    if (nanos <= 0) {
                        return false;
                    }
                    nanos = progress.awaitNanos(nanos);
                }
                return true;
            } finally {
                waiting--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the calling thread is in a callback of the item. */
    public boolean isRunning(WorkItem item) {
        lock.lock();
        try {
            for (int k = 0; k < started; k++) {
                if (workers[k].item == item && workers[k].thread == Thread.currentThread()) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Refuses every item from now on and lets the threads end once the queue is empty; what was accepted runs (rule
     * C1). Returns without waiting, so it may be called from a callback. Stopping twice does nothing.
     */
    public void stop() {
        lock.lock();
        try {
            stopping = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@link #stop} was called and the last thread has nothing more to run. */
    public boolean isStopped() {
        lock.lock();
        try {
            return stopping && ended == started;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOutstanding(WorkItem item, long last) {
        if ((boolean) WorkItem.PENDING.getVolatile(item) && item.accepted <= last) {
            return true;
        }
        for (int k = 0; k < started; k++) {
            if (workers[k].item == item && workers[k].instance <= last) {
                return true;
            }
        }
        return false;
    }

    private void startWorker() {
        Worker worker = new Worker();
        Thread thread = requireNonNull(threads.newThread(worker), "the thread factory returned null");
        worker.thread = thread;
        workers[started] = worker;
        thread.start();
        started++;
    }

    /** What one thread does: take, run, say that it finished, until the queue stops and is empty. */
    private final class Worker implements Runnable {
        // Guarded by the lock.
        private Thread thread;
        private WorkItem item;
        private long instance;

        @Override
        public void run() {
            for (WorkItem next = take(); next != null; next = take()) {
                try {
                    next.callback.run();
                } catch (Throwable t) { // a callback that throws ends its own run and nothing else
                    report(t);
                } finally {
                    finish();
                }
            }
        }

        private void report(Throwable t) {
            Thread me = Thread.currentThread();
            try {
                me.getUncaughtExceptionHandler().uncaughtException(me, t);
            } catch (Throwable ignored) {
                // As the JDK does: a handler that throws is not heard.
            }
        }

        /** Removes the head of the queue, or returns null when there is nothing more to do. */
        private WorkItem take() {
            lock.lock();
            try {
                while (queue.isEmpty()) {
                    if (stopping) {
                        ended++;
                        return null;
                    }
                    idle++;
                    work.awaitUninterruptibly();
                    idle--;
                }
                item = queue.remove(); // O1
                instance = item.accepted;
                if (dedup == Dedup.COALESCE) {
                    WorkItem.PENDING.getAndSet(item, false); // an atomic update: see the class comment
                }
                return item;
            } finally {
                lock.unlock();
            }
        }

        private void finish() {
            lock.lock();
            try {
                item.scope.outstanding--;
                item = null;
                if (waiting > 0) {
                    progress.signalAll();
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
