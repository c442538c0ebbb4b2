package workqueue.spec.model;

import java.util.Set;

/**
 * The actions of scheduled and waiting items: the TLA+ module {@code MediaFoundationScheduled}. A key names such an item
 * until it fires or is cancelled; afterwards it is consumed, and a cancel has one action for each status that it can answer
 * with.
 */
public final class MediaFoundationScheduled {
    private MediaFoundationScheduled() {}

    private static MediaFoundation consume(MediaFoundation state, long key) {
        return state.withDeferred(Values.remove(state.deferred(), key));
    }

    private static MediaFoundation queued(MediaFoundation state, Deferred item, boolean cancelled) {
        Instance instance = new Instance(item.item(), 0, cancelled, Set.of());
        return state.with(item.queue(), state.queue(item.queue()).append(instance)); // MF-41
    }

    /** An item is scheduled, or put to wait for an event. */
    public record Defer(long key, Deferred item) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return !state.deferred().containsKey(key);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(state.started(), "MF-17").broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.withDeferred(Values.put(state.deferred(), key, item));
        }
    }

    /** The time or the event has come: the item goes to its queue. */
    public record Fire(long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.deferred().containsKey(key); // MF-47
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(state.started(), "MF-58").broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return queued(consume(state, key), state.deferred().get(key), false); // MF-45, MF-47
        }
    }

    /** A cancel succeeds: a scheduled item goes, a waiting one is told. */
    public record Cancel(long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.deferred().containsKey(key);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(state.started(), "MF-52").broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            Deferred item = state.deferred().get(key);
            MediaFoundation without = consume(state, key); // MF-51
            return item.timed() ? without : queued(without, item, true); // MF-49, MF-50
        }
    }

    /** A cancel succeeds, but its key was consumed before. */
    public record CancelTooLate(long key) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(state.started(), "MF-52")
                    .require(!state.deferred().containsKey(key), "MF-48")
                    .broken();
        }
    }

    /** A cancel answers MF_E_NOT_FOUND. */
    public record RefuseCancel(long key) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(state.started(), "MF-52")
                    .require(!state.deferred().containsKey(key), "MF-51")
                    .broken();
        }
    }

    /** A cancel answers MF_E_SHUTDOWN. */
    public record RefuseCancelShutdown(long key) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(!state.started(), "MF-52").broken();
        }
    }

    /** What was scheduled or waits when the platform shuts down may never fire. */
    public record Lapse(long key) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.deferred().containsKey(key);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(!state.started(), "MF-66").broken(); // MF-56
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return consume(state, key);
        }
    }
}
