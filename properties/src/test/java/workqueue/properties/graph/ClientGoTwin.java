package workqueue.properties.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workqueue.spec.model.Action;
import workqueue.spec.model.ClientGo;

/** ClientGo with keys i1, i2, i3 and caller c1. */
record ClientGoTwin() implements Twin<ClientGo> {
    private static final List<Long> ITEMS = List.of(1L, 2L, 3L);
    private static final long CALLER = 1;

    @Override
    public ClientGo initial() {
        return ClientGo.initial(ClientGo.Kind.CLIENT_GO);
    }

    @Override
    public Collection<? extends Action<ClientGo>> candidates(ClientGo state) {
        List<Action<ClientGo>> actions = new ArrayList<>(List.of(
                new ClientGo.Closed(),
                new ClientGo.ShutDown(),
                new ClientGo.DrainBegin(CALLER),
                new ClientGo.DrainReturn(CALLER)));
        for (long item : ITEMS) {
            actions.add(new ClientGo.Accept(item));
            actions.add(new ClientGo.Coalesce(item));
            actions.add(new ClientGo.Refuse(item));
            actions.add(new ClientGo.Dequeue(item));
            actions.add(new ClientGo.Complete(item));
            actions.add(new ClientGo.Discard(item));
        }
        return actions;
    }

    @Override
    public Map<String, Object> variables(ClientGo state) {
        Set<Long> dirty = new HashSet<>(state.queue());
        dirty.addAll(state.parked());
        return Map.of(
                "queue", state.queue().stream().map(ClientGoTwin::item).toList(),
                "dirty", items(dirty),
                "processing", items(state.processing().keySet()),
                "closed", state.closed(),
                "drain", state.drain(),
                "draining",
                        state.draining().stream().map(caller -> "c" + caller).collect(Collectors.toSet()));
    }

    private static Set<Object> items(Set<Long> items) {
        return items.stream().map(ClientGoTwin::item).collect(Collectors.toSet());
    }

    private static Object item(long item) {
        return "i" + item;
    }

    @Override
    public List<Object> label(Action<ClientGo> action) {
        List<Object> label = new ArrayList<>(List.of(action.getClass().getSimpleName()));
        if (action instanceof ClientGo.Accept a) {
            label.add(item(a.item()));
        } else if (action instanceof ClientGo.Coalesce a) {
            label.add(item(a.item()));
        } else if (action instanceof ClientGo.Refuse a) {
            label.add(item(a.item()));
        } else if (action instanceof ClientGo.Complete a) {
            label.add(item(a.item()));
        } else if (action instanceof ClientGo.DrainBegin || action instanceof ClientGo.DrainReturn) {
            label.add("c" + CALLER);
        }
        return label;
    }
}
