package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.ClientGo;
import workqueue.spec.model.Then;

/**
 * What a recording of a queue that hands out its items means: profiles {@code client-go}, {@code dedup} and {@code fifo}.
 * Every call has its point; a drain begins there and is over at its return. A dequeue that did not return may have taken
 * something.
 */
final class ClientGoSemantics implements Semantics<ClientGo> {
    private final ClientGo.Kind kind;
    private final Removals removals;
    private final List<Set<Long>> groups = new ArrayList<>();

    ClientGoSemantics(ClientGo.Kind kind, Script script) {
        this.kind = kind;
        this.removals = new Removals(script);
        Set<Long> items = new TreeSet<>();
        for (Call call : script.calls()) {
            if (call.hasItem()) {
                items.add(call.item());
            }
            items.addAll(Removals.items(call));
        }
        if (kind != ClientGo.Kind.CLIENT_GO) {
            groups.addAll(new Stays(script, kind == ClientGo.Kind.DEDUP).outOfOrder());
        }
        items.forEach(item -> groups.add(Set.of(item)));
    }

    @Override
    public ClientGo initial() {
        return ClientGo.initial(kind);
    }

    @Override
    public List<? extends Action<ClientGo>> point(ClientGo state, Call call) {
        return switch (call.op()) {
            case "enqueue", "add" -> enqueue(call);
            case "dequeue", "get" -> dequeue(state, call);
            case "complete" -> complete(call);
            case "done" -> List.of(new ClientGo.Complete(call.item()));
            case "cancel" -> cancel(call);
            case "take_all" -> List.of(new ClientGo.TakeAll(call.pending() ? state.queue() : Removals.items(call)));
            case "shut_down_with_drain" -> List.of(new ClientGo.DrainBegin(call.id()));
            default -> List.of(new ClientGo.ShutDown());
        };
    }

    private static List<? extends Action<ClientGo>> enqueue(Call call) {
        List<Action<ClientGo>> all = List.of(
                new ClientGo.Accept(call.item()), new ClientGo.Coalesce(call.item()), new ClientGo.Refuse(call.item()));
        if (call.answer() == null) {
            return all;
        }
        return switch (call.answer()) {
            case "accepted" -> all.subList(0, 1);
            case "coalesced" -> all.subList(1, 2);
            default -> all.subList(2, 3);
        };
    }

    /** One that did not return took the head; or, seen from a projection, an item that is not in it. */
    private static List<? extends Action<ClientGo>> dequeue(ClientGo state, Call call) {
        if (call.pending()) {
            List<Action<ClientGo>> perhaps = new ArrayList<>();
            state.queue().stream().limit(1).map(ClientGo.Dequeue::new).forEach(perhaps::add);
            perhaps.add(Then.nothing());
            return perhaps;
        }
        return switch (call.answer()) {
            case "ok" -> List.of(new ClientGo.Dequeue(call.item()));
            case "empty" -> List.of(new ClientGo.Empty());
            default -> List.of(new ClientGo.Closed());
        };
    }

    private static List<? extends Action<ClientGo>> complete(Call call) {
        return either(call, "ok", new ClientGo.Complete(call.item()), new ClientGo.CompleteNothing(call.item()));
    }

    private static List<? extends Action<ClientGo>> cancel(Call call) {
        return either(call, "removed", new ClientGo.Cancel(call.item()), new ClientGo.CancelNothing(call.item()));
    }

    private static List<Action<ClientGo>> either(
            Call call, String word, Action<ClientGo> ifSo, Action<ClientGo> ifNot) {
        if (call.answer() == null) {
            return List.of(ifSo, ifNot);
        }
        return List.of(call.answer().equals(word) ? ifSo : ifNot);
    }

    @Override
    public List<? extends Action<ClientGo>> atReturn(ClientGo state, Call call) {
        return call.op().equals("shut_down_with_drain")
                ? List.of(new ClientGo.DrainReturn(call.id()))
                : List.of(Then.<ClientGo>nothing());
    }

    @Override
    public List<? extends Action<ClientGo>> begin(ClientGo state, Run run) {
        throw new IllegalStateException("a queue that hands out its items runs none");
    }

    @Override
    public List<? extends Action<ClientGo>> end(ClientGo state, Run run) {
        throw new IllegalStateException("a queue that hands out its items runs none");
    }

    /** Only what is forbidden: items that vanish. */
    @Override
    public List<? extends Action<ClientGo>> hidden(ClientGo state, int moment, Set<String> waived) {
        return waived.contains("P1") || waived.contains("C1")
                ? state.queue().stream().distinct().map(ClientGo.Discard::new).toList()
                : List.of();
    }

    /** A recording may end with items pending. */
    @Override
    public List<? extends Action<ClientGo>> atRest(ClientGo state) {
        return List.of(Then.nothing());
    }

    /** The queue stands in an order in which it can be emptied, and nothing that comes after it is removed before it. */
    @Override
    public boolean plausible(ClientGo before, ClientGo state, int moment, Done done) {
        return removals.allow(state.queue(), moment, done);
    }

    @Override
    public int size(ClientGo state) {
        return state.queue().size() + state.parked().size() + state.processing().size();
    }

    @Override
    public boolean calm(ClientGo state) {
        return state.equals(initial());
    }

    @Override
    public boolean isIdle(Call call) {
        return call.answer() != null
                && Set.of("coalesced", "rejected", "empty", "closed", "shutdown", "notRunning", "absent")
                        .contains(call.answer());
    }

    @Override
    public List<String> explanations() {
        return List.of(
                "CG-5", "CG-1", "R1", "CG-9", "A2", "C1", "P1", "O1", "CG-4", "D1", "D2", "D3", "S3", "CG-6", "CG-7",
                "CG-8");
    }

    /** Pairs of items that seem to be out of order, and each item alone. */
    @Override
    public Map<Long, History> projections(History history) {
        Map<Long, History> projections = new LinkedHashMap<>();
        for (int key = 0; key < groups.size(); key++) {
            projections.put((long) key, history.only(groups.get(key)));
        }
        return projections;
    }

    /** They do not: the order of the queue is of all items together. */
    @Override
    public boolean projectionsDecide() {
        return false;
    }

    @Override
    public ClientGo project(ClientGo state, long key) {
        return state.only(groups.get((int) key));
    }

    @Override
    public boolean starts(Event event) {
        return event.kind() == Kind.RETURN && event.item() != null && event.op().matches("dequeue|get");
    }

    @Override
    public boolean asks(Event event) {
        return event.op().equals("add")
                ? event.kind() == Kind.INVOKE
                : event.op().equals("enqueue") && "accepted".equals(event.result());
    }
}
