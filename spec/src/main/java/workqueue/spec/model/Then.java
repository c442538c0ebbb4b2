package workqueue.spec.model;

import java.util.HashSet;
import java.util.Set;

/**
 * Two actions without anything between them.
 *
 * @param <S> the states
 */
public record Then<S>(Action<S> first, Action<S> second) implements Action<S> {
    /** What leaves every state as it is. */
    public static <S> Action<S> nothing() {
        return new Action<>() {
            @Override
            public String toString() {
                return "Nothing";
            }
        };
    }

    @Override
    public boolean possible(S state) {
        return first.possible(state) && second.possible(first.apply(state));
    }

    @Override
    public Set<String> broken(S state) {
        Set<String> broken = new HashSet<>(first.broken(state));
        broken.addAll(second.broken(first.apply(state)));
        return broken;
    }

    @Override
    public S apply(S state) {
        return second.apply(first.apply(state));
    }
}
