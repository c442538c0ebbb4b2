package workqueue.spec.model;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The state of kernel streaming workers, plain and counted: the TLA+ module {@code KernelStreaming}. Its actions are the
 * nested records. What waits in the queue is the worker, in one place at a time (rule KS-6), with the item that it was
 * queued with.
 *
 * @param born what a worker is that was never mentioned: {@link Life#ABSENT}, or {@link Life#REGISTERED} for recordings
 *     that begin after the workers were registered
 * @param life the life of every worker that is not as it was born
 * @param unregistering which worker each waiting caller unregisters
 * @param items the item that each waiting worker was queued with
 * @param counts the counts of counted workers, without zeroes
 * @param tasks what each thread that processes tasks is about
 * @param queue the system queue; its items are workers
 */
public record KernelStreaming(
        Life born,
        Map<Long, Life> life,
        Map<Long, Long> unregistering,
        Map<Long, Long> items,
        Map<Long, Long> counts,
        Map<Long, Stage> tasks,
        WorkQueue queue) {

    /** The life of a worker; it goes one way. */
    public enum Life {
        /** Not registered. */
        ABSENT,
        /** Registered: it can be queued. */
        REGISTERED,
        /** Being unregistered: what is queued runs. */
        UNREGISTERING,
        /** Unregistered. */
        GONE
    }

    /** What a thread in the callback of a counted worker is about. */
    public enum Stage {
        /** It looks for the next task. */
        FREE,
        /** It works on a task that it has not counted down yet. */
        BUSY
    }

    /** The initial state. */
    public static KernelStreaming initial(Life born, Map<Long, Life> life, int threads) {
        Policy policy = new Policy(Policy.Dedup.DISTINCT, Policy.Exclusion.NONE, threads);
        return new KernelStreaming(born, life, Map.of(), Map.of(), Map.of(), Map.of(), WorkQueue.empty(policy));
    }

    /** The life of a worker. */
    public Life lifeOf(long worker) {
        return life.getOrDefault(worker, born);
    }

    /** The count of a counted worker. */
    public long count(long worker) {
        return counts.getOrDefault(worker, 0L);
    }

    /** Whether a thread processes tasks of the worker. */
    public boolean isProcessed(long worker) {
        return tasks.keySet().stream().anyMatch(thread -> runs(thread, worker));
    }

    private boolean runs(long thread, long worker) {
        Instance run = queue.running().get(thread);
        return run != null && run.item() == worker;
    }

    private boolean registered(long worker) {
        return lifeOf(worker) == Life.REGISTERED;
    }

    /** The part of this state that is about one worker. */
    public KernelStreaming only(long worker) {
        WorkQueue part = queue.only(worker);
        return new KernelStreaming(
                born,
                keepKey(life, worker),
                Values.keep(unregistering, w -> w == worker),
                keepKey(items, worker),
                keepKey(counts, worker),
                Values.keepKeys(tasks, part.running()::containsKey),
                part);
    }

    private static <V> Map<Long, V> keepKey(Map<Long, V> map, long key) {
        return Values.keepKeys(map, k -> k == key);
    }

    private KernelStreaming with(long worker, Life next) {
        Map<Long, Life> lives = next == born ? Values.remove(life, worker) : Values.put(life, worker, next);
        return new KernelStreaming(born, lives, unregistering, items, counts, tasks, queue);
    }

    private KernelStreaming withUnregistering(Map<Long, Long> next) {
        return new KernelStreaming(born, life, next, items, counts, tasks, queue);
    }

    private KernelStreaming withItems(Map<Long, Long> next) {
        return new KernelStreaming(born, life, unregistering, next, counts, tasks, queue);
    }

    private KernelStreaming withCount(long worker, long count) {
        Map<Long, Long> next = count == 0 ? Values.remove(counts, worker) : Values.put(counts, worker, count);
        return new KernelStreaming(born, life, unregistering, items, next, tasks, queue);
    }

    private KernelStreaming withTasks(Map<Long, Stage> next) {
        return new KernelStreaming(born, life, unregistering, items, counts, next, queue);
    }

    private KernelStreaming with(WorkQueue next) {
        return new KernelStreaming(born, life, unregistering, items, counts, tasks, next);
    }

    /** A worker is registered. */
    public record Register(long worker) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return state.lifeOf(worker) == Life.ABSENT;
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.with(worker, Life.REGISTERED);
        }
    }

    /** An item is queued on a plain worker. */
    public record Accept(long worker, long item) implements Action<KernelStreaming> {
        @Override
        public Set<String> broken(KernelStreaming state) {
            return new Clauses()
                    .require(state.queue.owed(worker) == 0, "KS-6")
                    .require(state.registered(worker), "KS-16")
                    .broken();
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.withItems(Values.put(state.items, worker, item)).with(state.queue.append(worker));
        }
    }

    /** An item is refused, because its worker is being unregistered. */
    public record Refuse(long worker) implements Action<KernelStreaming> {
        @Override
        public Set<String> broken(KernelStreaming state) {
            return new Clauses()
                    .require(state.queue.owed(worker) == 0, "KS-6")
                    .require(!state.registered(worker), "KS-5")
                    .broken();
        }
    }

    /** A counted worker is told of one more task; the first has it queued. */
    public record Increment(long worker, long answer) implements Action<KernelStreaming> {
        @Override
        public Set<String> broken(KernelStreaming state) {
            return new Clauses()
                    .require(state.registered(worker), "KS-16")
                    .require(answer == state.count(worker) + 1, "KS-18")
                    .broken();
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            KernelStreaming next = state.withCount(worker, state.count(worker) + 1);
            return state.count(worker) == 0 ? next.with(state.queue.append(worker)) : next;
        }
    }

    /** A thread takes a worker off the queue; only at 0 does that keep the order. */
    public record Dequeue(int index) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            return state.queue.mayDequeue(index);
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.with(state.queue.dequeue(index));
        }
    }

    /** A thread calls the routine of the item that a plain worker was queued with. */
    public record Enter(long thread, long worker, long item) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return !state.queue.running().containsKey(thread);
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            return new Clauses()
                    .require(Objects.equals(state.items.get(worker), item), "R1")
                    .require(state.queue.mayEnter(Instance.fresh(worker)).isEmpty(), "R1")
                    .broken();
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.withItems(Values.remove(state.items, worker))
                    .with(state.queue.enter(thread, Instance.fresh(worker)));
        }
    }

    /** A thread calls the routine of a counted worker, to process its tasks. */
    public record EnterCounted(long thread, long worker) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return !state.queue.running().containsKey(thread);
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            return state.queue.mayEnter(Instance.fresh(worker));
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.withTasks(Values.put(state.tasks, thread, Stage.FREE))
                    .with(state.queue.enter(thread, Instance.fresh(worker)));
        }
    }

    /** A processing thread takes the next task. */
    public record Take(long thread) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return state.tasks.containsKey(thread);
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            return new Clauses()
                    .require(state.tasks.get(thread) == Stage.FREE, "KS-20")
                    .broken();
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.withTasks(Values.put(state.tasks, thread, Stage.BUSY));
        }
    }

    /** A processing thread counts its task down; with the last it stops processing. */
    public record Decrement(long thread, long answer) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return state.tasks.get(thread) == Stage.BUSY;
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            long worker = state.queue.running().get(thread).item();
            return new Clauses()
                    .require(answer == state.count(worker) - 1, "KS-18")
                    .broken();
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            long worker = state.queue.running().get(thread).item();
            long left = Math.max(0, state.count(worker) - 1);
            Map<Long, Stage> next =
                    left == 0 ? Values.remove(state.tasks, thread) : Values.put(state.tasks, thread, Stage.FREE);
            return state.withTasks(next).withCount(worker, left);
        }
    }

    /** The routine returned; of a counted worker, when it has no task left. */
    public record Finish(long thread) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return state.queue.running().containsKey(thread) && !state.tasks.containsKey(thread); // R3
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.with(state.queue.finish(thread));
        }
    }

    /** A caller begins to unregister the worker, and waits. */
    public record UnregisterBegin(long caller, long worker) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return state.registered(worker) && !state.unregistering.containsKey(caller);
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.with(worker, Life.UNREGISTERING)
                    .withUnregistering(Values.put(state.unregistering, caller, worker));
        }
    }

    /** The caller's wait ends, and the worker with it. */
    public record UnregisterReturn(long caller) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return state.unregistering.containsKey(caller);
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            return new Clauses()
                    .require(state.queue.drained(state.unregistering.get(caller)), "KS-13")
                    .broken();
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return state.with(state.unregistering.get(caller), Life.GONE)
                    .withUnregistering(Values.remove(state.unregistering, caller));
        }
    }

    /** What waits vanishes: never allowed. */
    public record Discard(int index) implements Action<KernelStreaming> {
        @Override
        public boolean possible(KernelStreaming state) {
            return index < state.queue.queue().size();
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            long worker = state.queue.queue().get(index).item();
            return Set.of(state.registered(worker) ? "P1" : "KS-13");
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            long worker = state.queue.queue().get(index).item();
            return state.withItems(Values.remove(state.items, worker)).with(state.queue.discard(index));
        }
    }

    /** A recording ends in order: nothing that was accepted waits for its run, and no task is left. */
    public record AtRest() implements Action<KernelStreaming> {
        @Override
        public Set<String> broken(KernelStreaming state) {
            boolean paid =
                    state.queue.queue().isEmpty() && state.queue.dequeued().isEmpty() && state.counts.isEmpty();
            return new Clauses().require(paid, "P1").broken();
        }
    }
}
