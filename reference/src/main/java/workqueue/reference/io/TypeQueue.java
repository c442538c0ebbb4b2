package workqueue.reference.io;

import java.util.concurrent.ThreadFactory;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.Outcome;
import workqueue.reference.core.Place;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;

/**
 * The queue of one type and its threads. Each time that an item is queued makes an instance of its own, with what it is to
 * call, so that a worker looks at nothing of the item that might change meanwhile (rules IO-14, IO-28).
 */
final class TypeQueue {
    private static final int ACTIVE_ITEM_QUEUED = 1;

    private final WorkQueue queue;
    private final Scope scope = new Scope();

    TypeQueue(int threads, ThreadFactory factory) {
        this.queue = new WorkQueue(Dedup.COALESCE, threads, factory);
        queue.open(scope);
    }

    /**
     * Has a routine called, once.
     *
     * @param place the item's; taken until a thread has the routine to call (IO-8, IO-10)
     * @param onlyIfThreadIsFree whether to do nothing where the routine would have to wait for a thread (rule IO-25)
     * @return whether it will be called
     * @throws BugCheck 0xE4 with first parameter 1 if the place is taken (rule IO-9)
     * @throws IllegalStateException if the place is closed (rule M1) or the queue is stopped (rule IO-29)
     */
    boolean offer(Place place, Runnable routine, boolean onlyIfThreadIsFree) {
        WorkItem item = new WorkItem(scope, place, 0, () -> run(routine));
        Outcome outcome = onlyIfThreadIsFree ? queue.tryEnqueue(item) : queue.enqueue(item);
        return switch (outcome) {
            case ACCEPTED -> true;
            case BUSY -> false;
            case COALESCED -> throw new BugCheck(BugCheck.WORKER_INVALID, ACTIVE_ITEM_QUEUED);
            case REFUSED -> throw place.isClosed() ? IoWorkItem.gone() : SystemWorkers.gone();
        };
    }

    private static void run(Runnable routine) {
        try {
            routine.run();
        } catch (Throwable t) {
            throw (BugCheck) new BugCheck(BugCheck.SYSTEM_THREAD_EXCEPTION_NOT_HANDLED, 0).initCause(t); // IO-23
        }
    }

    void stop() {
        queue.stop();
    }

    boolean isStopped() {
        return queue.isStopped();
    }
}
