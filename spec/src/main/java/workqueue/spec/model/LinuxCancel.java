package workqueue.spec.model;

import java.util.Set;

/** The actions that take items off the queue, or keep them off, of the TLA+ module {@code LinuxWorkqueue}. */
public final class LinuxCancel {
    private LinuxCancel() {}

    /** A caller begins to cancel the item, and waits. */
    public record CancelBegin(long caller, long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.free(caller);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.withCancelling(Values.put(state.cancelling(), caller, item));
        }
    }

    /** A cancel, or a disable, takes the item off the queue. */
    public record Take(long item) implements Action<LinuxWorkqueue> {
        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses().require(state.pending(item), "LX-12").broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            int index = state.queue().indexOf(item);
            LinuxWorkqueue stopped = state.withTimers(Values.without(state.timers(), item));
            return index < 0 ? stopped : stopped.with(state.queue().discard(index));
        }
    }

    /** A cancel, or a disable, finds that the item is not pending. */
    public record TakeNothing(long item) implements Action<LinuxWorkqueue> {
        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses().require(!state.pending(item), "LX-12").broken();
        }
    }

    /** A cancel takes everything that is pending of the item off the queue: of a queue that does not coalesce. */
    public record TakeAll(long item) implements Action<LinuxWorkqueue> {
        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue().discardAll(item));
        }
    }

    /** The cancelling caller's wait ends. */
    public record CancelReturn(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.cancelling().containsKey(caller);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            long item = state.cancelling().get(caller);
            return new Clauses()
                    .require(state.queue().drained(item) && !state.timers().contains(item), "LX-12")
                    .broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.withCancelling(Values.remove(state.cancelling(), caller));
        }
    }

    /** The item is disabled once more. */
    public record Disable(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.exists();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.disabled(item, state.disabled().getOrDefault(item, 0) + 1);
        }
    }

    /** The item is disabled once less. */
    public record Enable(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.disabled().containsKey(item);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.disabled(item, state.disabled().get(item) - 1);
        }
    }

    /** What is pending vanishes; a cancel or a disable does that. */
    public record Discard(int index) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return index < state.queue().queue().size();
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            long item = state.queue().queue().get(index).item();
            return new Clauses().require(!state.enabled(item), "P1").broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue().discard(index));
        }
    }
}
