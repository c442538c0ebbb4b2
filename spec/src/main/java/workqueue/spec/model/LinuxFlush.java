package workqueue.spec.model;

import java.util.Set;

/** The actions of callers that wait, of the TLA+ module {@code LinuxWorkqueue}. */
public final class LinuxFlush {
    private LinuxFlush() {}

    /** A caller begins to wait for what is outstanding of the item. */
    public record FlushBegin(long caller, long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.free(caller);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue().flushBegin(caller, item));
        }
    }

    /** The caller's wait ends. */
    public record FlushReturn(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.queue().flushing().containsKey(caller);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return state.queue().mayFlushReturn(caller);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue().flushReturn(caller));
        }
    }

    /** A caller begins to wait for what is outstanding of any item. */
    public record FlushQueueBegin(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.free(caller);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue().awaitAll(caller)).withFlushers(Values.with(state.flushers(), caller));
        }
    }

    /** The caller's wait for the queue ends. */
    public record FlushQueueReturn(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.flushers().contains(caller);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses()
                    .require(!state.queue().awaited(caller), "LX-10")
                    .broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue().flushReturn(caller)).withFlushers(Values.without(state.flushers(), caller));
        }
    }

    /** A flush finds nothing to wait for. */
    public record FlushNothing(long item) implements Action<LinuxWorkqueue> {
        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            boolean nothing = state.queue().drained(item) && !state.timers().contains(item);
            return new Clauses().require(nothing, "LX-9").broken();
        }
    }
}
