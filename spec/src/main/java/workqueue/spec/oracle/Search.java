package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
    private final Set<Configuration<S>> seen = new HashSet<>();

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
        push(stack, moves.first());
        while (!stack.isEmpty()) {
            Configuration<S> at = stack.removeLast();
            if (moves.isLast(at)) {
                return Answer.CONFORMS;
            }
            if (seen.size() > budget) {
                return Answer.OUT_OF_BUDGET;
            }
            List<Configuration<S>> next = moves.from(at);
            for (int k = next.size() - 1; k >= 0; k--) { // the likeliest is on top
                push(stack, next.get(k));
            }
        }
        return Answer.REFUTED;
    }

    private void push(Deque<Configuration<S>> stack, Configuration<S> next) {
        if ((moves.isLast(next) || hopeful.test(next)) && seen.add(next)) {
            stack.addLast(next);
        }
    }

    /** All configurations that were looked at. */
    Set<Configuration<S>> seen() {
        return seen;
    }
}
