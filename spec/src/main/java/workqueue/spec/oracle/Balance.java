package workqueue.spec.oracle;

import java.util.Collection;
import java.util.Set;
import workqueue.spec.model.Instance;
import workqueue.spec.model.WorkQueue;

/**
 * Whether what waits and what is recorded can still come to the same: every accepted instance needs a run ahead (rule P1),
 * and every run ahead an instance or an enqueue (rule R1).
 */
final class Balance {
    private final Ahead<Long> ahead;
    private final boolean atRest;

    /** A balance of a recording that ends at rest, or whose runs may come after its end. */
    Balance(Ahead<Long> ahead, boolean atRest) {
        this.ahead = ahead;
        this.atRest = atRest;
    }

    boolean plausible(WorkQueue queue, int moment, Set<Long> done) {
        if (atRest
                && (owesTooMuch(queue, queue.queue(), moment)
                        || owesTooMuch(queue, queue.dequeued().keySet(), moment))) {
            return false;
        }
        for (long item : ahead.keys()) {
            if (ahead.begins(item, moment) > queue.owed(item) + ahead.enqueues(item, moment, done)) {
                return false;
            }
        }
        return true;
    }

    private boolean owesTooMuch(WorkQueue queue, Collection<Instance> waiting, int moment) {
        for (Instance instance : waiting) {
            if (queue.owed(instance.item()) > ahead.begins(instance.item(), moment)) {
                return true;
            }
        }
        return false;
    }
}
