package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.IoWorkItem.Life;
import workqueue.spec.model.Policy;
import workqueue.spec.model.Then;

/**
 * What a recording of profile {@code io} means. Every call takes effect at its point. That a call was made is certain, so
 * one that the state forbids is the caller's error, and the implementation's if it stops a legal one. What a try answers is its outcome; if it is not recorded, either. That a
 * try found no thread is never doubted: the end of a routine is recorded before its thread is free.
 *
 * <p>No order is promised (rule IO-15). A strict oracle asks for that of the queue, and any for a thread that a try found, if
 * the header declares how many workers each queue type has and the recording is about one type: else it does not show what
 * competes with what.
 */
final class IoWorkItemSemantics implements ItemSemantics<IoWorkItem> {
    private static final Set<String> QUEUES = Set.of("queue", "queue_ex", "try_queue");
    private static final Map<String, Life> BIRTHS = Map.of("allocate", Life.ALLOCATED, "initialize", Life.INITIALIZED);
    private static final Map<String, Life> ENDS = Map.of("free", Life.ALLOCATED, "uninitialize", Life.INITIALIZED);

    /** What a call may answer; any other number is that of a bug check. */
    private static final Set<String> ANSWERS = Set.of("00000000", "00000001");

    private final Balance balance;
    private final IoWorkItem initial;
    private final boolean declared;

    IoWorkItemSemantics(Script script) {
        this.balance = new Balance(script, IoWorkItemSemantics::queues, script.atRest());
        long workers = script.history().header().number("workers", Policy.UNLIMITED);
        this.declared = workers < Policy.UNLIMITED && types(script) <= 1;
        this.initial = IoWorkItem.initial(Life.ALLOCATED, lives(script), declared ? (int) workers : Policy.UNLIMITED);
    }

    /** Whether a call queues its item. */
    static boolean queues(Call call) {
        return QUEUES.contains(call.op());
    }

    private static long types(Script script) {
        return script.history().events().stream()
                .map(Event::queue)
                .filter(Objects::nonNull)
                .distinct()
                .count();
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
        List<? extends Action<IoWorkItem>> outcomes = outcomes(call);
        boolean stopped = call.status() != null && !ANSWERS.contains(call.status());
        return stopped ? List.of(new Stop(outcomes.get(0), rule(state, call))) : outcomes;
    }

    private static List<? extends Action<IoWorkItem>> outcomes(Call call) {
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
        Action<IoWorkItem> refuse = new Refused(new IoWorkItem.TryRefuse(call.item()));
        if (call.status() == null) {
            return List.of(accept, refuse);
        }
        return List.of(isRefused(call) ? refuse : accept);
    }

    private static boolean isRefused(Call call) {
        return "00000000".equals(call.status());
    }

    /** The rule that says that a call is legal. */
    private static String rule(IoWorkItem state, Call call) {
        boolean runs = state.queue().running().values().stream().anyMatch(run -> run.item() == call.item());
        if (ENDS.containsKey(call.op())) {
            return "IO-14";
        }
        return runs ? "IO-10" : "IO-6";
    }

    /** A worker may have dequeued the item at any time before; where no order is asked for it did so just now. */
    @Override
    public List<? extends Action<IoWorkItem>> begin(IoWorkItem state, Run run) {
        Action<IoWorkItem> enter = new IoWorkItem.Enter(run.id(), run.item());
        List<Long> pending = state.queue().queue().stream().map(Instance::item).toList();
        int index = pending.indexOf(run.item());
        return List.of(index < 0 ? enter : new Then<>(new IoWorkItem.Dequeue(index), enter));
    }

    @Override
    public List<? extends Action<IoWorkItem>> end(IoWorkItem state, Run run) {
        return List.of(new IoWorkItem.Finish(run.id()));
    }

    /** Dequeues, where their order is asked for. */
    @Override
    public List<? extends Action<IoWorkItem>> hidden(IoWorkItem state, int moment, Set<String> waived) {
        List<Action<IoWorkItem>> actions = new ArrayList<>();
        if (!waived.contains("IO-15")) {
            actions.add(new IoWorkItem.Dequeue(0));
        }
        if (waived.contains("P1")) {
            for (int index = 0; index < state.queue().queue().size(); index++) {
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
    public boolean plausible(IoWorkItem before, IoWorkItem state, int moment, Done done) {
        return balance.holds(before.queue(), state.queue(), moment, done);
    }

    @Override
    public int size(IoWorkItem state) {
        return state.queue().size();
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
        return List.of("IO-9", "IO-13", "M1", "IO-2", "L5", "IO-6", "IO-10", "IO-14", "IO-25", "IO-15", "R1", "P1");
    }

    /** What items share is their threads; while it is not known how many there are, nothing. */
    @Override
    public boolean projectionsDecide() {
        return !declared;
    }

    @Override
    public Optional<Alone> alone() {
        return Optional.of(new Alone("item", Event::item, declared ? Set.of("IO-15", "IO-25") : Set.of(), true));
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

    /** A call stops the machine, and changes nothing: the caller's fault if the call was not legal. */
    private record Stop(Action<IoWorkItem> call, String rule) implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            Set<String> broken = call.broken(state);
            return broken.isEmpty() ? Set.of(rule) : broken;
        }
    }

    /** A try is refused, which is allowed whatever threads seem to be free. */
    private record Refused(IoWorkItem.TryRefuse refuse) implements Action<IoWorkItem> {
        @Override
        public Set<String> broken(IoWorkItem state) {
            Set<String> broken = new HashSet<>(refuse.broken(state));
            broken.remove("IO-25");
            return broken;
        }
    }
}
