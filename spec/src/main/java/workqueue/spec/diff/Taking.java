package workqueue.spec.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.WorkQueue;

/** What is the same in all specifications that have a {@link WorkQueue}: who runs what. */
final class Taking {
    private Taking() {}

    /** The threads that run the item. */
    static <S> List<Action<S>> ends(WorkQueue queue, long item, LongFunction<Action<S>> finish) {
        List<Action<S>> ends = new ArrayList<>();
        queue.running().forEach((thread, run) -> {
            if (run.item() == item) {
                ends.add(finish.apply(thread));
            }
        });
        return ends;
    }

    /** A thread that runs nothing; which one it is makes no difference. */
    static long free(WorkQueue queue) {
        return LongStream.iterate(1, thread -> thread + 1)
                .filter(thread -> !queue.running().containsKey(thread))
                .findFirst()
                .orElseThrow();
    }

    /** The instances of an item that were dequeued; if there is none, one that was not. */
    static Set<Instance> dequeued(WorkQueue queue, long item) {
        Set<Instance> some = new HashSet<>(queue.dequeued().keySet());
        some.removeIf(instance -> instance.item() != item);
        return some.isEmpty() ? Set.of(Instance.fresh(item)) : some;
    }

    /** An action for each place in the queue. */
    static <S> List<Action<S>> places(WorkQueue queue, IntFunction<Action<S>> action) {
        List<Action<S>> actions = new ArrayList<>();
        for (int index = 0; index < queue.queue().size(); index++) {
            actions.add(action.apply(index));
        }
        return actions;
    }
}
