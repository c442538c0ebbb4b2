package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The general search (Wing and Gong, with Lowe's memory of configurations and just-in-time points): depth first, each
 * configuration at most once.
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
    private final BiPredicate<Configuration<S>, Configuration<S>> hopeful;
    private final Budget budget;
    private final Map<Configuration<S>, Configuration<S>> before = new HashMap<>();
    private Configuration<S> last;

    /**
     * Prepares a search.
     *
     * @param hopeful whether from the first configuration, which may be, the second is worth going to; false for such as
     *     cannot lead to the end
     */
    Search(Moves<S> moves, BiPredicate<Configuration<S>, Configuration<S>> hopeful, Budget budget) {
        this.moves = moves;
        this.hopeful = hopeful;
        this.budget = budget;
    }

    Answer run() {
        Deque<Configuration<S>> stack = new ArrayDeque<>();
        Configuration<S> first = moves.first();
        boolean affordable = push(stack, first, first);
        while (affordable && !stack.isEmpty()) {
            Configuration<S> at = stack.removeLast();
            if (moves.isLast(at)) {
                last = at;
                return Answer.CONFORMS;
            }
            List<Configuration<S>> next = moves.from(at);
            for (int k = next.size() - 1; k >= 0; k--) { // the likeliest is on top
                affordable = affordable && push(stack, at, next.get(k));
            }
        }
        return affordable ? Answer.REFUTED : Answer.OUT_OF_BUDGET;
    }

    /** Notes a configuration that is new; false if the budget does not allow to look at it. */
    private boolean push(Deque<Configuration<S>> stack, Configuration<S> at, Configuration<S> next) {
        if (!budget.spend(moves.weight(next))) {
            return false;
        }
        if (!before.containsKey(next) && (moves.isLast(next) || hopeful.test(at, next))) {
            before.put(next, at.equals(next) ? null : at);
            stack.addLast(next);
        }
        return true;
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
