package workqueue.reference.core;

import workqueue.reference.internal.Callbacks;

/** What one thread of a queue does: take an item, run it, say that it finished, until the queue has no more for it. */
final class Worker implements Runnable {
    // Not private, so that a test can drive the queue by hand.
    final WorkQueue queue;

    /** The thread that runs this. Guarded by the queue's lock. */
    Thread thread;

    /** What the worker runs, and the number of the instance; written by its own thread only, under the queue's lock. */
    WorkItem item;

    long instance;

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

    /** An interrupt concerns the call that it arrived in, and no later one. */
    static void call(Runnable callback) {
        Thread.interrupted();
        Callbacks.call(callback);
    }
}
