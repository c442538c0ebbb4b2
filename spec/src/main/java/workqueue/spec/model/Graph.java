package workqueue.spec.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All states that can be reached, and the steps between them.
 *
 * @param <S> the states
 * @param steps for every reachable state the steps that are enabled in it, self-loops included
 */
public record Graph<S>(Map<S, List<Step<S>>> steps) {
    /** One step: what happens, and the state that follows. */
    public record Step<S>(Action<S> action, S next) {}

    /**
     * Explores breadth first.
     *
     * @param candidates the actions that may be enabled in a state; must make the reachable states finite
     */
    public static <S> Graph<S> explore(S initial, Function<S, Collection<? extends Action<S>>> candidates) {
        Map<S, List<Step<S>>> steps = new LinkedHashMap<>();
        Deque<S> open = new ArrayDeque<>();
        steps.put(initial, new ArrayList<>());
        open.add(initial);
        while (!open.isEmpty()) {
            S state = open.remove();
            for (Action<S> action : candidates.apply(state)) {
                if (action.enabled(state)) {
                    S next = action.apply(state);
                    steps.get(state).add(new Step<>(action, next));
                    if (!steps.containsKey(next)) {
                        steps.put(next, new ArrayList<>());
                        open.add(next);
                    }
                }
            }
        }
        return new Graph<>(steps);
    }
}
