package workqueue.spec.oracle;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import workqueue.spec.model.Instance;
import workqueue.spec.model.WorkQueue;

/** What a queue owes against the runs and the enqueues that a history still holds. */
final class Balance {
    private final Ahead<Long> ahead;
    private final boolean allRuns;
    private final boolean goesOn;

    /**
     * Counts what a history holds.
     *
     * @param accepts whether a call is an enqueue that may be accepted
     * @param allRuns whether everything that is accepted runs before the history ends
     */
    Balance(Script script, Predicate<Call> accepts, boolean allRuns) {
        this.ahead = new Ahead<>(script, Run::item, accepts, Call::item);
        this.allRuns = allRuns;
        this.goesOn = script.goesOn();
    }

    /**
     * Every accepted instance needs a run ahead (P1), and every run ahead an instance or an enqueue (R1).
     *
     * @param before a queue of which that is known; a dequeue changes nothing of it
     */
    boolean holds(WorkQueue before, WorkQueue queue, int moment, Done done) {
        boolean dequeued = queue.queue().size() < before.queue().size();
        return dequeued || holds(queue, Set.of(), moment, done);
    }

    /** The same where some items will enter the queue by themselves. */
    boolean holds(WorkQueue queue, Set<Long> coming, int moment, Done done) {
        if (allRuns
                && (owesTooMuch(queue, queue.queue(), moment)
                        || owesTooMuch(queue, queue.dequeued().keySet(), moment))) {
            return false;
        }
        for (long item : ahead.keys()) {
            int owed = queue.owed(item) + (coming.contains(item) ? 1 : 0);
            if (ahead.begins(item, moment) > owed + ahead.enqueues(item, moment, done)) {
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

    /** Whether a run ahead may need that an instance of the item is dequeued. */
    boolean isWanted(WorkQueue queue, long item, int moment) {
        return goesOn || queue.owed(item) <= ahead.begins(item, moment);
    }

    /** Whether a run ahead may need one more instance of the item in the queue. */
    boolean isShort(WorkQueue queue, long item, int moment) {
        return goesOn || queue.owed(item) < ahead.begins(item, moment);
    }
}
