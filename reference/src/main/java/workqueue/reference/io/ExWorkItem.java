package workqueue.reference.io;

import static java.util.Objects.requireNonNull;

import workqueue.reference.core.Place;

/**
 * A work item of the executive (WORK_QUEUE_ITEM): what I/O work items are made of. It is of no device and refers to none
 * (rules IO-17, IO-26), and it is its caller's memory: no call frees it (rule IO-27).
 *
 * <p>All methods may be called from any thread, from the routine too; none of them waits.
 */
public final class ExWorkItem {
    private final Runnable routine;
    private final Place place = new Place();

    private ExWorkItem(Runnable routine) {
        this.routine = routine;
    }

    /**
     * Sets an item up (ExInitializeWorkItem).
     *
     * @param routine what a run calls, with its context bound to it; whether there is one is asked when the item is queued
     */
    public static ExWorkItem initialize(Runnable routine) {
        return new ExWorkItem(routine);
    }

    /**
     * Has the routine called once by a thread of the type (ExQueueWorkItem).
     *
     * @throws workqueue.reference.nt.BugCheck 0xE4 with first parameter 1 if the item waits for its routine (rule IO-9), 7
     *     without a routine, 6 if there is no such type, 5 if the worker queues do not exist yet (rule IO-24)
     * @throws IllegalStateException if the worker queues are gone (rule IO-29)
     */
    public void queue(SystemWorkers workers, WorkQueueType type) {
        requireNonNull(workers, "workers");
        IoWorkItem.checkRoutine(routine);
        workers.queue(type).offer(place, routine, false);
    }
}
