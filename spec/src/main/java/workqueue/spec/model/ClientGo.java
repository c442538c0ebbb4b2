package workqueue.spec.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a queue that hands out its items: the work queue of client-go (the TLA+ module {@code ClientGo}), and the
 * two simpler ones of profiles {@code dedup} and {@code fifo}. Its actions are the nested records; an enqueue, a removal
 * has one for each outcome.
 *
 * @param kind which of the three
 * @param queue what is pending and can be dequeued, the oldest first
 * @param parked what is pending and waits for its own completion; empty but for client-go
 * @param processing bag of the items that were dequeued and not completed
 * @param closed whether the queue was shut down
 * @param drain whether who drains still waits: the last shutdown asked for it
 * @param draining the callers that shut the queue down and wait
 */
public record ClientGo(
        Kind kind,
        List<Long> queue,
        Set<Long> parked,
        Map<Long, Integer> processing,
        boolean closed,
        boolean drain,
        Set<Long> draining) {

    /** What becomes of an item that is enqueued while it is pending, or processed. */
    public enum Kind {
        /** Pending: coalesced. Processed: pending at once, at the end of the queue when it is completed. */
        CLIENT_GO,
        /** Pending: coalesced. Processed: at the end of the queue at once. */
        DEDUP,
        /** At the end of the queue. */
        FIFO
    }

    /** An empty queue. */
    public static ClientGo initial(Kind kind) {
        return new ClientGo(kind, List.of(), Set.of(), Map.of(), false, false, Set.of());
    }

    /** Whether the item is pending. */
    public boolean pending(long item) {
        return queue.contains(item) || parked.contains(item);
    }

    /** Whether nothing is pending or processed. */
    public boolean idle() {
        return queue.isEmpty() && parked.isEmpty() && processing.isEmpty();
    }

    /** The part of this state that is about some items. */
    public ClientGo only(Set<Long> items) {
        Map<Long, Integer> some = new HashMap<>(processing);
        some.keySet().retainAll(items);
        Set<Long> waiting = new HashSet<>(parked);
        waiting.retainAll(items);
        return new ClientGo(
                kind, queue.stream().filter(items::contains).toList(), waiting, some, closed, drain, draining);
    }

    private boolean coalesces() {
        return kind != Kind.FIFO;
    }

    private boolean mustWait(long item) {
        return kind == Kind.CLIENT_GO && processing.containsKey(item);
    }

    private ClientGo withQueue(List<Long> next) {
        return new ClientGo(kind, next, parked, processing, closed, drain, draining);
    }

    private ClientGo withParked(Set<Long> next) {
        return new ClientGo(kind, queue, next, processing, closed, drain, draining);
    }

    private ClientGo withProcessing(Map<Long, Integer> next) {
        return new ClientGo(kind, queue, parked, next, closed, drain, draining);
    }

    private ClientGo without(long item) {
        int index = queue.indexOf(item);
        return index < 0 ? withParked(Values.without(parked, item)) : withQueue(Values.remove(queue, index));
    }

    /** An enqueue makes the item pending. */
    public record Accept(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses()
                    .require(!state.closed, "CG-1")
                    .require(!state.coalesces() || !state.pending(item), "D1")
                    .broken();
        }

        @Override
        public ClientGo apply(ClientGo state) {
            return state.mustWait(item) // CG-2
                    ? state.withParked(Values.with(state.parked, item))
                    : state.withQueue(Values.append(state.queue, item));
        }
    }

    /** An enqueue finds the item pending. */
    public record Coalesce(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses()
                    .require(!state.closed, "CG-1")
                    .require(state.coalesces(), "D3")
                    .require(state.pending(item), "D2")
                    .broken();
        }
    }

    /** An enqueue finds the queue shut down. */
    public record Refuse(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses().require(state.closed, "A2").broken();
        }
    }

    /** The item is handed out; only the oldest keeps the order. */
    public record Dequeue(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            int index = state.queue.indexOf(item);
            return new Clauses()
                    .require(index >= 0, state.parked.contains(item) ? "S3" : "R1")
                    .require(index <= 0, "O1")
                    .broken();
        }

        @Override
        public ClientGo apply(ClientGo state) {
            return state.without(item).withProcessing(Values.more(state.processing, item));
        }
    }

    /** There is nothing to hand out. */
    public record Empty() implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses().require(state.queue.isEmpty(), "CG-4").broken();
        }
    }

    /** There is nothing to hand out, and there will not be. */
    public record Closed() implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses()
                    .require(state.queue.isEmpty() && state.closed, "CG-4")
                    .broken();
        }
    }

    /** An item that is processed is completed; if it is pending, it takes its place in the queue. */
    public record Complete(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses()
                    .require(state.processing.containsKey(item), state.kind == Kind.CLIENT_GO ? "CG-5" : "CG-6")
                    .broken();
        }

        @Override
        public ClientGo apply(ClientGo state) {
            ClientGo completed = state.withProcessing(Values.fewer(state.processing, item));
            return state.parked.contains(item) // CG-3
                    ? completed.without(item).withQueue(Values.append(state.queue, item))
                    : completed;
        }
    }

    /** A completion finds that the item is not processed. */
    public record CompleteNothing(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses()
                    .require(!state.processing.containsKey(item), "CG-6")
                    .broken();
        }
    }

    /** An item that is pending is taken back. */
    public record Cancel(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses().require(state.pending(item), "CG-7").broken();
        }

        @Override
        public ClientGo apply(ClientGo state) {
            return state.without(item);
        }
    }

    /** A cancel finds that the item is not pending. */
    public record CancelNothing(long item) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses().require(!state.pending(item), "CG-7").broken();
        }
    }

    /** All that is pending is taken back at once: these items, in their order. */
    public record TakeAll(List<Long> items) implements Action<ClientGo> {
        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses().require(state.queue.equals(items), "CG-8").broken();
        }

        @Override
        public ClientGo apply(ClientGo state) {
            return state.withQueue(List.of());
        }
    }

    /** The queue is shut down; who drains it waits no longer. */
    public record ShutDown() implements Action<ClientGo> {
        @Override
        public ClientGo apply(ClientGo state) {
            return new ClientGo(state.kind, state.queue, state.parked, state.processing, true, false, state.draining);
        }
    }

    /** A caller shuts the queue down and waits for what is pending or processed. */
    public record DrainBegin(long caller) implements Action<ClientGo> {
        @Override
        public boolean possible(ClientGo state) {
            return !state.draining.contains(caller);
        }

        @Override
        public ClientGo apply(ClientGo state) {
            Set<Long> callers = Values.with(state.draining, caller);
            return new ClientGo(state.kind, state.queue, state.parked, state.processing, true, true, callers);
        }
    }

    /** The caller's wait ends. */
    public record DrainReturn(long caller) implements Action<ClientGo> {
        @Override
        public boolean possible(ClientGo state) {
            return state.draining.contains(caller);
        }

        @Override
        public Set<String> broken(ClientGo state) {
            return new Clauses().require(!state.drain || state.idle(), "CG-9").broken();
        }

        @Override
        public ClientGo apply(ClientGo state) {
            Set<Long> callers = Values.without(state.draining, caller);
            return new ClientGo(
                    state.kind, state.queue, state.parked, state.processing, state.closed, state.drain, callers);
        }
    }

    /** What is pending vanishes: never allowed. */
    public record Discard(long item) implements Action<ClientGo> {
        @Override
        public boolean possible(ClientGo state) {
            return state.pending(item);
        }

        @Override
        public Set<String> broken(ClientGo state) {
            return Set.of(state.closed ? "C1" : "P1");
        }

        @Override
        public ClientGo apply(ClientGo state) {
            return state.without(item);
        }
    }
}
