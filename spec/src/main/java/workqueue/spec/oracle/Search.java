package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The general search (Wing and Gong, with Lowe's memory of configurations and just-in-time points): depth first, each
 * configuration at most once. Deterministic: the budget counts configurations, not seconds.
 *
 * @param <S> the specification's states
 */
final class Search<S> {
    /** What a search found; the later answer is that of the whole. */
    enum Answer {
        /** There is an order in which everything is allowed. */
        CONFORMS,
        /** The budget ended first. */
        OUT_OF_BUDGET,
        /** There is none. */
        REFUTED
    }

    private final Moves<S> moves;
    private final Predicate<Configuration<S>> hopeful;
    private final long budget;
    private final Map<Configuration<S>, Configuration<S>> before = new HashMap<>();
    private Configuration<S> last;

    /**
     * Prepares a search.
     *
     * @param hopeful leaves out configurations that cannot lead to the end
     * @param budget how many configurations may be looked at
     */
    Search(Moves<S> moves, Predicate<Configuration<S>> hopeful, long budget) {
        this.moves = moves;
        this.hopeful = hopeful;
        this.budget = budget;
    }

    Answer run() {
        Deque<Configuration<S>> stack = new ArrayDeque<>();
        push(stack, null, moves.first());
        while (!stack.isEmpty()) {
            Configuration<S> at = stack.removeLast();
            if (moves.isLast(at)) {
                last = at;
                return Answer.CONFORMS;
            }
            if (before.size() > budget) {
                return Answer.OUT_OF_BUDGET;
            }
            List<Configuration<S>> next = moves.from(at);
            for (int k = next.size() - 1; k >= 0; k--) { // the likeliest is on top
                push(stack, at, next.get(k));
            }
        }
        return Answer.REFUTED;
    }

    private void push(Deque<Configuration<S>> stack, Configuration<S> at, Configuration<S> next) {
        if ((moves.isLast(next) || hopeful.test(next)) && !before.containsKey(next)) {
            before.put(next, at);
            stack.addLast(next);
        }
    }

    /** The configurations that lead to the end, if the history conforms; otherwise none. */
    List<Configuration<S>> path() {
        List<Configuration<S>> path = new ArrayList<>();
        for (Configuration<S> at = last; at != null; at = before.get(at)) {
            path.add(at);
        }
        Collections.reverse(path);
        return path;
    }

    Moves<S> moves() {
        return moves;
    }

    /** All configurations that were looked at. */
    Set<Configuration<S>> seen() {
        return before.keySet();
    }
}
