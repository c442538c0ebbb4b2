package workqueue.reference.ks;

import workqueue.reference.nt.NtStatus;

/**
 * A counted kernel streaming worker. Whoever adds a task to a list increments the count; the increment that makes it 1
 * queues the worker's item, whose routine takes tasks from the list and decrements the count for each, until it is 0. So
 * tasks are processed one at a time (rule KS-20), though the routine's tail, after its last decrement, may overlap its
 * next run (KS-21).
 *
 * <p><b>Threads.</b> All methods may be called from any thread and from routines. Counting has a lock, so what
 * happened before an increment is visible after any decrement that counts it down, and to the routine (rule V1).
 */
public final class KsCountedWorker {
    private final KsWorker worker;
    private final KsWorkItem item;

    private final Object lock = new Object();

    /** Tasks that are not counted down; guarded by the lock. */
    private int count;

    KsCountedWorker(KsWorker worker, KsWorkItem item) {
        this.worker = worker;
        this.item = item;
    }

    /** The worker as such, to be unregistered, or to queue other items on (KS-22). */
    public KsWorker worker() {
        return worker;
    }

    /**
     * Counts one more task, which has to be in the list already (KsIncrementCountedWorker, rule KS-18).
     *
     * @return the new count; 1 says that the item was queued
     * @throws IllegalStateException if the worker is unregistered or being unregistered (rules KS-16, M1), if another item
     *     waits on it (rule KS-6), or if no thread can be had; nothing was counted then (XK-5)
     */
    public int increment() {
        synchronized (lock) {
            NtStatus queued = count == 0 ? worker.queueWorkItem(item) : worker.status();
            if (!queued.isSuccess()) {
                throw new IllegalStateException("KS-16: the task cannot be counted: " + queued);
            }
            return ++count;
        }
    }

    /**
     * Counts down a task that is finished (KsDecrementCountedWorker, rule KS-18).
     *
     * @return the new count; with 0 the routine must look for no more tasks
     * @throws IllegalStateException if the count is 0 already (rule KS-19)
     */
    public int decrement() {
        synchronized (lock) {
            if (count == 0) {
                throw new IllegalStateException("KS-19: there is no task to count down");
            }
            return --count;
        }
    }
}
