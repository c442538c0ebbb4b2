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
    private int furthest;

    /**
     * Prepares a search.
     *
     * @param hopeful leaves out configurations that cannot lead to the end; where it leaves out none, a refuting search
     *     gets as far as it can, and tells where
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
            furthest = Math.max(furthest, at.moment());
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

    /** After a refutation with hope for all: the moment whose event could not be; the end counts as a moment. */
    int furthest() {
        return furthest;
    }

    /** All configurations that were looked at. */
    Set<Configuration<S>> seen() {
        return seen;
    }
}
