package workqueue.properties.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.KernelStreaming.Life;
import workqueue.spec.model.KernelStreaming.Stage;

/** KernelStreaming with the workers plain and counted, threads t1, t2 and caller c1. */
final class KernelStreamingTwin implements Twin<KernelStreaming> {
    private static final long PLAIN = 1;
    private static final long COUNTED = 2;
    private static final List<Long> WORKERS = List.of(PLAIN, COUNTED);
    private static final List<Long> THREADS = List.of(1L, 2L);
    private static final long CALLER = 1;
    private static final long MAX_COUNT = 2;

    @Override
    public KernelStreaming initial() {
        return KernelStreaming.initial(Life.ABSENT, Map.of(), THREADS.size());
    }

    @Override
    public Collection<? extends Action<KernelStreaming>> candidates(KernelStreaming state) {
        List<Action<KernelStreaming>> actions = new ArrayList<>();
        for (long worker : WORKERS) {
            actions.add(new KernelStreaming.Register(worker));
            actions.add(new KernelStreaming.UnregisterBegin(CALLER, worker));
        }
        actions.add(new KernelStreaming.Accept(PLAIN, PLAIN));
        if (state.lifeOf(PLAIN) == Life.UNREGISTERING) {
            actions.add(new KernelStreaming.Refuse(PLAIN));
        }
        if (state.count(COUNTED) < MAX_COUNT) {
            actions.add(new KernelStreaming.Increment(COUNTED, state.count(COUNTED) + 1));
        }
        for (long thread : THREADS) {
            actions.add(new KernelStreaming.Enter(thread, PLAIN, PLAIN));
            actions.add(new KernelStreaming.EnterCounted(thread, COUNTED));
            actions.add(new KernelStreaming.Take(thread));
            actions.add(new KernelStreaming.Decrement(thread, state.count(COUNTED) - 1));
            actions.add(new KernelStreaming.Finish(thread));
        }
        actions.add(new KernelStreaming.UnregisterReturn(CALLER));
        for (int index = 0; index < state.queue().queue().size(); index++) {
            actions.add(new KernelStreaming.Dequeue(index));
            actions.add(new KernelStreaming.Discard(index));
        }
        return actions;
    }

    private static String name(long worker) {
        return worker == PLAIN ? "plain" : "counted";
    }

    private static Object instance(Instance instance) {
        return Twin.instance(instance, KernelStreamingTwin::name);
    }

    @Override
    public Map<String, Object> variables(KernelStreaming state) {
        Map<Object, Object> life = new HashMap<>();
        WORKERS.forEach(
                worker -> life.put(name(worker), state.lifeOf(worker).name().toLowerCase(Locale.ROOT)));
        Map<Object, Object> running = new HashMap<>();
        Map<Object, Object> task = new HashMap<>();
        for (long thread : THREADS) {
            Instance run = state.queue().running().get(thread);
            running.put("t" + thread, run == null ? "Idle" : instance(run));
            Stage stage = state.tasks().get(thread);
            task.put("t" + thread, stage == null ? "none" : stage.name().toLowerCase(Locale.ROOT));
        }
        Long unregistered = state.unregistering().get(CALLER);
        return Map.of(
                "life", life,
                "unregistering", Map.of("c1", unregistered == null ? "None" : name(unregistered)),
                "count", Map.of("counted", state.count(COUNTED)),
                "task", task,
                "queue",
                        state.queue().queue().stream()
                                .map(KernelStreamingTwin::instance)
                                .toList(),
                "dequeued", Twin.bag(state.queue().dequeued(), KernelStreamingTwin::instance),
                "running", running);
    }

    @Override
    public List<Object> label(Action<KernelStreaming> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        if (action instanceof KernelStreaming.Register a) {
            label.add(name(a.worker()));
        } else if (action instanceof KernelStreaming.Accept a) {
            label.add(name(a.worker()));
        } else if (action instanceof KernelStreaming.Refuse a) {
            label.add(name(a.worker()));
        } else if (action instanceof KernelStreaming.Increment a) {
            label.add(name(a.worker()));
        } else if (action instanceof KernelStreaming.Enter a) {
            label.addAll(List.of("t" + a.thread(), name(a.worker())));
        } else if (action instanceof KernelStreaming.EnterCounted a) {
            return List.of("Enter", "t" + a.thread(), name(a.worker()));
        } else if (action instanceof KernelStreaming.Take a) {
            label.add("t" + a.thread());
        } else if (action instanceof KernelStreaming.Decrement a) {
            label.add("t" + a.thread());
        } else if (action instanceof KernelStreaming.Finish a) {
            label.add("t" + a.thread());
        } else if (action instanceof KernelStreaming.UnregisterBegin a) {
            label.addAll(List.of("c" + a.caller(), name(a.worker())));
        } else if (action instanceof KernelStreaming.UnregisterReturn a) {
            label.add("c" + a.caller());
        }
        return label;
    }
}
