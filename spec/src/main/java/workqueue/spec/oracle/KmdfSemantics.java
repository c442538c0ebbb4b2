package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy;
import workqueue.spec.model.Then;

/**
 * What a recording of profile {@code kmdf} means. An enqueue returns nothing, so its outcome follows from the state at its
 * point. A flush begins to wait at its invoke, when the fewest instances are outstanding that it can have seen; a delete
 * takes effect at its point and is over, with everything drained, at its return.
 *
 * <p>The order of dequeues (rule O1) is asked for only if the header declares how many workers there are. Otherwise it could
 * only be inferred from what must have coalesced, and that would ask for more than the documents promise: in known
 * implementations a call marks the item first and appends it later, and a call of another thread can coalesce in between.
 */
final class KmdfSemantics implements ItemSemantics<Kmdf> {
    private final Kmdf initial;
    private final Balance balance;
    private final boolean ordered;

    /** What a recording means, of a framework with the given dedup policy. */
    KmdfSemantics(Policy.Dedup dedup, Script script) {
        Map<Long, Life> toBeCreated = new HashMap<>();
        script.calls().stream()
                .filter(call -> call.op().equals("create"))
                .forEach(call -> toBeCreated.put(call.item(), Life.ABSENT));
        var header = script.history().header();
        this.initial = Kmdf.initial(Life.LIVE, toBeCreated, header.flag("automaticSerialization"), dedup, (int)
                Math.min(header.number("workers", Policy.UNLIMITED), Policy.UNLIMITED));
        this.balance = new Balance(script, call -> call.op().equals("enqueue"), script.atRest());
        this.ordered = header.number("workers", 0) > 0;
    }

    @Override
    public Kmdf initial() {
        return initial;
    }

    @Override
    public List<? extends Action<Kmdf>> atInvoke(Kmdf state, Call call) {
        boolean exists = state.life(call.item()) != Life.ABSENT; // it may come to exist before this call takes effect
        return call.op().equals("flush") && exists
                ? List.of(new Kmdf.FlushBegin(call.id(), call.item()))
                : List.of(Then.nothing());
    }

    @Override
    public boolean hasPoint(Call call) {
        return !call.op().equals("flush");
    }

    @Override
    public List<? extends Action<Kmdf>> point(Kmdf state, Call call) {
        long item = call.item();
        return switch (call.op()) {
            case "create" -> succeeded(call) ? List.of(new Kmdf.Create(item)) : List.of(Then.<Kmdf>nothing());
            case "enqueue" -> List.of(new Kmdf.Accept(item), new Kmdf.Coalesce(item), new Kmdf.Refuse(item));
            case "delete" -> delete(state, call);
            default -> List.of();
        };
    }

    private static boolean succeeded(Call call) {
        return call.status() == null || call.status().equals("00000000");
    }

    private List<Action<Kmdf>> delete(Kmdf state, Call call) {
        if (state.life(call.item()) != Life.LIVE) {
            return List.of(Then.nothing()); // WDF-44
        }
        return isSelfDelete(call)
                ? List.of(new Kmdf.DeleteSelf(call.within().id()))
                : List.of(new Kmdf.DeleteBegin(call.id(), call.item()));
    }

    private static boolean isSelfDelete(Call call) {
        return call.within() != null && call.within().item() == call.item();
    }

    @Override
    public List<? extends Action<Kmdf>> atReturn(Kmdf state, Call call) {
        return switch (call.op()) {
            case "flush" ->
                state.queue().flushing().containsKey(call.id())
                        ? List.of(new Kmdf.FlushReturn(call.id()))
                        : List.of(Then.<Kmdf>nothing());
            case "delete" ->
                state.deleting().containsKey(call.id())
                        ? List.of(new Then<>(new Kmdf.Dispose(call.item()), new Kmdf.DeleteReturn(call.id())))
                        : List.of(Then.<Kmdf>nothing());
            default -> List.of(Then.nothing());
        };
    }

    @Override
    public List<? extends Action<Kmdf>> begin(Kmdf state, Run run) {
        List<Action<Kmdf>> entries = new ArrayList<>();
        for (Instance instance : state.queue().dequeued().keySet()) {
            if (instance.item() == run.item()) {
                entries.add(new Kmdf.Enter(run.id(), instance));
            }
        }
        if (entries.isEmpty()) {
            entries.add(new Kmdf.Enter(run.id(), Instance.fresh(run.item()))); // says which rule forbids it
        }
        return entries;
    }

    @Override
    public List<? extends Action<Kmdf>> end(Kmdf state, Run run) {
        return List.of(new Kmdf.Finish(run.id()));
    }

    /**
     * Dequeues. One of an item that has as many instances off the queue already as it will have runs serves nothing,
     * unless other items may wait behind it.
     */
    @Override
    public List<? extends Action<Kmdf>> hidden(Kmdf state, int moment, Set<String> waived) {
        List<Action<Kmdf>> actions = new ArrayList<>();
        List<Instance> queue = state.queue().queue();
        int indexes = waived.contains("O1") || !ordered ? queue.size() : Math.min(queue.size(), 1);
        for (int index = 0; index < indexes; index++) {
            long item = queue.get(index).item();
            boolean useful = ordered || balance.isWanted(state.queue(), item, moment);
            if (useful) {
                actions.add(new Kmdf.Dequeue(index));
            }
        }
        if (waived.contains("P1") || waived.contains("C1")) {
            for (int index = 0; index < queue.size(); index++) {
                actions.add(new Kmdf.Discard(index));
            }
        }
        return actions;
    }

    @Override
    public List<? extends Action<Kmdf>> atRest(Kmdf state) {
        return List.of(new Kmdf.AtRest());
    }

    @Override
    public boolean plausible(Kmdf before, Kmdf state, int moment, Done done) {
        return balance.holds(before.queue(), state.queue(), moment, done);
    }

    @Override
    public int size(Kmdf state) {
        return state.queue().size() + state.deleting().size();
    }

    @Override
    public boolean calm(Kmdf state) {
        return state.queue().idle()
                && state.queue().flushing().isEmpty()
                && state.deleting().isEmpty()
                && state.object().isEmpty();
    }

    @Override
    public boolean isIdle(Call call) {
        return call.op().equals("flush");
    }

    @Override
    public List<String> explanations() {
        return List.of("WDF-10", "D1", "L5", "A1", "O1", "R1", "L3", "F1", "C1", "P1", "L2");
    }

    /** Without the order of the queue items share only the serialization, which {@link Overlap} judges. */
    @Override
    public boolean projectionsDecide() {
        return !ordered;
    }

    @Override
    public Optional<Alone> alone() {
        return Optional.of(new Alone("item", Event::item, ordered ? Set.of("O1") : Set.of(), true));
    }

    @Override
    public Kmdf project(Kmdf state, long item) {
        return state.only(item);
    }

    @Override
    public boolean asks(Event event) {
        return event.kind() == Kind.INVOKE && event.op().equals("enqueue");
    }
}
