package workqueue.spec.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The state of one workqueue as Linux has it: the TLA+ module {@code LinuxWorkqueue}. Its actions are the nested records,
 * those of {@link LinuxFlush} and those of {@link LinuxCancel}. Other runtimes' queues are this with another policy, and
 * without most of its calls.
 *
 * @param phase whether the queue accepts
 * @param drainer the caller that drains or destroys the queue, or null
 * @param disabled how often each disabled item is disabled
 * @param cancelling which item each waiting caller cancels
 * @param flushers the callers that flush the queue
 * @param timers the delayed items that wait for their time; see {@link LinuxDelayedWork}
 * @param queue the queue
 */
public record LinuxWorkqueue(
        Phase phase,
        Long drainer,
        Map<Long, Integer> disabled,
        Map<Long, Long> cancelling,
        Set<Long> flushers,
        Set<Long> timers,
        WorkQueue queue) {
    /** What the queue accepts. */
    public enum Phase {
        /** Everything. */
        OPEN,
        /** What its own items enqueue, until nothing is left; then everything again. */
        DRAINING,
        /** The same, and then nothing ever again. */
        DESTROYING,
        /** Nothing. */
        DESTROYED
    }

    /** A queue without items. */
    public static LinuxWorkqueue initial(Policy policy) {
        return new LinuxWorkqueue(Phase.OPEN, null, Map.of(), Map.of(), Set.of(), Set.of(), WorkQueue.empty(policy));
    }

    /** The part of this state that is about one item. */
    public LinuxWorkqueue only(long item) {
        Map<Long, Integer> some = new HashMap<>(disabled);
        some.keySet().removeIf(i -> i != item);
        Set<Long> timer = timers.contains(item) ? Set.of(item) : Set.of();
        return new LinuxWorkqueue(
                phase, drainer, some, Values.keep(cancelling, i -> i == item), flushers, timer, queue.only(item));
    }

    /** Whether the item waits, for its time or in the queue (rule LX-18). */
    boolean pending(long item) {
        return timers.contains(item) || queue.pending(item);
    }

    boolean enabled(long item) {
        return !disabled.containsKey(item) && !cancelling.containsValue(item);
    }

    private boolean drains() {
        return phase == Phase.DRAINING || phase == Phase.DESTROYING;
    }

    boolean exists() {
        return phase != Phase.DESTROYED;
    }

    boolean free(long caller) {
        return exists()
                && !queue.flushing().containsKey(caller)
                && !flushers.contains(caller)
                && !cancelling.containsKey(caller)
                && (drainer == null || drainer != caller);
    }

    LinuxWorkqueue with(WorkQueue next) {
        return new LinuxWorkqueue(phase, drainer, disabled, cancelling, flushers, timers, next);
    }

    LinuxWorkqueue withFlushers(Set<Long> next) {
        return new LinuxWorkqueue(phase, drainer, disabled, cancelling, next, timers, queue);
    }

    LinuxWorkqueue withTimers(Set<Long> next) {
        return new LinuxWorkqueue(phase, drainer, disabled, cancelling, flushers, next, queue);
    }

    private LinuxWorkqueue with(Phase next, Long caller) {
        return new LinuxWorkqueue(next, caller, disabled, cancelling, flushers, timers, queue);
    }

    LinuxWorkqueue withCancelling(Map<Long, Long> next) {
        return new LinuxWorkqueue(phase, drainer, disabled, next, flushers, timers, queue);
    }

    LinuxWorkqueue disabled(long item, int times) {
        Map<Long, Integer> next = times > 0 ? Values.put(disabled, item, times) : Values.remove(disabled, item);
        return new LinuxWorkqueue(phase, drainer, next, cancelling, flushers, timers, queue);
    }

    Set<String> mayAccept(long item, boolean open) {
        return new Clauses()
                .require(open, "LX-15")
                .require(enabled(item), "LX-14")
                .require(!timers.contains(item), "LX-18")
                .with(queue.mayAppend(item))
                .broken();
    }

    /** An enqueue appends the item. */
    public record Accept(long item) implements Action<LinuxWorkqueue> {
        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return state.mayAccept(item, state.phase == Phase.OPEN);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue.append(item));
        }
    }

    /** An enqueue by an item that a worker of this queue runs: accepted also while the queue drains. */
    public record AcceptChained(long worker, long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.drains() && state.queue.running().containsKey(worker);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return state.mayAccept(item, true);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue.append(item));
        }
    }

    /** An enqueue finds the item pending. */
    public record Coalesce(long item) implements Action<LinuxWorkqueue> {
        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return state.queue.mayCoalesce(item);
        }
    }

    /** An enqueue finds the item disabled, or being cancelled. */
    public record Refuse(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.exists();
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return new Clauses()
                    .with(state.queue.mayRefuse(item, state.enabled(item)))
                    .require(!state.timers.contains(item), "LX-18")
                    .broken();
        }
    }

    /** An enqueue comes from outside while the queue drains: it is told that all is well, and is dropped. */
    public record Drop(long item) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.drains() && state.enabled(item) && !state.pending(item);
        }
    }

    /** A worker takes the instance at an index off the queue. */
    public record Dequeue(int index) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return state.queue.mayDequeue(index);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue.dequeue(index));
        }
    }

    /** A worker calls the item's function. */
    public record Enter(long worker, Instance instance) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return !state.queue.running().containsKey(worker);
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            return state.queue.mayEnter(instance);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue.enter(worker, instance));
        }
    }

    /** The function returned. */
    public record Finish(long worker) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.queue.running().containsKey(worker); // R3
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.queue.finish(worker));
        }
    }

    /** A caller begins to drain the queue. */
    public record DrainBegin(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.phase == Phase.OPEN && state.free(caller);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(Phase.DRAINING, caller);
        }
    }

    /** A caller begins to destroy the queue, which is drained first. */
    public record DestroyBegin(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.phase == Phase.OPEN && state.free(caller);
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(Phase.DESTROYING, caller);
        }
    }

    /** The queue is drained, or destroyed, and the caller's wait ends. */
    public record DrainReturn(long caller) implements Action<LinuxWorkqueue> {
        @Override
        public boolean possible(LinuxWorkqueue state) {
            return state.drains() && state.drainer == caller;
        }

        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            boolean destroys = state.phase == Phase.DESTROYING;
            return new Clauses()
                    .require(state.queue.idle(), destroys ? "LX-17" : "LX-15")
                    .broken();
        }

        @Override
        public LinuxWorkqueue apply(LinuxWorkqueue state) {
            return state.with(state.phase == Phase.DESTROYING ? Phase.DESTROYED : Phase.OPEN, null);
        }
    }

    /** A recording ends in order: nothing accepted waits for its run. */
    public record AtRest() implements Action<LinuxWorkqueue> {
        @Override
        public Set<String> broken(LinuxWorkqueue state) {
            boolean paid =
                    state.queue.queue().isEmpty() && state.queue.dequeued().isEmpty();
            return new Clauses().require(paid, "P1").broken();
        }
    }
}
