package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Policy;
import workqueue.spec.model.WorkQueue;

/** The invariants of the TLA+ module WorkQueue, of a state of the executable specification. */
final class Invariants {
    private Invariants() {}

    static void check(WorkQueue state) {
        atMostOncePending(state);
        mutualExclusion(state);
        noMoreRunsThanWorkers(state);
        flushMarks(state);
    }

    private static void atMostOncePending(WorkQueue state) {
        if (state.policy().dedup() != Policy.Dedup.DISTINCT) {
            List<Long> items = state.queue().stream().map(Instance::item).toList();
            assertEquals(items.stream().distinct().toList(), items, "AtMostOncePending");
        }
    }

    private static void mutualExclusion(WorkQueue state) {
        long apart = switch (state.policy().exclusion()) {
            case NONE -> state.running().size();
            case ITEM ->
                state.running().values().stream().map(Instance::item).distinct().count();
            case DEQUEUE, ENTER -> 1;
        };
        assertTrue(state.running().size() <= apart, "MutualExclusion");
    }

    private static void noMoreRunsThanWorkers(WorkQueue state) {
        int dequeued = state.dequeued().values().stream().mapToInt(n -> n).sum();
        assertTrue(dequeued + state.running().size() <= state.policy().workers(), "R4");
    }

    /** An instance is awaited only by callers that flush its item. */
    private static void flushMarks(WorkQueue state) {
        Stream.of(state.queue(), state.dequeued().keySet(), state.running().values())
                .flatMap(instances -> instances.stream())
                .forEach(instance -> instance.awaitedBy()
                        .forEach(caller ->
                                assertEquals(instance.item(), state.flushing().get(caller), "FlushMarks")));
    }
}
