package workqueue.spec.model;

import java.util.Map;
import java.util.Set;

/**
 * The state of framework work items: the TLA+ module {@code Kmdf}. Its actions are the nested records.
 *
 * @param born what an item is that was never mentioned: {@link Life#ABSENT}, or {@link Life#LIVE} for recordings that
 *     begin after the items were created
 * @param object the life of every item that is not as it was born
 * @param deleting which item's deletion each waiting caller waits for
 * @param queue the queue that all items share
 */
public record Kmdf(Life born, Map<Long, Life> object, Map<Long, Long> deleting, WorkQueue queue) {
    /** The life of an object; it goes one way (rule L5). */
    public enum Life {
        /** Not created. */
        ABSENT,
        /** Created: the handle is good, enqueues are accepted. */
        LIVE,
        /** Being deleted: nothing more is accepted, what was accepted runs. */
        DELETING,
        /** Deleted: the handle is bad. */
        DELETED
    }

    /** The initial state of a coalescing queue. */
    public static Kmdf initial(Life born, Map<Long, Life> object, boolean serialized, int workers) {
        return initial(born, object, serialized, Policy.Dedup.COALESCE, workers);
    }

    /**
     * The initial state.
     *
     * @param object items that are not as they are born
     * @param serialized whether callbacks exclude one another (rule S2)
     * @param dedup {@link Policy.Dedup#COALESCE} from version 1.7 on, {@link Policy.Dedup#EXCLUSIVE} before (rule WDF-10)
     * @param workers how many instances may be off the queue at once
     */
    public static Kmdf initial(Life born, Map<Long, Life> object, boolean serialized, Policy.Dedup dedup, int workers) {
        Policy.Exclusion exclusion = serialized ? Policy.Exclusion.ENTER : Policy.Exclusion.NONE;
        Policy policy = new Policy(dedup, exclusion, workers);
        return new Kmdf(born, object, Map.of(), WorkQueue.empty(policy));
    }

    /** The life of an item. */
    public Life life(long item) {
        return object.getOrDefault(item, born);
    }

    private boolean live(long item) {
        return life(item) == Life.LIVE;
    }

    private boolean valid(long item) {
        return live(item) || life(item) == Life.DELETING;
    }

    private boolean free(long caller) {
        return !queue.flushing().containsKey(caller) && !deleting.containsKey(caller);
    }

    private Kmdf with(WorkQueue next) {
        return new Kmdf(born, object, deleting, next);
    }

    private Kmdf with(long item, Life life) {
        Map<Long, Life> next = life == born ? Values.remove(object, item) : Values.put(object, item, life);
        return new Kmdf(born, next, deleting, queue);
    }

    /** The part of this state that is about one item. */
    public Kmdf only(long item) {
        Map<Long, Life> life = object.containsKey(item) ? Map.of(item, object.get(item)) : Map.of();
        return new Kmdf(born, life, Values.keep(deleting, i -> i == item), queue.only(item));
    }

    /** Creates the item. */
    public record Create(long item) implements Action<Kmdf> {
        @Override
        public Set<String> broken(Kmdf state) {
            boolean absent = state.life(item) == Life.ABSENT;
            return new Clauses().require(absent, "L5").broken();
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(item, Life.LIVE); // L1
        }
    }

    /** An enqueue appends the item. */
    public record Accept(long item) implements Action<Kmdf> {
        @Override
        public Set<String> broken(Kmdf state) {
            if (!state.queue.enqueueable(item)) {
                return Set.of("WDF-10");
            }
            return state.live(item) ? state.queue.mayAppend(item) : Set.of("A1");
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.append(item));
        }
    }

    /** An enqueue finds the item pending. */
    public record Coalesce(long item) implements Action<Kmdf> {
        @Override
        public Set<String> broken(Kmdf state) {
            return state.queue.mayCoalesce(item);
        }
    }

    /** An enqueue finds the item being deleted (rule WDF-35). */
    public record Refuse(long item) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.valid(item);
        }

        @Override
        public Set<String> broken(Kmdf state) {
            return state.queue.enqueueable(item) ? state.queue.mayRefuse(item, state.live(item)) : Set.of("WDF-10");
        }
    }

    /** A worker takes the instance at an index off the queue; only at 0 does that keep the order. */
    public record Dequeue(int index) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(Kmdf state) {
            return state.queue.mayDequeue(index);
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.dequeue(index));
        }
    }

    /** A worker calls the callback. */
    public record Enter(long worker, Instance instance) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return !state.queue.running().containsKey(worker);
        }

        @Override
        public Set<String> broken(Kmdf state) {
            return state.life(instance.item()) == Life.DELETED ? Set.of("L3") : state.queue.mayEnter(instance);
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.enter(worker, instance));
        }
    }

    /** The callback returned. */
    public record Finish(long worker) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.queue.running().containsKey(worker); // R3
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.finish(worker));
        }
    }

    /** A caller begins to wait for what is outstanding of the item. */
    public record FlushBegin(long caller, long item) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.valid(item) && state.free(caller);
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.flushBegin(caller, item));
        }
    }

    /** The caller's wait ends. */
    public record FlushReturn(long caller) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.queue.flushing().containsKey(caller);
        }

        @Override
        public Set<String> broken(Kmdf state) {
            return state.queue.mayFlushReturn(caller);
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.flushReturn(caller));
        }
    }

    /** A caller begins to delete the item, and waits. */
    public record DeleteBegin(long caller, long item) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.live(item) && state.free(caller);
        }

        @Override
        public Kmdf apply(Kmdf state) {
            Kmdf closed = state.with(item, Life.DELETING);
            return new Kmdf(closed.born, closed.object, Values.put(state.deleting, caller, item), state.queue);
        }
    }

    /** The item is deleted from its own callback, which the worker runs (rule L4). */
    public record DeleteSelf(long worker) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            Instance run = state.queue.running().get(worker);
            return run != null && state.live(run.item());
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.running().get(worker).item(), Life.DELETING);
        }
    }

    /** The object goes, because nothing of it is outstanding. */
    public record Dispose(long item) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.life(item) == Life.DELETING;
        }

        @Override
        public Set<String> broken(Kmdf state) {
            return new Clauses().require(state.queue.drained(item), "L2").broken();
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(item, Life.DELETED);
        }
    }

    /** The deleting caller's wait ends. */
    public record DeleteReturn(long caller) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return state.deleting.containsKey(caller);
        }

        @Override
        public Set<String> broken(Kmdf state) {
            boolean gone = state.life(state.deleting.get(caller)) == Life.DELETED;
            return new Clauses().require(gone, "L2").broken();
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return new Kmdf(state.born, state.object, Values.remove(state.deleting, caller), state.queue);
        }
    }

    /** What is pending vanishes: never allowed, and named after what it does to the item. */
    public record Discard(int index) implements Action<Kmdf> {
        @Override
        public boolean possible(Kmdf state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(Kmdf state) {
            return Set.of(state.live(state.queue.queue().get(index).item()) ? "P1" : "C1");
        }

        @Override
        public Kmdf apply(Kmdf state) {
            return state.with(state.queue.discard(index));
        }
    }

    /** A recording ends in order: nothing accepted waits for its run. */
    public record AtRest() implements Action<Kmdf> {
        @Override
        public Set<String> broken(Kmdf state) {
            boolean paid =
                    state.queue.queue().isEmpty() && state.queue.dequeued().isEmpty();
            return new Clauses().require(paid, "P1").broken();
        }
    }
}
