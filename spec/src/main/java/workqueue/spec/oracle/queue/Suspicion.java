package workqueue.spec.oracle.queue;

import java.util.Set;

/**
 * Where a violation seems to be.
 *
 * @param items the items that it takes
 * @param from the first moment that may matter to it
 * @param to the last one
 */
record Suspicion(Set<Integer> items, int from, int to) {}
