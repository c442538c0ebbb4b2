package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.LinuxCancel;
import workqueue.spec.model.LinuxDelayedWork;
import workqueue.spec.model.LinuxFlush;
import workqueue.spec.model.LinuxWorkqueue;
import workqueue.spec.model.Policy;
import workqueue.spec.model.Then;
import workqueue.spec.model.WorkQueue;

/**
 * What a recording of profile {@code linux} means, and of others that have fewer calls. Queues are independent; of a queue
 * that is not ordered each item is looked at alone, because the order of dequeues cannot be seen and how many run at once is
 * read off the recording. A flush begins to wait at its invoke, as in {@link KmdfSemantics}.
 */
final class LinuxSemantics implements Semantics<LinuxWorkqueue> {
    private static final Set<String> DRAINS = Set.of("drain_workqueue", "destroy_workqueue");
    private static final Set<String> TAKES = Set.of(
            "cancel_work", "cancel_work_sync", "disable_work", "disable_work_sync", "mod_delayed_work", "cancel");
    private static final Set<String> WAITS = Set.of("flush_work", "flush_delayed_work", "wait", "cancel");
    private static final String NO = "00000000";

    private final Dialect dialect;
    private final Script script;
    private final Set<Long> queues = new TreeSet<>();
    private final Policy policy;
    private final boolean ordered;
    private final boolean drains;
    private final boolean cancels;
    private final boolean isCut;
    private final Balance balance;

    /**
     * What makes the profiles differ.
     *
     * @param enqueue the operation that enqueues
     * @param tells whether it answers if it made the item pending
     * @param dedup what it does to a pending item
     * @param exclusion which runs exclude one another on a queue that is not ordered
     */
    record Dialect(String enqueue, boolean tells, Policy.Dedup dedup, Policy.Exclusion exclusion) {
        boolean mayAccept(Call call) {
            return call.op().equals("mod_delayed_work")
                    || (isEnqueue(call.op()) && !(tells && NO.equals(call.status())));
        }

        /** Only Linux' own has. */
        boolean hasTimers() {
            return enqueue.equals("queue_work");
        }

        boolean isEnqueue(String op) {
            return op.equals(enqueue) || op.equals("queue_delayed_work");
        }
    }

    LinuxSemantics(Dialect dialect, Script script) {
        this.dialect = dialect;
        this.script = script;
        script.calls().forEach(call -> queues.add(Objects.requireNonNullElse(call.queue(), 0L)));
        script.runs().forEach(run -> queues.add(run.queue()));
        this.ordered =
                queues.stream().allMatch(queue -> isOrdered(script.history().header(), queue));
        this.policy =
                new Policy(dialect.dedup(), ordered ? Policy.Exclusion.DEQUEUE : dialect.exclusion(), Policy.UNLIMITED);
        this.drains = script.calls().stream().anyMatch(call -> DRAINS.contains(call.op()));
        this.isCut = dialect.tells() && !script.atRest();
        this.cancels = script.calls().stream().anyMatch(call -> TAKES.contains(plain(call)));
        this.balance = new Balance(script, dialect::mayAccept, script.atRest() && !cancels);
    }

    /** What a call is for all that takes no notice of a timer: cancel_delayed_work is cancel_work. */
    private static String plain(Call call) {
        return call.op().replaceFirst("^(cancel|disable|enable)_delayed_work", "$1_work");
    }

    /** The header's parameters of a queue. */
    private static Map<?, ?> parameters(Header header, long queue) {
        Object all = header.parameters().get("queues");
        Object some = all instanceof Map<?, ?> map ? map.get(String.valueOf(queue)) : null;
        return some instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Whether the header says that the queue is ordered: one run at a time, in the order of the queue. */
    static boolean isOrdered(Header header, long queue) {
        return Boolean.TRUE.equals(parameters(header, queue).get("ordered"));
    }

    /** How many runs of the queue there may be at once, as far as the header tells. */
    static long maxActive(Header header, long queue) {
        return parameters(header, queue).get("maxActive") instanceof Long number ? number : Long.MAX_VALUE;
    }

    @Override
    public LinuxWorkqueue initial() {
        return LinuxWorkqueue.initial(policy);
    }

    @Override
    public List<? extends Action<LinuxWorkqueue>> atInvoke(LinuxWorkqueue state, Call call) {
        if (!isWait(call)) {
            return List.of(Then.<LinuxWorkqueue>nothing());
        }
        if (isQueueFlush(call)) {
            return List.of(new LinuxFlush.FlushQueueBegin(call.id()));
        }
        Action<LinuxWorkqueue> begin = new LinuxFlush.FlushBegin(call.id(), call.item());
        if (!waitsAtInvoke(call) || !state.timers().contains(call.item())) {
            return List.of(begin);
        }
        return List.of(
                new Then<>(new LinuxDelayedWork.Fire(call.item()), begin),
                new Then<>(new LinuxDelayedWork.Lapse(call.item()), begin));
    }

    /** A delayed item is queued at once by its flush, unless the queue has begun to drain and drops it (LX-16). */
    @Override
    public boolean waitsAtInvoke(Call call) {
        return call.op().equals("flush_delayed_work");
    }

    @Override
    public boolean hasPoint(Call call) {
        return !isWait(call) || call.op().equals("cancel");
    }

    private static boolean isWait(Call call) {
        return isQueueFlush(call) || (WAITS.contains(call.op()) && !NO.equals(call.status()));
    }

    private static boolean isQueueFlush(Call call) {
        return call.op().equals("flush_workqueue");
    }

    @Override
    public List<? extends Action<LinuxWorkqueue>> point(LinuxWorkqueue state, Call call) {
        if (dialect.isEnqueue(call.op())) {
            return enqueue(call);
        }
        return switch (plain(call)) {
            case "mod_delayed_work" -> rearm(state, call);
            case "flush_work", "flush_delayed_work" -> List.of(new LinuxFlush.FlushNothing(call.item()));
            case "cancel" -> List.of(new LinuxCancel.TakeAll(call.item()));
            case "cancel_work" -> take(call, Then.nothing());
            case "cancel_work_sync" -> take(call, new LinuxCancel.CancelBegin(call.id(), call.item()));
            case "disable_work" -> take(call, new LinuxCancel.Disable(call.item()));
            case "disable_work_sync" ->
                take(
                        call,
                        new Then<>(
                                new LinuxCancel.Disable(call.item()),
                                new LinuxCancel.CancelBegin(call.id(), call.item())));
            case "enable_work" -> List.of(new LinuxCancel.Enable(call.item()));
            case "drain_workqueue" -> List.of(new LinuxWorkqueue.DrainBegin(call.id()));
            case "destroy_workqueue" -> List.of(new LinuxWorkqueue.DestroyBegin(call.id()));
            default -> List.of(Then.<LinuxWorkqueue>nothing());
        };
    }

    private List<? extends Action<LinuxWorkqueue>> enqueue(Call call) {
        long item = call.item();
        List<Action<LinuxWorkqueue>> yes = new ArrayList<>();
        if (call.op().equals(dialect.enqueue())) {
            yes.add(new LinuxWorkqueue.Accept(item));
        } else {
            yes.add(new LinuxDelayedWork.Arm(item)); // a delay of zero too: the timer may expire at once
        }
        if (call.within() != null) {
            yes.add(new LinuxWorkqueue.AcceptChained(call.within().id(), item));
        }
        yes.add(new LinuxWorkqueue.Drop(item)); // LX-16
        List<Action<LinuxWorkqueue>> no =
                new ArrayList<>(List.of(new LinuxWorkqueue.Coalesce(item), new LinuxWorkqueue.Refuse(item)));
        if (dialect.hasTimers()) {
            no.add(new LinuxDelayedWork.CoalesceDelayed(item));
        }
        if (dialect.tells() && !call.pending()) {
            return NO.equals(call.status()) ? no : yes;
        }
        if (call.status() != null && !call.status().equals(NO)) {
            return List.of(Then.<LinuxWorkqueue>nothing()); // it failed
        }
        yes.addAll(no);
        return yes;
    }

    /** The answer is whether the item was pending, and its time changed. */
    private static List<? extends Action<LinuxWorkqueue>> rearm(LinuxWorkqueue state, Call call) {
        List<Action<LinuxWorkqueue>> changed =
                new ArrayList<>(List.of(new LinuxDelayedWork.CoalesceDelayed(call.item())));
        int index = state.queue().indexOf(call.item());
        if (index >= 0) {
            changed.add(new LinuxDelayedWork.Rearm(index));
        }
        List<Action<LinuxWorkqueue>> started =
                List.of(new LinuxDelayedWork.Arm(call.item()), new LinuxWorkqueue.Refuse(call.item()));
        if (call.pending()) {
            changed.addAll(started);
            return changed;
        }
        return NO.equals(call.status()) ? started : changed;
    }

    private static List<? extends Action<LinuxWorkqueue>> take(Call call, Action<LinuxWorkqueue> first) {
        List<Action<LinuxWorkqueue>> all = List.of(
                new Then<>(first, new LinuxCancel.Take(call.item())),
                new Then<>(first, new LinuxCancel.TakeNothing(call.item())));
        if (call.pending()) {
            return all;
        }
        return NO.equals(call.status()) ? all.subList(1, 2) : all.subList(0, 1);
    }

    @Override
    public List<? extends Action<LinuxWorkqueue>> atReturn(LinuxWorkqueue state, Call call) {
        if (isWait(call)) {
            return List.of(
                    isQueueFlush(call)
                            ? new LinuxFlush.FlushQueueReturn(call.id())
                            : new LinuxFlush.FlushReturn(call.id()));
        }
        return List.of(
                switch (plain(call)) {
                    case "cancel_work_sync", "disable_work_sync" -> new LinuxCancel.CancelReturn(call.id());
                    case "drain_workqueue", "destroy_workqueue" -> new LinuxWorkqueue.DrainReturn(call.id());
                    default -> Then.<LinuxWorkqueue>nothing();
                });
    }

    @Override
    public List<? extends Action<LinuxWorkqueue>> begin(LinuxWorkqueue state, Run run) {
        List<Action<LinuxWorkqueue>> entries = new ArrayList<>();
        for (Instance instance : state.queue().dequeued().keySet()) {
            if (instance.item() == run.item()) {
                entries.add(new LinuxWorkqueue.Enter(run.id(), instance));
            }
        }
        if (entries.isEmpty()) {
            entries.add(new LinuxWorkqueue.Enter(run.id(), Instance.fresh(run.item()))); // says which rule forbids it
        }
        return entries;
    }

    @Override
    public List<? extends Action<LinuxWorkqueue>> end(LinuxWorkqueue state, Run run) {
        return List.of(new LinuxWorkqueue.Finish(run.id()));
    }

    /**
     * Dequeues that serve a run, on an ordered queue those of the oldest; and the ends of timers. The run can be one that
     * would have begun after the recording was cut: its item is not pending any more, as enqueues tell.
     */
    @Override
    public List<? extends Action<LinuxWorkqueue>> hidden(LinuxWorkqueue state, int moment, Set<String> waived) {
        List<Action<LinuxWorkqueue>> actions = new ArrayList<>();
        WorkQueue queue = state.queue();
        Set<Long> items = new HashSet<>();
        for (int index = 0; index < queue.queue().size(); index++) {
            long item = queue.queue().get(index).item();
            boolean reachable = index == 0 || !ordered || waived.contains("O1");
            if (reachable && items.add(item) && (isCut || balance.isWanted(queue, item, moment))) {
                actions.add(new LinuxWorkqueue.Dequeue(index));
            }
            if (waived.contains("P1")) {
                actions.add(new LinuxCancel.Discard(index));
            }
        }
        for (long item : state.timers()) {
            if (isCut || balance.isShort(queue, item, moment)) {
                actions.add(new LinuxDelayedWork.Fire(item));
            }
            actions.add(new LinuxDelayedWork.Lapse(item));
        }
        return actions;
    }

    @Override
    public List<? extends Action<LinuxWorkqueue>> atRest(LinuxWorkqueue state) {
        return List.of(new LinuxWorkqueue.AtRest());
    }

    /** What is owed can be paid, and on an ordered queue in the order in which the runs will begin. */
    @Override
    public boolean plausible(LinuxWorkqueue before, LinuxWorkqueue state, int moment, Done done) {
        return balance.holds(state.queue(), state.timers(), moment, done)
                && (!ordered || cancels || inOrder(state.queue(), moment));
    }

    private boolean inOrder(WorkQueue queue, int moment) {
        List<Instance> waiting = new ArrayList<>(queue.dequeued().keySet());
        waiting.addAll(queue.queue());
        List<Run> next = script.runsFrom(moment, waiting.size());
        for (int k = 0; k < next.size(); k++) {
            if (next.get(k).item() != waiting.get(k).item()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size(LinuxWorkqueue state) {
        return state.queue().size() + state.timers().size() + state.cancelling().size();
    }

    @Override
    public boolean calm(LinuxWorkqueue state) {
        return state.equals(initial());
    }

    /** An enqueue that answers that the item was pending, and a flush that found nothing to wait for. */
    @Override
    public boolean isIdle(Call call) {
        return dialect.tells() && NO.equals(call.status()) && dialect.isEnqueue(call.op());
    }

    @Override
    public List<String> explanations() {
        return Stream.of(
                        "D1", "D2", "LX-18", "LX-14", "LX-15", "LX-9", "O1", "S3", "S1", "R1", "LX-12", "F1", "LX-10",
                        "LX-17", "P1", "A2")
                .filter(rule -> dialect.hasTimers() || !rule.equals("LX-18"))
                .filter(rule -> dialect.tells() || !rule.equals("D2")) // the outcome can be chosen, and is not observed
                .toList();
    }

    /** Each queue alone; of a queue each item. Where a queue is drained its items may enqueue one another. */
    @Override
    public Map<Long, History> projections(History history) {
        if (queues.size() > 1) {
            return history.split(Event::queue);
        }
        return drains ? Map.of() : history.split(Event::item);
    }

    @Override
    public boolean projectionsDecide() {
        return queues.size() > 1 || !(ordered || drains);
    }

    @Override
    public Optional<Alone> alone() {
        return Optional.of(new Alone("item on a queue, or ordered queue", this::alone, Set.of(), false));
    }

    /** An ordered queue; of another an item. What is of another as a whole is of all its items. */
    private Object alone(Event event) {
        if (isOrdered(script.history().header(), event.queue())) {
            return event.queue();
        }
        return event.item() == null ? null : new Place(event.queue(), event.item());
    }

    @Override
    public LinuxWorkqueue project(LinuxWorkqueue state, long item) {
        return state.only(item);
    }

    @Override
    public boolean asks(Event event) {
        boolean tells = dialect.tells() && event.kind() == Kind.RETURN && !Objects.equals(event.status(), 0L);
        if (event.op().equals("mod_delayed_work")) {
            return event.kind() == Kind.RETURN;
        }
        return dialect.isEnqueue(event.op()) && (tells || (!dialect.tells() && event.kind() == Kind.INVOKE));
    }
}
