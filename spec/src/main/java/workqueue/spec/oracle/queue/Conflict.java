package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Why no order was found: a call could not take effect in time.
 *
 * @param call the call
 * @param stay the stay of its item that it is about, or {@link Calls#NONE}
 * @param blocker the stay that was in its way, or {@link Calls#NONE}
 * @param moment before which moment
 */
record Conflict(int call, int stay, int blocker, int moment) {
    /** The items that it is about. */
    Set<Integer> items(Calls calls, Stays stays) {
        Set<Integer> items = new LinkedHashSet<>();
        items.add(stay == NONE ? NONE : stays.item[stay]);
        items.add(blocker == NONE ? NONE : stays.item[blocker]);
        items.add(call == NONE ? NONE : calls.item(call));
        items.remove(NONE);
        return items;
    }

    /** Whether one of two stays should have begun before the other. */
    boolean namesTwo() {
        return stay != NONE && blocker != NONE;
    }
}
