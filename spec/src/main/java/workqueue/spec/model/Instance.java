package workqueue.spec.model;

import java.util.Set;

/**
 * One stay of an item in the queue and on a worker.
 *
 * @param item the item
 * @param awaitedBy the callers whose flush waits for this instance to finish
 */
public record Instance(long item, Set<Long> awaitedBy) {
    /** An instance that nobody waits for. */
    public static Instance fresh(long item) {
        return new Instance(item, Set.of());
    }

    Instance awaitedAlsoBy(long caller) {
        return new Instance(item, Values.with(awaitedBy, caller));
    }
}
