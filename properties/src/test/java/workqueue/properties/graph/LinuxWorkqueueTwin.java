package workqueue.properties.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.LinuxCancel;
import workqueue.spec.model.LinuxDelayedWork;
import workqueue.spec.model.LinuxFlush;
import workqueue.spec.model.LinuxWorkqueue;
import workqueue.spec.model.LinuxWorkqueue.Phase;
import workqueue.spec.model.Policy;
import workqueue.spec.model.WorkQueue;

/**
 * LinuxWorkqueue with item i1, workers w1, w2 and caller c1; the item is disabled once at most.
 *
 * @param delayed whether it is LinuxDelayedWork
 */
record LinuxWorkqueueTwin(boolean delayed) implements Twin<LinuxWorkqueue> {
    private static final long ITEM = 1;
    private static final List<Long> WORKERS = List.of(1L, 2L);
    private static final long CALLER = 1;

    @Override
    public LinuxWorkqueue initial() {
        Policy policy = new Policy(Policy.Dedup.COALESCE, Policy.Exclusion.ITEM, WORKERS.size());
        return new LinuxWorkqueue(
                Phase.OPEN, null, Map.of(ITEM, 1), Map.of(), Set.of(), Set.of(), WorkQueue.empty(policy));
    }

    @Override
    public Collection<? extends Action<LinuxWorkqueue>> candidates(LinuxWorkqueue state) {
        List<Action<LinuxWorkqueue>> actions = new ArrayList<>(List.of(
                new LinuxWorkqueue.Accept(ITEM),
                new LinuxWorkqueue.Coalesce(ITEM),
                new LinuxWorkqueue.Refuse(ITEM),
                new LinuxWorkqueue.Drop(ITEM),
                new LinuxCancel.Enable(ITEM),
                new LinuxFlush.FlushBegin(CALLER, ITEM),
                new LinuxFlush.FlushReturn(CALLER),
                new LinuxFlush.FlushQueueBegin(CALLER),
                new LinuxFlush.FlushQueueReturn(CALLER),
                new LinuxCancel.CancelBegin(CALLER, ITEM),
                new LinuxCancel.CancelReturn(CALLER),
                new LinuxWorkqueue.DrainBegin(CALLER),
                new LinuxWorkqueue.DestroyBegin(CALLER),
                new LinuxWorkqueue.DrainReturn(CALLER)));
        if (delayed) {
            actions.addAll(timers(state));
        }
        if (state.disabled().isEmpty()) {
            actions.add(new LinuxCancel.Disable(ITEM));
        }
        for (long worker : WORKERS) {
            actions.add(new LinuxWorkqueue.AcceptChained(worker, ITEM));
            actions.add(new LinuxWorkqueue.Enter(worker, Instance.fresh(ITEM)));
            actions.add(new LinuxWorkqueue.Enter(worker, new Instance(ITEM, Set.of(CALLER))));
            actions.add(new LinuxWorkqueue.Finish(worker));
        }
        for (int index = 0; index < state.queue().queue().size(); index++) {
            actions.add(new LinuxWorkqueue.Dequeue(index));
            actions.add(new LinuxCancel.Discard(index));
        }
        return actions;
    }

    private static List<Action<LinuxWorkqueue>> timers(LinuxWorkqueue state) {
        List<Action<LinuxWorkqueue>> actions = new ArrayList<>(List.of(
                new LinuxDelayedWork.CoalesceDelayed(ITEM),
                new LinuxDelayedWork.Arm(ITEM),
                new LinuxDelayedWork.Fire(ITEM),
                new LinuxDelayedWork.Lapse(ITEM),
                new LinuxDelayedWork.Stop(ITEM)));
        for (int index = 0; index < state.queue().queue().size(); index++) {
            actions.add(new LinuxDelayedWork.Rearm(index));
        }
        return actions;
    }

    @Override
    public Map<String, Object> variables(LinuxWorkqueue state) {
        Map<Object, Object> running = new HashMap<>();
        for (long worker : WORKERS) {
            Instance run = state.queue().running().get(worker);
            running.put("w" + worker, run == null ? "Idle" : Twin.instance(run));
        }
        Map<String, Object> variables = new HashMap<>(Map.of(
                "phase", state.phase().name().toLowerCase(Locale.ROOT),
                "drainer", state.drainer() == null ? "Nobody" : "c" + state.drainer(),
                "disabled", Map.of("i1", (long) state.disabled().getOrDefault(ITEM, 0)),
                "cancelling", Map.of("c1", itemOrNone(state.cancelling().get(CALLER))),
                "flushers",
                        state.flushers().stream().map(caller -> "c" + caller).collect(Collectors.toSet()),
                "queue", state.queue().queue().stream().map(Twin::instance).toList(),
                "dequeued", Twin.bag(state.queue().dequeued(), Twin::instance),
                "running", running,
                "flushing", Map.of("c1", itemOrNone(state.queue().flushing().get(CALLER)))));
        if (delayed) {
            variables.put(
                    "timers", state.timers().stream().map(item -> "i" + item).collect(Collectors.toSet()));
        }
        return variables;
    }

    private static String itemOrNone(Long item) {
        return item == null ? "NoItem" : "i" + item;
    }

    @Override
    public List<Object> label(Action<LinuxWorkqueue> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        label.addAll(arguments(action));
        return label;
    }

    private static List<Object> arguments(Action<LinuxWorkqueue> action) {
        if (action instanceof LinuxWorkqueue.Dequeue) {
            return List.of();
        }
        if (action instanceof LinuxDelayedWork.Rearm a) {
            return List.of(a.index() + 1L);
        }
        if (action instanceof LinuxCancel.Discard a) {
            return List.of(a.index() + 1L);
        }
        if (action instanceof LinuxWorkqueue.Enter a) {
            return List.of("w" + a.worker(), Twin.instance(a.instance()));
        }
        if (action instanceof LinuxWorkqueue.AcceptChained a) {
            return List.of("w" + a.worker(), "i" + a.item());
        }
        if (action instanceof LinuxWorkqueue.Finish a) {
            return List.of("w" + a.worker());
        }
        boolean begins = action instanceof LinuxFlush.FlushBegin || action instanceof LinuxCancel.CancelBegin;
        boolean waits = action.getClass().getSimpleName().matches(".*(Begin|Return)");
        return begins ? List.of("c1", "i1") : waits ? List.of("c1") : List.of("i1");
    }
}
