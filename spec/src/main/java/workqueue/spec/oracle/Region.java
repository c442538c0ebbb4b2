package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * All configurations of a history from which its end can be reached. Those of a projection tell the search of the whole at
 * once when a choice has lost: whatever else happens, the projection would have to reach its end as well.
 *
 * @param <S> the specification's states
 */
final class Region<S> {
    private final Set<Configuration<S>> alive = new HashSet<>();
    private boolean complete = true;

    /** Explores everything; see {@link #isComplete} for whether the budget sufficed. */
    Region(Moves<S> moves, BiPredicate<Configuration<S>, Configuration<S>> hopeful, Budget budget) {
        Map<Configuration<S>, List<Configuration<S>>> before = new HashMap<>();
        Deque<Configuration<S>> open = new ArrayDeque<>();
        List<Configuration<S>> ends = new ArrayList<>();
        Configuration<S> first = moves.first();
        if (hopeful.test(first, first)) {
            before.put(first, new ArrayList<>());
            open.add(first);
        }
        while (!open.isEmpty() && complete) {
            Configuration<S> at = open.removeLast();
            if (moves.isLast(at)) {
                ends.add(at);
                continue;
            }
            for (Configuration<S> next : moves.from(at)) {
                complete = complete && budget.spend(moves.weight(next));
                List<Configuration<S>> known = before.get(next);
                if (known == null) {
                    if (!moves.isLast(next) && !hopeful.test(at, next)) {
                        continue;
                    }
                    known = new ArrayList<>(2);
                    before.put(next, known);
                    open.add(next);
                }
                known.add(at);
            }
        }
        if (complete) {
            revive(ends, before);
        }
    }

    private void revive(List<Configuration<S>> ends, Map<Configuration<S>, List<Configuration<S>>> before) {
        Deque<Configuration<S>> open = new ArrayDeque<>(ends);
        alive.addAll(ends);
        while (!open.isEmpty()) {
            for (Configuration<S> previous : before.get(open.removeLast())) {
                if (alive.add(previous)) {
                    open.add(previous);
                }
            }
        }
    }

    /** Whether everything was explored, so that the other answers can be relied on. */
    boolean isComplete() {
        return complete;
    }

    /** Whether the end cannot be reached at all. */
    boolean isRefuted() {
        return complete && alive.isEmpty();
    }

    boolean contains(Configuration<S> configuration) {
        return alive.contains(configuration);
    }
}
