package workqueue.spec.model;

import java.util.Set;

/**
 * One stay of an item in the queue and on a worker.
 *
 * @param item the item
 * @param priority what it waits behind and before in the queue: greater is sooner; 0 where a family has no priorities
 * @param cancelled whether it only tells the callback that the item was cancelled (rule MF-50)
 * @param awaitedBy the callers whose flush waits for this instance to finish
 */
public record Instance(long item, int priority, boolean cancelled, Set<Long> awaitedBy) {
    /** An instance of the usual priority. */
    public Instance(long item, Set<Long> awaitedBy) {
        this(item, 0, false, awaitedBy);
    }

    /** An instance that nobody waits for. */
    public static Instance fresh(long item) {
        return new Instance(item, Set.of());
    }

    Instance awaitedOnlyBy(Set<Long> callers) {
        return new Instance(item, priority, cancelled, callers);
    }

    Instance awaitedAlsoBy(long caller) {
        return awaitedOnlyBy(Values.with(awaitedBy, caller));
    }
}
