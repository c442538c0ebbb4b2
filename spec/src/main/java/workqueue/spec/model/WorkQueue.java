package workqueue.spec.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of one queue and its workers, and the steps that every family takes: the TLA+ module {@code WorkQueue}
 * without {@code open}, which each family derives from its objects.
 *
 * <p>Methods that start with {@code may} give the rules that forbid a step; the method without it takes the step.
 *
 * @param policy the queue's constants
 * @param queue pending instances, the oldest first
 * @param dequeued bag of instances that are off the queue, callback not yet called
 * @param running what each busy worker runs
 * @param flushing which item each waiting caller waits for
 */
public record WorkQueue(
        Policy policy,
        List<Instance> queue,
        Map<Instance, Integer> dequeued,
        Map<Long, Instance> running,
        Map<Long, Long> flushing) {

    /** A queue whose list knows its hash. */
    public WorkQueue {
        queue = Sequence.of(queue);
    }

    /** An empty queue. */
    public static WorkQueue empty(Policy policy) {
        return new WorkQueue(policy, List.of(), Map.of(), Map.of(), Map.of());
    }

    /** Whether an instance of the item is in the queue. */
    public boolean pending(long item) {
        return indexOf(item) >= 0;
    }

    /** Where the oldest instance of the item stands in the queue, or -1. */
    public int indexOf(long item) {
        for (int index = 0; index < queue.size(); index++) {
            if (queue.get(index).item() == item) {
                return index;
            }
        }
        return -1;
    }

    /** How many instances of the item are in the queue or dequeued, and not entered. */
    public int owed(long item) {
        int owed = 0;
        for (Instance instance : queue) {
            owed += instance.item() == item ? 1 : 0;
        }
        for (Map.Entry<Instance, Integer> some : dequeued.entrySet()) {
            owed += some.getKey().item() == item ? some.getValue() : 0;
        }
        return owed;
    }

    /** Whether no instance of the item is pending, dequeued or running. */
    public boolean drained(long item) {
        return owed(item) == 0 && running.values().stream().noneMatch(instance -> instance.item() == item);
    }

    /** How many instances are pending or running, kinds of instances dequeued, and callers waiting. */
    public int size() {
        return queue.size() + dequeued.size() + running.size() + flushing.size();
    }

    /** Whether nothing is pending, dequeued or running. */
    public boolean idle() {
        return queue.isEmpty() && dequeued.isEmpty() && running.isEmpty();
    }

    /** The part of this state that is about one item. */
    WorkQueue only(long item) {
        Map<Instance, Integer> bag = new HashMap<>(dequeued);
        bag.keySet().removeIf(instance -> instance.item() != item);
        return new WorkQueue(
                policy,
                queue.stream().filter(instance -> instance.item() == item).toList(),
                bag,
                Values.keep(running, instance -> instance.item() == item),
                Values.keep(flushing, i -> i == item));
    }

    /** Whether the caller may enqueue the item: an exclusive one only if it does not wait for its callback. */
    boolean enqueueable(long item) {
        return policy.dedup() != Policy.Dedup.EXCLUSIVE || owed(item) == 0;
    }

    private boolean coalesces() {
        return policy.dedup() == Policy.Dedup.COALESCE;
    }

    Set<String> mayAppend(long item) {
        return new Clauses().require(!coalesces() || !pending(item), "D1").broken();
    }

    WorkQueue append(long item) {
        return append(Instance.fresh(item));
    }

    WorkQueue append(Instance instance) {
        return with(Values.append(queue, instance), dequeued);
    }

    Set<String> mayCoalesce(long item) {
        return new Clauses()
                .require(coalesces(), "D3")
                .require(pending(item), "D2")
                .broken();
    }

    Set<String> mayRefuse(long item, boolean open) {
        return new Clauses()
                .require(!open, "A2")
                .require(!coalesces() || !pending(item), "D2")
                .broken();
    }

    Set<String> mayDequeue(int index) {
        boolean alone = dequeued.isEmpty() && running.isEmpty();
        return new Clauses()
                .require(!overtakes(index), "O1")
                .require(Values.size(dequeued) + running.size() < policy.workers(), "R4")
                .require(policy.exclusion() != Policy.Exclusion.DEQUEUE || alone, "S1")
                .require(!waits(index), "S3")
                .broken();
    }

    /** Whether something older would be passed over that is as urgent and does not wait for a run of its own item. */
    private boolean overtakes(int index) {
        int priority = queue.get(index).priority();
        for (int older = 0; older < index; older++) {
            if (queue.get(older).priority() >= priority && !waits(older)) {
                return true;
            }
        }
        return false;
    }

    private boolean waits(int index) {
        long item = queue.get(index).item();
        return policy.exclusion() == Policy.Exclusion.ITEM && isOffQueue(item);
    }

    private boolean isOffQueue(long item) {
        return Stream.concat(dequeued.keySet().stream(), running.values().stream())
                .anyMatch(instance -> instance.item() == item);
    }

    WorkQueue dequeue(int index) {
        return with(Values.remove(queue, index), Values.more(dequeued, queue.get(index)));
    }

    Set<String> mayEnter(Instance instance) {
        return new Clauses()
                .require(dequeued.containsKey(instance), "R1")
                .require(policy.exclusion() != Policy.Exclusion.ENTER || running.isEmpty(), "S2")
                .broken();
    }

    WorkQueue enter(long worker, Instance instance) {
        return new WorkQueue(
                policy, queue, Values.fewer(dequeued, instance), Values.put(running, worker, instance), flushing);
    }

    WorkQueue finish(long worker) {
        return new WorkQueue(policy, queue, dequeued, Values.remove(running, worker), flushing);
    }

    WorkQueue flushBegin(long caller, long item) {
        return each(x -> x.item() == item ? x.awaitedAlsoBy(caller) : x)
                .withFlushing(Values.put(flushing, caller, item));
    }

    /** The caller begins to wait for everything that is outstanding. */
    WorkQueue awaitAll(long caller) {
        return each(x -> x.awaitedAlsoBy(caller));
    }

    private WorkQueue each(UnaryOperator<Instance> mark) {
        Map<Instance, Integer> bag = new HashMap<>();
        dequeued.forEach((x, count) -> bag.merge(mark.apply(x), count, Integer::sum));
        Map<Long, Instance> runs = new HashMap<>(running);
        runs.replaceAll((worker, x) -> mark.apply(x));
        return new WorkQueue(policy, queue.stream().map(mark).toList(), bag, runs, flushing);
    }

    Set<String> mayFlushReturn(long caller) {
        return new Clauses().require(!awaited(caller), "F1").broken();
    }

    boolean awaited(long caller) {
        return queue.stream().anyMatch(x -> x.awaitedBy().contains(caller))
                || dequeued.keySet().stream().anyMatch(x -> x.awaitedBy().contains(caller))
                || running.values().stream().anyMatch(x -> x.awaitedBy().contains(caller));
    }

    /** Ends the caller's wait, of one item or of all; if it ends too early nobody is awaited by it any more. */
    WorkQueue flushReturn(long caller) {
        return each(x -> unmark(x, caller)).withFlushing(Values.remove(flushing, caller));
    }

    private static Instance unmark(Instance instance, long caller) {
        if (!instance.awaitedBy().contains(caller)) {
            return instance;
        }
        return instance.awaitedOnlyBy(
                instance.awaitedBy().stream().filter(c -> c != caller).collect(Collectors.toSet()));
    }

    WorkQueue discard(int index) {
        return with(Values.remove(queue, index), dequeued);
    }

    /** Everything pending of the item is dropped. */
    WorkQueue discardAll(long item) {
        return with(queue.stream().filter(instance -> instance.item() != item).toList(), dequeued);
    }

    private WorkQueue withFlushing(Map<Long, Long> next) {
        return new WorkQueue(policy, queue, dequeued, running, next);
    }

    private WorkQueue with(List<Instance> queue, Map<Instance, Integer> dequeued) {
        return new WorkQueue(policy, queue, dequeued, running, flushing);
    }
}
