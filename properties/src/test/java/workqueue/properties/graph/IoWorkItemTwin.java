package workqueue.properties.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.IoWorkItem.Life;

/** IoWorkItem with items i1, i2 and workers w1, w2. */
record IoWorkItemTwin() implements Twin<IoWorkItem> {
    private static final List<Long> ITEMS = List.of(1L, 2L);
    private static final List<Long> WORKERS = List.of(1L, 2L);

    @Override
    public IoWorkItem initial() {
        return IoWorkItem.initial(Life.ABSENT, Map.of(), WORKERS.size());
    }

    @Override
    public Collection<? extends Action<IoWorkItem>> candidates(IoWorkItem state) {
        List<Action<IoWorkItem>> actions = new ArrayList<>();
        for (long item : ITEMS) {
            for (Life life : List.of(Life.ALLOCATED, Life.INITIALIZED)) {
                actions.add(new IoWorkItem.Create(item, life));
                actions.add(new IoWorkItem.Free(item, life));
            }
            actions.add(new IoWorkItem.Accept(item));
            actions.add(new IoWorkItem.TryAccept(item));
            actions.add(new IoWorkItem.TryRefuse(item));
            WORKERS.forEach(worker -> actions.add(new IoWorkItem.Enter(worker, item)));
        }
        WORKERS.forEach(worker -> actions.add(new IoWorkItem.Finish(worker)));
        for (int index = 0; index < state.queue().queue().size(); index++) {
            actions.add(new IoWorkItem.Dequeue(index));
            actions.add(new IoWorkItem.Discard(index));
        }
        actions.add(new IoWorkItem.DeleteDevice());
        actions.add(new IoWorkItem.RemoveDevice());
        return actions;
    }

    @Override
    public Map<String, Object> variables(IoWorkItem state) {
        Map<Object, Object> object = new HashMap<>();
        ITEMS.forEach(item -> object.put(item(item), word(state.life(item))));
        Map<Object, Object> running = new HashMap<>();
        for (long worker : WORKERS) {
            Instance run = state.queue().running().get(worker);
            running.put("w" + worker, run == null ? "Idle" : item(run.item()));
        }
        Set<Object> dequeued = new HashSet<>();
        state.queue().dequeued().keySet().forEach(instance -> dequeued.add(item(instance.item())));
        return Map.of(
                "object",
                object,
                "device",
                word(state.device()),
                "references",
                (long) state.references(),
                "queue",
                state.queue().queue().stream()
                        .map(instance -> item(instance.item()))
                        .toList(),
                "dequeued",
                dequeued,
                "running",
                running);
    }

    private static String item(long item) {
        return "i" + item;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Object> label(Action<IoWorkItem> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        if (action instanceof IoWorkItem.Create a) {
            return List.of(a.life() == Life.ALLOCATED ? "Allocate" : "Initialize", item(a.item()));
        } else if (action instanceof IoWorkItem.Free a) {
            return List.of(a.life() == Life.ALLOCATED ? "Free" : "Uninitialize", item(a.item()));
        } else if (action instanceof IoWorkItem.Accept a) {
            label.add(item(a.item()));
        } else if (action instanceof IoWorkItem.TryAccept a) {
            label.add(item(a.item()));
        } else if (action instanceof IoWorkItem.TryRefuse a) {
            label.add(item(a.item()));
        } else if (action instanceof IoWorkItem.Enter a) {
            label.addAll(List.of("w" + a.worker(), item(a.item())));
        } else if (action instanceof IoWorkItem.Finish a) {
            label.add("w" + a.worker());
        }
        return label;
    }
}
