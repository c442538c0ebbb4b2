package workqueue.properties.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy;

/** Kmdf with items i1, i2, workers w1, w2 and caller c1. */
record KmdfTwin(boolean serialized, Policy.Dedup dedup) implements Twin<Kmdf> {
    private static final List<Long> ITEMS = List.of(1L, 2L);
    private static final List<Long> WORKERS = List.of(1L, 2L);
    private static final long CALLER = 1;

    @Override
    public Kmdf initial() {
        return Kmdf.initial(Life.ABSENT, Map.of(), serialized, dedup, WORKERS.size());
    }

    @Override
    public Collection<? extends Action<Kmdf>> candidates(Kmdf state) {
        List<Action<Kmdf>> actions = new ArrayList<>();
        for (long item : ITEMS) {
            actions.add(new Kmdf.Create(item));
            actions.add(new Kmdf.Accept(item));
            actions.add(new Kmdf.Coalesce(item));
            actions.add(new Kmdf.Refuse(item));
            actions.add(new Kmdf.FlushBegin(CALLER, item));
            actions.add(new Kmdf.DeleteBegin(CALLER, item));
            actions.add(new Kmdf.Dispose(item));
        }
        for (long worker : WORKERS) {
            for (long item : ITEMS) {
                actions.add(new Kmdf.Enter(worker, Instance.fresh(item)));
                actions.add(new Kmdf.Enter(worker, new Instance(item, Set.of(CALLER))));
            }
            actions.add(new Kmdf.Finish(worker));
            actions.add(new Kmdf.DeleteSelf(worker));
        }
        actions.add(new Kmdf.FlushReturn(CALLER));
        actions.add(new Kmdf.DeleteReturn(CALLER));
        for (int index = 0; index < state.queue().queue().size(); index++) {
            actions.add(new Kmdf.Dequeue(index));
            actions.add(new Kmdf.Discard(index));
        }
        return actions;
    }

    @Override
    public Map<String, Object> variables(Kmdf state) {
        Map<Object, Object> object = new HashMap<>();
        ITEMS.forEach(item -> object.put("i" + item, state.life(item).name().toLowerCase(Locale.ROOT)));
        Map<Object, Object> running = new HashMap<>();
        for (long worker : WORKERS) {
            Instance run = state.queue().running().get(worker);
            running.put("w" + worker, run == null ? "Idle" : Twin.instance(run));
        }
        return Map.of(
                "object", object,
                "deleting", Map.of("c1", itemOrNone(state.deleting().get(CALLER))),
                "queue", state.queue().queue().stream().map(Twin::instance).toList(),
                "dequeued", Twin.bag(state.queue().dequeued(), Twin::instance),
                "running", running,
                "flushing", Map.of("c1", itemOrNone(state.queue().flushing().get(CALLER))));
    }

    private static String itemOrNone(Long item) {
        return item == null ? "NoItem" : "i" + item;
    }

    @Override
    public List<Object> label(Action<Kmdf> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        if (action instanceof Kmdf.Create a) {
            label.add("i" + a.item());
        } else if (action instanceof Kmdf.Accept a) {
            label.add("i" + a.item());
        } else if (action instanceof Kmdf.Coalesce a) {
            label.add("i" + a.item());
        } else if (action instanceof Kmdf.Refuse a) {
            label.add("i" + a.item());
        } else if (action instanceof Kmdf.Dispose a) {
            label.add("i" + a.item());
        } else if (action instanceof Kmdf.FlushBegin a) {
            label.addAll(List.of("c" + a.caller(), "i" + a.item()));
        } else if (action instanceof Kmdf.DeleteBegin a) {
            label.addAll(List.of("c" + a.caller(), "i" + a.item()));
        } else if (action instanceof Kmdf.FlushReturn a) {
            label.add("c" + a.caller());
        } else if (action instanceof Kmdf.DeleteReturn a) {
            label.add("c" + a.caller());
        } else if (action instanceof Kmdf.Enter a) {
            label.addAll(List.of("w" + a.worker(), Twin.instance(a.instance())));
        } else if (action instanceof Kmdf.Finish a) {
            label.add("w" + a.worker());
        } else if (action instanceof Kmdf.DeleteSelf a) {
            label.add("w" + a.worker());
        }
        return label;
    }
}
