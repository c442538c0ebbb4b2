package workqueue.reference.ks;

import static java.util.Objects.requireNonNull;

/**
 * A routine that is ready to be queued on a worker, with its parameter bound (WORK_QUEUE_ITEM). It belongs to its owner
 * again, who may reuse it, as soon as the routine has begun (KS-11). Immutable; any thread may use it.
 *
 * @param routine what a thread of the system calls; it may queue its worker again (rule KS-9)
 */
public record KsWorkItem(Runnable routine) {
    /** Makes an item; throws {@link NullPointerException} without a routine. */
    public KsWorkItem {
        requireNonNull(routine, "routine");
    }
}
