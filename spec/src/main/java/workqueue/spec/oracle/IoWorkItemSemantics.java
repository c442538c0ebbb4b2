package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.IoWorkItem.Life;
import workqueue.spec.model.Policy;

/**
 * What a recording of profile {@code io} means. Every call takes effect at its point. That a call was made is certain, so
 * one that the state forbids is the caller's error. What a try answers is its outcome; if it is not recorded, either.
 *
 * <p>No order is promised (rule IO-15). A strict oracle asks for that of the queue if the header declares how many workers
 * there are, for then the order of dequeues can be seen.
 */
final class IoWorkItemSemantics implements ItemSemantics<IoWorkItem> {
    private static final Set<String> QUEUES = Set.of("queue", "queue_ex", "try_queue");
    private static final Map<String, Life> BIRTHS = Map.of("allocate", Life.ALLOCATED, "initialize", Life.INITIALIZED);
    private static final Map<String, Life> ENDS = Map.of("free", Life.ALLOCATED, "uninitialize", Life.INITIALIZED);

    private final Balance balance;
    private final IoWorkItem initial;
    private final boolean declared;

    IoWorkItemSemantics(Script script) {
        this.balance = new Balance(script, IoWorkItemSemantics::queues, script.atRest());
        long workers = script.history().header().number("workers", Policy.UNLIMITED);
        this.declared = workers < Policy.UNLIMITED;
        this.initial = IoWorkItem.initial(Life.ALLOCATED, lives(script), (int) Math.min(workers, Policy.UNLIMITED));
    }

    /** Whether a call queues its item. */
    static boolean queues(Call call) {
        return QUEUES.contains(call.op());
    }

    /** What items are at first that are not allocated: those that come to be later, and those uninitialized as if before. */
    private static Map<Long, Life> lives(Script script) {
        Map<Long, Life> lives = new HashMap<>();
        for (Call call : script.calls()) {
            if (BIRTHS.containsKey(call.op())) {
                lives.put(call.item(), Life.ABSENT);
            } else if (call.op().equals("uninitialize")) {
                lives.putIfAbsent(call.item(), Life.INITIALIZED);
            }
        }
        return lives;
    }

    @Override
    public IoWorkItem initial() {
        return initial;
    }

    @Override
    public List<? extends Action<IoWorkItem>> point(IoWorkItem state, Call call) {
        long item = call.item();
        return switch (call.op()) {
            case "allocate", "initialize" -> List.of(new IoWorkItem.Create(item, BIRTHS.get(call.op())));
            case "free", "uninitialize" -> List.of(new IoWorkItem.Free(item, ENDS.get(call.op())));
            case "try_queue" -> tried(call);
            default -> List.of(new IoWorkItem.Accept(item));
        };
    }

    private static List<? extends Action<IoWorkItem>> tried(Call call) {
        Action<IoWorkItem> accept = new IoWorkItem.TryAccept(call.item());
        Action<IoWorkItem> refuse = new IoWorkItem.TryRefuse(call.item());
        if (call.status() == null) {
            return List.of(accept, refuse);
        }
        return List.of(isRefused(call) ? refuse : accept);
    }

    private static boolean isRefused(Call call) {
        return "00000000".equals(call.status());
    }

    @Override
    public List<? extends Action<IoWorkItem>> begin(IoWorkItem state, Run run) {
        return List.of(new IoWorkItem.Enter(run.id(), run.item()));
    }

    @Override
    public List<? extends Action<IoWorkItem>> end(IoWorkItem state, Run run) {
        return List.of(new IoWorkItem.Finish(run.id()));
    }

    /** Dequeues; one of an item without a run ahead serves nothing, unless others may wait behind it. */
    @Override
    public List<? extends Action<IoWorkItem>> hidden(IoWorkItem state, int moment, Set<String> waived) {
        List<Action<IoWorkItem>> actions = new ArrayList<>();
        List<Instance> queue = state.queue().queue();
        for (int index = 0; index < queue.size(); index++) {
            if (declared || balance.isWanted(state.queue(), queue.get(index).item(), moment)) {
                actions.add(new IoWorkItem.Dequeue(index));
            }
            if (waived.contains("P1")) {
                actions.add(new IoWorkItem.Discard(index));
            }
        }
        return actions;
    }

    @Override
    public List<? extends Action<IoWorkItem>> atRest(IoWorkItem state) {
        return List.of(new IoWorkItem.AtRest());
    }

    @Override
    public boolean plausible(IoWorkItem state, int moment, Set<Long> done) {
        return balance.holds(state.queue(), moment, done);
    }

    @Override
    public boolean calm(IoWorkItem state) {
        return state.equals(initial);
    }

    @Override
    public boolean isIdle(Call call) {
        return call.op().equals("try_queue") && isRefused(call);
    }

    @Override
    public List<String> explanations() {
        return List.of("IO-9", "IO-13", "M1", "IO-2", "L5", "IO-25", "IO-15", "R1", "P1");
    }

    /** What items share is their threads; while it is not known how many there are, nothing. */
    @Override
    public boolean projectionsDecide() {
        return !declared;
    }

    @Override
    public IoWorkItem project(IoWorkItem state, long item) {
        return state.only(item);
    }

    @Override
    public boolean asks(Event event) {
        return event.op().equals("try_queue")
                ? event.kind() == Kind.RETURN && !Objects.equals(event.status(), 0L)
                : event.kind() == Kind.INVOKE && QUEUES.contains(event.op());
    }
}
