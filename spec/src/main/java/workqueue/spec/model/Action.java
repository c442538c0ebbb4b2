package workqueue.spec.model;

import java.util.Set;

/**
 * Something that can happen in a state: one action of a TLA+ module, with its arguments.
 *
 * @param <S> the states
 */
public interface Action<S> {
    /**
     * The rules that forbid this action in a state; empty where it is allowed. A conjunct of the TLA+ action that no rule
     * stands for (there is no such worker, the caller is busy) is a precondition: see {@link #possible}.
     */
    default Set<String> broken(S state) {
        return Set.of();
    }

    /** Whether the action makes sense in a state at all, rules aside. */
    default boolean possible(S state) {
        return true;
    }

    /** The state that follows. Asked also where rules forbid the action, to see what follows from the breach. */
    default S apply(S state) {
        return state;
    }

    /** Whether the action is possible and no rule forbids it. */
    default boolean enabled(S state) {
        return possible(state) && broken(state).isEmpty();
    }
}
