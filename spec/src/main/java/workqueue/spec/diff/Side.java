package workqueue.spec.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import workqueue.spec.model.Action;

/**
 * One of the two profiles after the steps of a scenario: all states that it can be in.
 *
 * @param states closed under what may happen unseen; none if the rules forbid the scenario
 */
record Side<S>(Client<S> client, Set<S> states) {
    static <S> Side<S> start(Client<S> client) {
        return new Side<>(client, closure(client, List.of(client.initial())));
    }

    private static <S> Set<S> closure(Client<S> client, Collection<S> seeds) {
        Set<S> closed = new LinkedHashSet<>(seeds);
        Deque<S> open = new ArrayDeque<>(closed);
        while (!open.isEmpty()) {
            S state = open.remove();
            for (Action<S> action : client.hidden(state)) {
                if (action.enabled(state)) {
                    S next = action.apply(state);
                    if (closed.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return closed;
    }

    boolean isForbidden() {
        return states.isEmpty();
    }

    Side<S> after(Step step) {
        return new Side<>(client, closure(client, next(states, step)));
    }

    private Set<S> next(Set<S> from, Step step) {
        Set<S> next = new LinkedHashSet<>(); // so that all runs are the same
        for (S state : from) {
            for (Action<S> action : client.visible(state, step)) {
                if (action.enabled(state)) {
                    next.add(action.apply(state));
                }
            }
        }
        return next;
    }

    /**
     * The rules that forbid the next step: those whose breach, by the step itself or else by something unseen before it, is
     * enough for it to happen. Of several such sets one that tells more than that there was no reason for a run (rule R1),
     * and a small one. Empty if the specification does not know such a step at all.
     */
    Set<String> broken(Step step) {
        List<Set<String>> breaches = ownBreaches(step);
        for (S state : states) {
            for (Action<S> action : client.hidden(state)) {
                if (isBreach(action, state)
                        && !next(closure(client, List.of(action.apply(state))), step)
                                .isEmpty()) {
                    breaches.add(action.broken(state));
                }
            }
        }
        return breaches.stream()
                .min(Comparator.<Set<String>, Boolean>comparing(rules -> rules.contains("R1"))
                        .thenComparing(Set::size))
                .orElse(Set.of());
    }

    /** Those of the alternatives that come first come first. */
    private List<Set<String>> ownBreaches(Step step) {
        List<Set<String>> breaches = new ArrayList<>();
        int alternatives = 1;
        for (int k = 0; k < alternatives; k++) {
            for (S state : states) {
                List<Action<S>> visible = client.visible(state, step);
                alternatives = Math.max(alternatives, visible.size());
                if (k < visible.size() && isBreach(visible.get(k), state)) {
                    breaches.add(visible.get(k).broken(state));
                }
            }
        }
        return breaches;
    }

    private static <S> boolean isBreach(Action<S> action, S state) {
        return action.possible(state) && !action.broken(state).isEmpty();
    }
}
