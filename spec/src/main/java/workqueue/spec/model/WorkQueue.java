package workqueue.spec.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** An empty queue. */
    public static WorkQueue empty(Policy policy) {
        return new WorkQueue(policy, List.of(), Map.of(), Map.of(), Map.of());
    }

    /** Whether an instance of the item is in the queue. */
    public boolean pending(long item) {
        for (Instance instance : queue) {
            if (instance.item() == item) {
                return true;
            }
        }
        return false;
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
                .broken();
    }

    /** Whether an earlier instance would be passed over that is as urgent. */
    private boolean overtakes(int index) {
        int priority = queue.get(index).priority();
        return queue.subList(0, index).stream().anyMatch(earlier -> earlier.priority() >= priority);
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
        List<Instance> marked = queue.stream().map(x -> mark(x, caller, item)).toList();
        Map<Instance, Integer> bag = new HashMap<>();
        dequeued.forEach((x, count) -> bag.put(mark(x, caller, item), count));
        Map<Long, Instance> runs = new HashMap<>(running);
        runs.replaceAll((worker, x) -> mark(x, caller, item));
        return new WorkQueue(policy, marked, bag, runs, Values.put(flushing, caller, item));
    }

    private static Instance mark(Instance instance, long caller, long item) {
        return instance.item() == item ? instance.awaitedAlsoBy(caller) : instance;
    }

    Set<String> mayFlushReturn(long caller) {
        return new Clauses().require(!awaited(caller), "F1").broken();
    }

    private boolean awaited(long caller) {
        return queue.stream().anyMatch(x -> x.awaitedBy().contains(caller))
                || dequeued.keySet().stream().anyMatch(x -> x.awaitedBy().contains(caller))
                || running.values().stream().anyMatch(x -> x.awaitedBy().contains(caller));
    }

    /** Ends the caller's wait, and if it ends too early nobody is awaited by it any more. */
    WorkQueue flushReturn(long caller) {
        Map<Instance, Integer> bag = new HashMap<>();
        dequeued.forEach((x, count) -> bag.merge(unmark(x, caller), count, Integer::sum));
        return new WorkQueue(
                policy,
                queue.stream().map(x -> unmark(x, caller)).toList(),
                bag,
                running.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, run -> unmark(run.getValue(), caller))),
                Values.remove(flushing, caller));
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

    private WorkQueue with(List<Instance> queue, Map<Instance, Integer> dequeued) {
        return new WorkQueue(policy, queue, dequeued, running, flushing);
    }
}
