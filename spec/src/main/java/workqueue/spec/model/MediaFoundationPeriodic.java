package workqueue.spec.model;

import java.util.Set;

/**
 * The actions of periodic callbacks: the TLA+ module {@code MediaFoundationPeriodic}. A key names such a callback, also after
 * it was removed.
 */
public final class MediaFoundationPeriodic {
    private MediaFoundationPeriodic() {}

    private static MediaFoundation with(MediaFoundation state, long key, Periodic callback) {
        return state.withPeriodic(Values.put(state.periodic(), key, callback));
    }

    /** A callback is added. */
    public record AddPeriodic(long key, long item) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return !state.periodic().containsKey(key);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(state.started(), "MF-52").broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return with(state, key, Periodic.added(item));
        }
    }

    /** A thread calls the callback. */
    public record EnterPeriodic(long worker, long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.periodic().containsKey(key);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            Periodic callback = state.periodic().get(key);
            return new Clauses()
                    .require(callback.workers().isEmpty(), "MF-46")
                    .require(callback.stage() != Periodic.Stage.REMOVED || !callback.called(), "MF-54")
                    .require(callback.stage() != Periodic.Stage.LAPSED, "MF-58")
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return with(state, key, state.periodic().get(key).enteredBy(worker)); // MF-53
        }
    }

    /** The callback returned. */
    public record FinishPeriodic(long worker, long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            Periodic callback = state.periodic().get(key);
            return callback != null && callback.workers().contains(worker); // R3
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return with(state, key, state.periodic().get(key).finishedBy(worker));
        }
    }

    /** A removal succeeds. */
    public record RemovePeriodic(long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.periodic().containsKey(key);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(state.started(), "MF-52").broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return with(state, key, state.periodic().get(key).in(Periodic.Stage.REMOVED)); // MF-54
        }
    }

    /** A removal answers MF_E_NOT_FOUND. */
    public record RefuseRemove(long key) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            Periodic callback = state.periodic().get(key);
            return new Clauses()
                    .require(state.started(), "MF-52")
                    .require(callback == null || !callback.isAdded(), "MF-51")
                    .broken();
        }
    }

    /** An addition or a removal answers MF_E_SHUTDOWN. */
    public record RefusePeriodicShutdown() implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(!state.started(), "MF-52").broken();
        }
    }
}
