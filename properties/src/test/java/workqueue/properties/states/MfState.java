package workqueue.properties.states;

import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;

/**
 * A platform, and what the specification has no need to remember: a platform that never was started and one that is shut
 * down are the same to it, and so are a key that was consumed and one that was never given out.
 *
 * @param wasStarted whether it was started at all
 * @param keys how many keys were given out
 */
record MfState(MediaFoundation model, boolean wasStarted, int keys) {
    static MfState initial() {
        return new MfState(MediaFoundation.initial(Integer.MAX_VALUE), false, 0);
    }

    /** An action of the specification. */
    record Step(Action<MediaFoundation> action, int keys) implements Action<MfState> {
        Step(Action<MediaFoundation> action) {
            this(action, 0);
        }

        @Override
        public boolean possible(MfState state) {
            return action.possible(state.model);
        }

        @Override
        public Set<String> broken(MfState state) {
            return action.broken(state.model);
        }

        @Override
        public MfState apply(MfState state) {
            MediaFoundation next = action.apply(state.model);
            return new MfState(next, state.wasStarted || next.started(), state.keys + keys);
        }
    }
}
