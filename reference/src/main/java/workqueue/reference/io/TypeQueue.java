package workqueue.reference.io;

import java.util.concurrent.ThreadFactory;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.Outcome;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;

/**
 * The queue of one type and its threads. Each time that an item is queued makes an instance of its own, with what it is to
 * call, so that a worker looks at nothing of the item that might change meanwhile (rules IO-14, IO-28).
 */
final class TypeQueue {
    private final int threads;
    private final WorkQueue queue;
    private final Scope scope = new Scope();

    /** Instances that wait or run. Guarded by this. */
    private int outstanding;

    TypeQueue(int threads, ThreadFactory factory) {
        this.threads = threads;
        this.queue = new WorkQueue(Dedup.DISTINCT, threads, factory);
        queue.open(scope);
    }

    /**
     * Has a routine called, once.
     *
     * @param place the item's; taken until the routine begins
     * @param onlyIfThreadIsFree whether to do nothing where the routine would have to wait for a thread (rule IO-25)
     * @return whether it will be called
     */
    synchronized boolean offer(Place place, Runnable routine, boolean onlyIfThreadIsFree) {
        place.check();
        if (onlyIfThreadIsFree && outstanding >= threads) {
            return false;
        }
        place.take();
        boolean queued = false;
        try {
            queued = queue.enqueue(new WorkItem(scope, () -> run(place, routine))) == Outcome.ACCEPTED;
        } finally {
            if (queued) {
                outstanding++;
            } else {
                place.leave(); // there is no thread to be had, or the queue is stopped
            }
        }
        if (!queued) {
            throw SystemWorkers.gone();
        }
        return true;
    }

    private void run(Place place, Runnable routine) {
        place.leave(); // IO-8, IO-10
        try {
            routine.run();
        } catch (Throwable t) {
            throw (BugCheck) new BugCheck(BugCheck.SYSTEM_THREAD_EXCEPTION_NOT_HANDLED, 0).initCause(t); // IO-23
        } finally {
            finished();
        }
    }

    private synchronized void finished() {
        outstanding--;
    }

    void stop() {
        queue.stop();
    }

    boolean isStopped() {
        return queue.isStopped();
    }
}
