package workqueue.spec.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The state of the Media Foundation platform and its work queues: the TLA+ module {@code MediaFoundation}. Its actions are
 * the nested records; a put has one for each status that it can answer with. Those of scheduled and waiting items are in
 * {@link MediaFoundationScheduled}, those of periodic callbacks in {@link MediaFoundationPeriodic}.
 *
 * @param workers how many instances may be off all queues at once
 * @param startups starts less shutdowns
 * @param locks the lock counts of private queues that are locked
 * @param allocated the private identifiers that were ever given out
 * @param queues the queues that were ever put to; the others are empty
 * @param serial the private queues that run one item at a time
 * @param keeps the private queues that a serial queue stands over, where it does
 * @param deferred by key, the items that wait for their time or event
 * @param shared by task, the queue that it shared last
 * @param periodic by key, the periodic callbacks that were ever added
 */
public record MediaFoundation(
        int workers,
        int startups,
        Map<Long, Integer> locks,
        Set<Long> allocated,
        Map<Long, WorkQueue> queues,
        Set<Long> serial,
        Map<Long, Set<Long>> keeps,
        Map<Long, Deferred> deferred,
        Map<Long, Long> shared,
        Map<Long, Periodic> periodic) {

    /** The standard platform queue, which is serial. */
    public static final long STANDARD = 1;

    /** The platform queue that periodic callbacks are called on (rule MF-46). */
    public static final long TIMER = 4;

    /** The platform queues that the documents define. */
    public static final Set<Long> PLATFORM_QUEUES = Set.of(STANDARD, 2L, 3L, TIMER, 5L, 7L);

    /** The platform before its first startup. */
    public static MediaFoundation initial(int workers) {
        return new MediaFoundation(
                workers, 0, Map.of(), Set.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Whether an identifier is of the platform's queues: its upper half is zero (rule MF-14). */
    public static boolean isPlatform(long queue) {
        return queue >>> 16 == 0;
    }

    /** Whether the platform is started. */
    public boolean started() {
        return startups > 0;
    }

    /** Whether a put to the queue has somewhere to go (rules MF-19, MF-26). */
    public boolean live(long queue) {
        return isPlatform(queue) || locks.containsKey(queue) || isKept(queue);
    }

    private boolean isKept(long queue) {
        return keeps.entrySet().stream()
                .anyMatch(over -> over.getValue().contains(queue) && locks.containsKey(over.getKey()));
    }

    /** The queue with that identifier. */
    public WorkQueue queue(long id) {
        WorkQueue queue = queues.get(id);
        return queue != null ? queue : WorkQueue.empty(policy(id));
    }

    private Policy policy(long id) {
        Policy.Exclusion exclusion = isSerial(id) ? Policy.Exclusion.DEQUEUE : Policy.Exclusion.NONE;
        return new Policy(Policy.Dedup.DISTINCT, exclusion, Policy.UNLIMITED);
    }

    private boolean isSerial(long id) {
        return id == STANDARD || serial.contains(id);
    }

    private int load() {
        int load = 0;
        for (WorkQueue queue : queues.values()) {
            load += Values.size(queue.dequeued()) + queue.running().size();
        }
        return load;
    }

    private MediaFoundation withStartups(int count) {
        return new MediaFoundation(workers, count, locks, allocated, queues, serial, keeps, deferred, shared, periodic);
    }

    private MediaFoundation withLocks(long id, int count) {
        Map<Long, Integer> next = count > 0 ? Values.put(locks, id, count) : Values.remove(locks, id);
        return new MediaFoundation(
                workers, startups, next, allocated, queues, serial, keeps, deferred, shared, periodic);
    }

    MediaFoundation withDeferred(Map<Long, Deferred> next) {
        return new MediaFoundation(workers, startups, locks, allocated, queues, serial, keeps, next, shared, periodic);
    }

    MediaFoundation withPeriodic(Map<Long, Periodic> next) {
        return new MediaFoundation(workers, startups, locks, allocated, queues, serial, keeps, deferred, shared, next);
    }

    private MediaFoundation withShared(long task, long queue) {
        return new MediaFoundation(
                workers,
                startups,
                locks,
                allocated,
                queues,
                serial,
                keeps,
                deferred,
                Values.put(shared, task, queue),
                periodic);
    }

    /** The same platform with another state of one queue. */
    public MediaFoundation with(long id, WorkQueue queue) {
        boolean nothing = queue.idle();
        Map<Long, WorkQueue> next = nothing ? Values.remove(queues, id) : Values.put(queues, id, queue);
        return new MediaFoundation(
                workers, startups, locks, allocated, next, serial, keeps, deferred, shared, periodic);
    }

    /** The part of this state that is about some queues. */
    public MediaFoundation only(LongPredicate wanted) {
        Map<Long, WorkQueue> someQueues = new HashMap<>(queues);
        Map<Long, Integer> someLocks = new HashMap<>(locks);
        Set<Long> someAllocated = new HashSet<>(allocated);
        Set<Long> someSerial = new HashSet<>(serial);
        for (Set<Long> ids : List.of(someQueues.keySet(), someLocks.keySet(), someAllocated, someSerial)) {
            ids.removeIf(id -> !wanted.test(id));
        }
        Map<Long, Set<Long>> someKeeps = new HashMap<>(keeps);
        someKeeps.keySet().removeIf(id -> !wanted.test(id));
        Map<Long, Deferred> someDeferred = Values.keep(deferred, item -> wanted.test(item.queue()));
        Map<Long, Long> someShared = Values.keep(shared, wanted::test);
        Map<Long, Periodic> somePeriodic = wanted.test(TIMER) ? periodic : Map.of();
        return new MediaFoundation(
                workers,
                startups,
                someLocks,
                someAllocated,
                someQueues,
                someSerial,
                someKeeps,
                someDeferred,
                someShared,
                somePeriodic);
    }

    /** The platform is started once more. */
    public record Startup() implements Action<MediaFoundation> {
        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.withStartups(state.startups + 1); // MF-2
        }
    }

    /** The platform is shut down once, or was not started. */
    public record Shutdown() implements Action<MediaFoundation> {
        @Override
        public MediaFoundation apply(MediaFoundation state) {
            MediaFoundation next = state.withStartups(Math.max(state.startups - 1, 0)); // MF-2, MF-3
            if (next.started()) {
                return next;
            }
            Map<Long, Periodic> lapsed = new HashMap<>(next.periodic);
            lapsed.replaceAll((key, callback) -> callback.isAdded() ? callback.in(Periodic.Stage.LAPSED) : callback);
            return next.withPeriodic(lapsed); // MF-58
        }
    }

    /**
     * A private queue is allocated and locked once.
     *
     * @param base the queue that a serial one is allocated over, or null
     */
    public record Allocate(long queue, boolean serial, Long base) implements Action<MediaFoundation> {
        /** Not over another queue. */
        public Allocate(long queue, boolean serial) {
            this(queue, serial, null);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(state.started(), "MF-4")
                    .require(!isPlatform(queue), "MF-14")
                    .require(!state.locks.containsKey(queue), "MF-19")
                    .require(!state.allocated.contains(queue), "MF-68")
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            Set<Long> kinds = serial ? Values.with(state.serial, queue) : state.serial;
            MediaFoundation locked = state.withLocks(queue, 1); // MF-19
            Set<Long> ids = Values.with(state.allocated, queue);
            Map<Long, Set<Long>> over = state.keeps;
            if (base != null && !isPlatform(base) && state.live(base)) {
                over = Values.put(over, queue, Values.with(over.getOrDefault(base, Set.of()), base)); // MF-26
            }
            return new MediaFoundation(
                    state.workers,
                    state.startups,
                    locked.locks,
                    ids,
                    state.queues,
                    kinds,
                    over,
                    state.deferred,
                    state.shared,
                    state.periodic);
        }
    }

    /** No queue is allocated, because the platform is not started. */
    public record RefuseAllocate() implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(!state.started(), "MF-4").broken();
        }
    }

    /** The queue that a task shares is locked once more; or, if there is none, allocated. */
    public record LockShared(long task, long queue) implements Action<MediaFoundation> {
        private boolean isAllocated(MediaFoundation state) {
            return state.shared.containsValue(queue) && state.locks.containsKey(queue);
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            Long own = state.shared.get(task);
            Set<String> allocating = isAllocated(state) ? Set.of() : new Allocate(queue, false).broken(state);
            return new Clauses()
                    .require(own == null || own == queue || !state.locks.containsKey(own), "MF-25")
                    .with(allocating)
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            Action<MediaFoundation> lock = isAllocated(state) ? new Lock(queue) : new Allocate(queue, false);
            return lock.apply(state).withShared(task, queue); // MF-25
        }
    }

    /** A private queue is locked once more. */
    public record Lock(long queue) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(state.locks.containsKey(queue), "MF-21")
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.locks.containsKey(queue) ? state.withLocks(queue, state.locks.get(queue) + 1) : state;
        }
    }

    /** A private queue is unlocked; the last unlock releases it. */
    public record Unlock(long queue) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(state.locks.containsKey(queue), "MF-21")
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.locks.containsKey(queue)
                    ? state.withLocks(queue, state.locks.get(queue) - 1)
                    : state; // MF-19, MF-22
        }
    }

    /** Locking or unlocking a platform queue does nothing (rule MF-20). */
    public record LockPlatformQueue(long queue) implements Action<MediaFoundation> {}

    /** A lock or unlock fails, because the private queue is not locked. */
    public record RefuseLock(long queue) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(!state.locks.containsKey(queue), "MF-19")
                    .broken();
        }
    }

    /** A put succeeds. */
    public record Accept(long queue, long item, int priority) implements Action<MediaFoundation> {
        /** A put of the usual priority. */
        public Accept(long queue, long item) {
            this(queue, item, 0); // MF-36
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(state.started(), "MF-17")
                    .require(state.live(queue), "MF-15")
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            Instance instance = new Instance(item, priority, false, Set.of());
            return state.with(queue, state.queue(queue).append(instance)); // MF-32, MF-40
        }
    }

    /** A put answers MF_E_SHUTDOWN. */
    public record RefuseShutdown(long queue, long item) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses().require(!state.started(), "MF-17").broken();
        }
    }

    /** A put answers MF_E_INVALID_WORKQUEUE. */
    public record RefuseInvalid(long queue, long item) implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            boolean undefined = isPlatform(queue) && !PLATFORM_QUEUES.contains(queue); // MF-16
            boolean unlocked = !isPlatform(queue) && !state.locks.containsKey(queue);
            return new Clauses()
                    .require(undefined || unlocked, "MF-15")
                    .require(!state.isKept(queue) || !unlocked, "MF-26")
                    .broken();
        }
    }

    /** A thread takes the instance at an index off a queue; it keeps the order unless an earlier one is as urgent. */
    public record Dequeue(long queue, int index) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return index < state.queue(queue).queue().size() && state.load() < state.workers;
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            Set<String> broken = new HashSet<>(state.queue(queue).mayDequeue(index));
            if (!state.isSerial(queue)) {
                int priority = state.queue(queue).queue().get(index).priority();
                boolean first = state.queue(queue).queue().stream().noneMatch(other -> other.priority() > priority);
                broken.addAll(new Clauses().require(first, "MF-36").broken());
            }
            return broken;
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.with(queue, state.queue(queue).dequeue(index));
        }
    }

    /** A thread calls the callback. */
    public record Enter(long worker, long queue, Instance instance) implements Action<MediaFoundation> {
        /** The callback of an item of the usual priority. */
        public Enter(long worker, long queue, long item) {
            this(worker, queue, Instance.fresh(item));
        }

        @Override
        public boolean possible(MediaFoundation state) {
            return state.queues.values().stream().noneMatch(q -> q.running().containsKey(worker));
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return state.queue(queue).mayEnter(instance);
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.with(queue, state.queue(queue).enter(worker, instance));
        }
    }

    /** The callback returned. */
    public record Finish(long worker, long queue) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return state.queue(queue).running().containsKey(worker); // R3
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.with(queue, state.queue(queue).finish(worker));
        }
    }

    /** What is pending on a queue vanishes. Shutdown may do that to live queues (rule MF-56). */
    public record Discard(long queue, int index) implements Action<MediaFoundation> {
        @Override
        public boolean possible(MediaFoundation state) {
            return index < state.queue(queue).queue().size();
        }

        @Override
        public Set<String> broken(MediaFoundation state) {
            return new Clauses()
                    .require(!state.started() && state.live(queue), "MF-66")
                    .broken();
        }

        @Override
        public MediaFoundation apply(MediaFoundation state) {
            return state.with(queue, state.queue(queue).discard(index));
        }
    }

    /** A recording ends in order: nothing accepted waits for its run, nor for its time, and no callback for its first call. */
    public record AtRest() implements Action<MediaFoundation> {
        @Override
        public Set<String> broken(MediaFoundation state) {
            boolean paid = state.queues.values().stream()
                    .allMatch(
                            queue -> queue.queue().isEmpty() && queue.dequeued().isEmpty());
            boolean scheduled = state.deferred.values().stream().anyMatch(Deferred::timed);
            boolean forgotten =
                    state.periodic.values().stream().anyMatch(callback -> callback.isAdded() && !callback.called());
            return new Clauses()
                    .require(paid && !(scheduled && state.started()), "MF-66")
                    .require(!forgotten, "MF-53")
                    .broken();
        }
    }
}
