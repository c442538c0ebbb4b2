package workqueue.reference.core;

import java.util.concurrent.locks.LockSupport;
import workqueue.reference.internal.Callbacks;

/** What one thread of a queue does: take an item, run it, say that it finished, until the queue has no more for it. */
final class Worker implements Runnable {
    // Not private, so that a test can drive the queue by hand.
    final WorkQueue queue;

    /** The thread that runs this. Set before it starts. */
    Thread thread;

    /** What the worker runs, and the number of the instance; written by its own thread only, under the lock of the queue's head. */
    WorkItem item;

    long instance;

    /** Whether there is nothing more to do for it; as {@link #item}. */
    boolean ends;

    /** Whether the worker is idle. Changes under the lock of the queue's tail; its own thread reads it without. */
    private volatile boolean resting;

    Worker(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public void run() {
        for (boolean more = queue.take(this); more; more = queue.next(this)) {
            runItem();
        }
    }

    /** A method of its own, so that nothing of the item is left on the stack of a worker that waits for the next. */
    private void runItem() {
        call(item.callback);
    }

    void beginRest() {
        resting = true;
    }

    void endRest() {
        resting = false;
    }

    /** Waits while the worker is idle. */
    void awaitWake() {
        while (resting) {
            LockSupport.park(queue);
            Thread.interrupted(); // or it would not wait any more; the interrupt concerned no call
        }
    }

    /** Has the thread see that the worker is not idle any more; without the lock, which the thread wants next. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** An interrupt concerns the call that it arrived in, and no later one. */
    static void call(Runnable callback) {
        Thread.interrupted();
        Callbacks.call(callback);
    }
}
