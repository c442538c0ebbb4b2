package workqueue.spec.model;

import java.util.Map;
import java.util.Set;

/**
 * The state of the I/O manager's work items of one device: the TLA+ module {@code IoWorkItem}. Its actions are the nested
 * records.
 *
 * @param born what an item is that was never mentioned: {@link Life#ABSENT}, or for recordings that begin after the items
 *     did, {@link Life#ALLOCATED}
 * @param object the life of every item that is not as it was born
 * @param device the device that all items are of
 * @param queue the queue that all items share
 */
public record IoWorkItem(Life born, Map<Long, Life> object, Device device, WorkQueue queue) {
    /** The life of an item; it goes one way (rule L5). */
    public enum Life {
        /** Neither allocated nor initialized. */
        ABSENT,
        /** From {@code IoAllocateWorkItem}; to be freed. */
        ALLOCATED,
        /** From {@code IoInitializeWorkItem}; to be uninitialized. */
        INITIALIZED,
        /** Freed or uninitialized: there is no such item any more. */
        FREED
    }

    /** The life of the device object. */
    public enum Device {
        /** In use. */
        LIVE,
        /** To go as soon as nothing refers to it. */
        DELETING,
        /** Gone. */
        GONE
    }

    /**
     * The initial state.
     *
     * @param object items that are not as they are born
     * @param workers how many threads there are
     */
    public static IoWorkItem initial(Life born, Map<Long, Life> object, int workers) {
        Policy policy = new Policy(Policy.Dedup.EXCLUSIVE, Policy.Exclusion.NONE, workers);
        return new IoWorkItem(born, object, Device.LIVE, WorkQueue.empty(policy));
    }

    /** The life of an item. */
    public Life life(long item) {
        return object.getOrDefault(item, born);
    }

    /** How many references the queued and the running items hold on the device (rule IO-17). */
    public int references() {
        return queue.queue().size() + load();
    }

    private int load() {
        return Values.size(queue.dequeued()) + queue.running().size();
    }

    private boolean exists(long item) {
        Life life = life(item);
        return life == Life.ALLOCATED || life == Life.INITIALIZED;
    }

    private boolean threadIsFree() {
        return references() < queue.policy().workers();
    }

    /** The rules that forbid to queue the item. */
    private Clauses mayQueue(long item) {
        boolean good = exists(item) && device != Device.GONE;
        return new Clauses().require(good, "M1").require(queue.enqueueable(item), "IO-9");
    }

    private IoWorkItem with(WorkQueue next) {
        return new IoWorkItem(born, object, device, next);
    }

    private IoWorkItem with(long item, Life life) {
        Map<Long, Life> next = life == born ? Values.remove(object, item) : Values.put(object, item, life);
        return new IoWorkItem(born, next, device, queue);
    }

    private IoWorkItem with(Device next) {
        return new IoWorkItem(born, object, next, queue);
    }

    /** The part of this state that is about one item. */
    public IoWorkItem only(long item) {
        Map<Long, Life> life = object.containsKey(item) ? Map.of(item, object.get(item)) : Map.of();
        return new IoWorkItem(born, life, device, queue.only(item));
    }

    /** The item comes to be: {@link Life#ALLOCATED} or {@link Life#INITIALIZED}. */
    public record Create(long item, Life life) implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return state.device == Device.LIVE;
        }

        @Override
        public Set<String> broken(IoWorkItem state) {
            return new Clauses().require(state.life(item) == Life.ABSENT, "L5").broken();
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(item, life);
        }
    }

    /** The end of an item that came to be as {@code life} says: it is freed, or uninitialized. */
    public record Free(long item, Life life) implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            if (!state.exists(item)) {
                return Set.of("M1");
            }
            return new Clauses()
                    .require(state.life(item) == life, "IO-2")
                    .require(state.queue.enqueueable(item), "IO-13")
                    .broken();
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(item, Life.FREED); // IO-14: also while it runs
        }
    }

    /** The item is queued, which cannot fail (rule IO-6). */
    public record Accept(long item) implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            return state.mayQueue(item).broken();
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(state.queue.append(item)); // IO-4
        }
    }

    /** A try queues the item, for a thread is free. */
    public record TryAccept(long item) implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            return state.mayQueue(item).require(state.threadIsFree(), "IO-25").broken();
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(state.queue.append(item));
        }
    }

    /** A try does not queue the item, for no thread is free. */
    public record TryRefuse(long item) implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            return state.mayQueue(item).require(!state.threadIsFree(), "IO-25").broken();
        }
    }

    /** A worker takes the item at an index off the queue; only at 0 does that keep the order. */
    public record Dequeue(int index) implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(IoWorkItem state) {
            return new Clauses()
                    .require(index == 0, "IO-15")
                    .require(state.load() < state.queue.policy().workers(), "R4")
                    .broken();
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(state.queue.dequeue(index));
        }
    }

    /** A worker calls the routine. */
    public record Enter(long worker, long item) implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return !state.queue.running().containsKey(worker);
        }

        @Override
        public Set<String> broken(IoWorkItem state) {
            return state.queue.mayEnter(Instance.fresh(item));
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(state.queue.enter(worker, Instance.fresh(item)));
        }
    }

    /** The routine returned. */
    public record Finish(long worker) implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return state.queue.running().containsKey(worker); // R3
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(state.queue.finish(worker));
        }
    }

    /** The driver deletes the device, which goes when nothing refers to it. */
    public record DeleteDevice() implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return state.device == Device.LIVE;
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(Device.DELETING);
        }
    }

    /** The device goes. */
    public record RemoveDevice() implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return state.device == Device.DELETING;
        }

        @Override
        public Set<String> broken(IoWorkItem state) {
            return new Clauses().require(state.references() == 0, "IO-17").broken();
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(Device.GONE);
        }
    }

    /** What is pending vanishes: never allowed. */
    public record Discard(int index) implements Action<IoWorkItem> {
        @Override
        public boolean possible(IoWorkItem state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(IoWorkItem state) {
            return Set.of("P1");
        }

        @Override
        public IoWorkItem apply(IoWorkItem state) {
            return state.with(state.queue.discard(index));
        }
    }

    /** A recording ends in order: nothing queued waits for its run. */
    public record AtRest() implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            boolean paid =
                    state.queue.queue().isEmpty() && state.queue.dequeued().isEmpty();
            return new Clauses().require(paid, "P1").broken();
        }
    }
}
