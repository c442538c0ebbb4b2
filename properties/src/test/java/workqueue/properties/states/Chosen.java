package workqueue.properties.states;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import workqueue.spec.model.Action;

/**
 * An action whose arguments depend on the state: that of a run is about the thread that it is on.
 *
 * @param choice the action that is meant, or empty if there is none
 */
record Chosen<S>(Function<S, Optional<? extends Action<S>>> choice) implements Action<S> {
    private Action<S> chosen(S state) {
        return choice.apply(state).<Action<S>>map(action -> action).orElse(new Nothing<>());
    }

    @Override
    public Set<String> broken(S state) {
        return chosen(state).broken(state);
    }

    @Override
    public boolean possible(S state) {
        return chosen(state).possible(state);
    }

    @Override
    public S apply(S state) {
        return chosen(state).apply(state);
    }

    private record Nothing<S>() implements Action<S> {
        @Override
        public boolean possible(S state) {
            return false;
        }
    }
}
