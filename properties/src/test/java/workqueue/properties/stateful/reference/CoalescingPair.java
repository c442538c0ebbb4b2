package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import workqueue.properties.stateful.Caller;
import workqueue.properties.stateful.CoalescingSpec;
import workqueue.properties.stateful.DrivenQueue;
import workqueue.properties.stateful.Pair;
import workqueue.reference.core.HandDrivenQueue;

/** A coalescing queue of the reference, driven by hand, and the executable specification of it. */
final class CoalescingPair implements Pair {
    static final int ITEMS = 3;
    static final int WORKERS = 2;
    static final int CALLERS = 2;

    private final HandDrivenQueue queue = HandDrivenQueue.coalescing(WORKERS, ITEMS);
    private final CoalescingSpec spec = new CoalescingSpec(WORKERS);
    private final Map<Integer, Caller> flushing = new TreeMap<>();
    private final Map<Integer, Caller> draining = new TreeMap<>();

    /** Does the same to both, which have to answer the same. */
    void same(Function<DrivenQueue, Object> operation) {
        assertEquals(operation.apply(spec), operation.apply(queue));
    }

    /** Does to both what has no answer. */
    void both(Consumer<DrivenQueue> operation) {
        operation.accept(spec);
        operation.accept(queue);
    }

    boolean isFree(int caller) {
        return spec.isFree(caller);
    }

    void flush(int caller, int item) {
        spec.beginFlush(caller, item);
        flushing.put(caller, Caller.start("F1: flush of " + item, () -> queue.flush(item)));
    }

    boolean isAwaitedDrained(int item) {
        return draining.containsKey(item);
    }

    void awaitDrained(int item) {
        draining.put(item, Caller.start("L2: the wait until " + item + " is drained", () -> queue.awaitDrained(item)));
    }

    @Override
    public void compare() {
        spec.checkInvariants();
        for (int item = 0; item < ITEMS; item++) {
            assertEquals(spec.state().queue().pending(item), queue.isMarked(item), "D2: item " + item + " is pending");
            assertEquals(spec.outstanding(item), queue.outstanding(item), "L2: outstanding of item " + item);
        }
        compareCallers();
    }

    private void compareCallers() {
        flushing.entrySet().removeIf(flush -> returns(flush.getValue(), spec.endFlush(flush.getKey())));
        draining.entrySet().removeIf(wait -> returns(wait.getValue(), spec.isDrained(wait.getKey())));
    }

    private static boolean returns(Caller caller, boolean mayReturn) {
        if (mayReturn) {
            caller.mustReturn();
        } else {
            caller.mustNotHaveReturned();
        }
        return mayReturn;
    }

    /** What is pending is taken, what runs finishes, and then nobody waits. */
    @Override
    public void comeToRest() {
        while (spec.isAnyPending() || spec.isAnyBusy()) {
            for (int w = 0; w < WORKERS; w++) {
                int worker = w;
                same(side -> side.finish(worker));
                same(side -> side.take(worker));
                compare();
            }
        }
        assertEquals(0, queue.pending(), "P1: nothing is left in the queue");
        assertEquals(Map.of(), flushing, "F2: no flush is left");
    }

    @Override
    public void close() {
        flushing.values().forEach(Caller::abandon);
        draining.values().forEach(Caller::abandon);
    }
}
