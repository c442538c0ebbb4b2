package workqueue.reference.mf;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;

/** One work queue of a platform. All methods but {@link #awaitDrained} are called with the platform's lock held. */
final class MfQueue {
    private final WorkQueue items;
    private final Scope scope = new Scope();

    /** How often a private queue is locked; the first lock is its allocation (rule MF-19). */
    private int locks = 1;

    MfQueue(int threadLimit, ThreadFactory threads) {
        items = new WorkQueue(Dedup.DISTINCT, threadLimit, threads);
        items.open(scope);
    }

    /** Every put is an item of its own (rule MF-32). */
    void put(AsyncResult result) {
        items.enqueue(new WorkItem(scope, () -> result.callback().invoke(result)));
    }

    boolean isLocked() {
        return locks > 0;
    }

    void lock() {
        locks++;
    }

    /** With the last lock the queue goes: what it has accepted runs, and then its threads end (rule MF-22). */
    void unlock() {
        locks--;
        if (locks == 0) {
            items.stop();
        }
    }

    void start() {
        items.restart();
    }

    /** Has the threads end when everything that was accepted has run. */
    void stop() {
        items.stop();
    }

    boolean isStopped() {
        return items.isStopped();
    }

    /** Waits until everything that was accepted has run, but not beyond a {@link System#nanoTime} deadline. */
    void awaitDrained(long deadline) throws InterruptedException {
        items.awaitDrained(scope, deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
}
