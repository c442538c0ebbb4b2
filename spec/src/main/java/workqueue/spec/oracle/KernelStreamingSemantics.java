package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.KernelStreaming.Life;
import workqueue.spec.model.Policy;
import workqueue.spec.model.Then;

/**
 * What a recording of profile {@code ks} or {@code ks-counted} means. Workers are the recording's queues; they share nothing
 * whose order could be seen, so each is judged alone.
 *
 * <p>Of a counted worker a run is its routine's, which counts tasks down while it runs; or, if the header's parameter
 * {@code begin} is {@code task}, a run is one task, and the thread that takes it processes the worker's tasks until it
 * counts the last one down. When the routine begins and returns is not recorded then.
 */
final class KernelStreamingSemantics implements Semantics<KernelStreaming> {
    private static final String OK = "00000000";

    private final boolean counted;
    private final boolean byTask;
    private final KernelStreaming initial;

    /** The invokes of calls that may have queued something. */
    private final Set<Long> asking = new HashSet<>();

    KernelStreamingSemantics(boolean counted, Script script) {
        this.counted = counted;
        this.byTask = "task".equals(script.history().header().parameters().get("begin"));
        Map<Long, Life> toBeRegistered = new HashMap<>();
        script.calls().stream()
                .filter(call -> call.op().equals("register"))
                .forEach(call -> toBeRegistered.put(call.queue(), Life.ABSENT));
        script.calls().stream()
                .filter(call ->
                        counted ? call.op().equals("increment") : call.op().equals("queue") && succeeded(call))
                .forEach(call -> asking.add(call.id()));
        initial = KernelStreaming.initial(Life.REGISTERED, toBeRegistered, Policy.UNLIMITED);
    }

    @Override
    public KernelStreaming initial() {
        return initial;
    }

    @Override
    public List<? extends Action<KernelStreaming>> point(KernelStreaming state, Call call) {
        long worker = call.queue();
        return switch (call.op()) {
            case "register" -> List.of(succeeded(call) ? new KernelStreaming.Register(worker) : Then.nothing());
            case "queue" -> List.of(succeeded(call) ? new KernelStreaming.Accept(worker, call.item()) : Then.nothing());
            case "increment" -> List.of(new KernelStreaming.Increment(worker, answer(call, state.count(worker) + 1)));
            case "decrement" ->
                byTask
                        ? taskDone(state, answer(call, state.count(worker) - 1))
                        : decrement(state, call, answer(call, state.count(worker) - 1));
            case "unregister" ->
                List.of(
                        state.lifeOf(worker) == Life.REGISTERED
                                ? new KernelStreaming.UnregisterBegin(call.id(), worker)
                                : Then.nothing());
            default -> List.of();
        };
    }

    /** Queueing fails for want of a thread, and a recording does not tell (KS-5). */
    private static boolean succeeded(Call call) {
        return call.status() == null || call.status().equals(OK);
    }

    private static long answer(Call call, long ifPending) {
        return call.status() == null ? ifPending : Long.parseLong(call.status(), 16);
    }

    /** In the routine's run: a task is taken and counted down. */
    private static List<Action<KernelStreaming>> decrement(KernelStreaming state, Call call, long answer) {
        long thread = call.within() == null ? -1 : call.within().id();
        return List.of(
                state.tasks().containsKey(thread)
                        ? new Then<>(new KernelStreaming.Take(thread), new KernelStreaming.Decrement(thread, answer))
                        : new Miscount());
    }

    /** Outside the task's run: whoever took a task counts it down. */
    private static List<Action<KernelStreaming>> taskDone(KernelStreaming state, long answer) {
        List<Action<KernelStreaming>> actions = new ArrayList<>();
        for (Map.Entry<Long, KernelStreaming.Stage> task : state.tasks().entrySet()) {
            long thread = task.getKey();
            if (task.getValue() == KernelStreaming.Stage.BUSY) {
                Action<KernelStreaming> decrement = new KernelStreaming.Decrement(thread, answer);
                boolean last = state.counts().values().stream().allMatch(count -> count <= 1);
                actions.add(last ? new Then<>(decrement, new KernelStreaming.Finish(thread)) : decrement);
            }
        }
        return actions.isEmpty() ? List.of(new Miscount()) : actions;
    }

    @Override
    public List<? extends Action<KernelStreaming>> atReturn(KernelStreaming state, Call call) {
        return List.of(
                state.unregistering().containsKey(call.id())
                        ? new KernelStreaming.UnregisterReturn(call.id())
                        : Then.nothing());
    }

    @Override
    public List<? extends Action<KernelStreaming>> begin(KernelStreaming state, Run run) {
        if (!counted) {
            return List.of(dequeued(state, new KernelStreaming.Enter(run.id(), run.queue(), run.item())));
        }
        if (!byTask) {
            return List.of(dequeued(state, new KernelStreaming.EnterCounted(run.id(), run.queue())));
        }
        List<Action<KernelStreaming>> tasks = new ArrayList<>();
        state.tasks().keySet().forEach(thread -> tasks.add(new KernelStreaming.Take(thread)));
        if (tasks.isEmpty()) {
            Action<KernelStreaming> enter = dequeued(state, new KernelStreaming.EnterCounted(run.id(), run.queue()));
            tasks.add(new Then<>(enter, new KernelStreaming.Take(run.id())));
        }
        return tasks;
    }

    /** An entry with the dequeue before it, if there is one. */
    private static Action<KernelStreaming> dequeued(KernelStreaming state, Action<KernelStreaming> enter) {
        return state.queue().queue().isEmpty() ? enter : new Then<>(new KernelStreaming.Dequeue(0), enter);
    }

    @Override
    public List<? extends Action<KernelStreaming>> end(KernelStreaming state, Run run) {
        if (byTask) {
            return List.of(Then.nothing());
        }
        boolean leavesTasks = state.tasks().containsKey(run.id());
        return List.of(leavesTasks ? new Miscount() : new KernelStreaming.Finish(run.id()));
    }

    @Override
    public List<? extends Action<KernelStreaming>> hidden(KernelStreaming state, int moment, Set<String> waived) {
        boolean mayVanish = waived.contains("P1") || waived.contains("KS-13");
        return mayVanish && !state.queue().queue().isEmpty() ? List.of(new KernelStreaming.Discard(0)) : List.of();
    }

    @Override
    public List<? extends Action<KernelStreaming>> atRest(KernelStreaming state) {
        return List.of(new KernelStreaming.AtRest());
    }

    @Override
    public int size(KernelStreaming state) {
        return state.queue().size() + state.unregistering().size();
    }

    @Override
    public boolean calm(KernelStreaming state) {
        return state.equals(KernelStreaming.initial(Life.REGISTERED, Map.of(), Policy.UNLIMITED));
    }

    @Override
    public boolean isIdle(Call call) {
        return call.op().equals("queue") && !call.pending() && !succeeded(call);
    }

    @Override
    public List<String> explanations() {
        return List.of("KS-6", "KS-19", "KS-18", "KS-20", "R1", "KS-13", "P1", "KS-16");
    }

    @Override
    public Map<Long, History> projections(History history) {
        return history.split(Event::queue);
    }

    @Override
    public boolean projectionsDecide() {
        return true;
    }

    @Override
    public Optional<Alone> alone() {
        return Optional.of(new Alone("worker", Event::queue, Set.of(), true));
    }

    @Override
    public KernelStreaming project(KernelStreaming state, long worker) {
        return state.only(worker);
    }

    @Override
    public boolean asks(Event event) {
        return asking.contains(event.seq());
    }

    /** A task is counted down that nobody works on, or a routine returns with tasks left. */
    private record Miscount() implements Action<KernelStreaming> {
        @Override
        public Set<String> broken(KernelStreaming state) {
            return Set.of("KS-19");
        }
    }
}
