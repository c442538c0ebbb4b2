package workqueue.spec.model;

import java.util.Set;

/**
 * The actions of delayed items of Linux: the TLA+ module {@code LinuxDelayedWork}. An item whose timer runs is pending
 * (rule LX-18), and enters the queue when the timer expires.
 */
public final class LinuxDelayedWork {
    private LinuxDelayedWork() {}

    private static LinuxWorkqueue stopped(LinuxWorkqueue state, long item) {
        return state.withTimers(Values.without(state.timers(), item));
    }

    /** An enqueue, delayed or not, finds that the timer runs. */
    public record CoalesceDelayed(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.exists();
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses().require(state.timers().contains(item), "LX-18").broken();
        }
    }

    /** The timer of an item that is not pending starts. */
    public record Arm(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.exists();
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses()
                    .require(state.enabled(item), "LX-14")
                    .require(!state.pending(item), "LX-18")
                    .broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.withTimers(Values.with(state.timers(), item));
        }
    }

    /** The timer of an item that is in the queue starts, and the item is taken off. */
    public record Rearm(int index) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.exists() && index < state.queue().queue().size();
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses().require(state.enabled(item(state)), "LX-14").broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.withTimers(Values.with(state.timers(), item(state)))
                    .with(state.queue().discard(index));
        }

        private long item(LinuxWorkqueue state) {
            return state.queue().queue().get(index).item();
        }
    }

    /** The timer expires, or a flush does not wait for it: the item enters the queue. */
    public record Fire(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.timers().contains(item);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return stopped(state, item).mayAccept(item, state.phase() == LinuxWorkqueue.Phase.OPEN);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return stopped(state, item).with(state.queue().append(item));
        }
    }

    /** The timer expires while the queue drains, and the item is dropped (rule LX-16). */
    public record Lapse(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.timers().contains(item) && state.phase() != LinuxWorkqueue.Phase.OPEN;
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return stopped(state, item);
        }
    }

    /** A cancel, or a disable, stops the timer. */
    public record Stop(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.exists() && state.timers().contains(item);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses().require(!state.enabled(item), "LX-12").broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return stopped(state, item);
        }
    }
}
