package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import java.util.function.Function;
import workqueue.properties.stateful.DistinctSpec;
import workqueue.properties.stateful.DrivenQueue;
import workqueue.properties.stateful.Pair;
import workqueue.reference.core.HandDrivenQueue;

/** A queue of distinct instances of the reference, driven by hand, and the executable specification of it. */
final class DistinctPair implements Pair {
    static final int ITEMS = 2;

    private final int workers;
    private final HandDrivenQueue queue;
    private final DistinctSpec spec;

    DistinctPair(int workers) {
        this.workers = workers;
        queue = HandDrivenQueue.distinct(workers, ITEMS);
        spec = new DistinctSpec(workers);
    }

    /** Does the same to both, which have to answer the same. */
    void same(Function<DrivenQueue, Object> operation) {
        assertEquals(operation.apply(spec), operation.apply(queue));
    }

    /** Does to both what has no answer. */
    void both(Consumer<DrivenQueue> operation) {
        operation.accept(spec);
        operation.accept(queue);
    }

    @Override
    public void compare() {
        spec.checkInvariants();
        assertEquals(spec.pending(), queue.pending(), "D3: instances in the queue");
    }

    @Override
    public void comeToRest() {
        while (!spec.isDrained(0)) {
            for (int w = 0; w < workers; w++) {
                int worker = w;
                same(side -> side.finish(worker));
                same(side -> side.take(worker));
                compare();
            }
        }
        same(side -> side.isDrained(0));
    }
}
