package workqueue.properties.stateful;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;

/**
 * The executable specification of a coalescing queue, behind the operations of a driven one: for each operation the
 * action that is enabled is applied. An open item is a live object, a closed one an object that is being deleted; that
 * a closed item can be opened again is all that is added to {@link Kmdf}.
 */
public final class CoalescingSpec implements DrivenQueue {
    private Kmdf state;

    /** Closed items of which somebody wants to be told when they are drained. */
    private final Set<Integer> watched = new HashSet<>();

    public CoalescingSpec(int workers) {
        state = Kmdf.initial(Life.LIVE, Map.of(), false, workers);
    }

    public Kmdf state() {
        return state;
    }

    @Override
    public String enqueue(int item) {
        return applyTheEnabled(Map.of(
                new Kmdf.Accept(item), "ACCEPTED",
                new Kmdf.Coalesce(item), "COALESCED",
                new Kmdf.Refuse(item), "REFUSED"));
    }

    private String applyTheEnabled(Map<Action<Kmdf>, String> answers) {
        List<Action<Kmdf>> enabled = answers.keySet().stream()
                .filter(action -> action.enabled(state))
                .toList();
        if (enabled.size() != 1) {
            throw new IllegalStateException("not one action is enabled in " + state + " but " + enabled);
        }
        state = enabled.get(0).apply(state);
        return answers.get(enabled.get(0));
    }

    @Override
    public String take(int worker) {
        if (isBusy(worker)) {
            return "busy";
        }
        if (!isAnyPending()) {
            return "none";
        }
        Instance head = state.queue().queue().get(0);
        apply(new Kmdf.Dequeue(0));
        apply(new Kmdf.Enter(worker, head));
        return "item " + head.item();
    }

    @Override
    public String finish(int worker) {
        if (!isBusy(worker)) {
            return "idle";
        }
        int item = (int) state.queue().running().get((long) worker).item();
        apply(new Kmdf.Finish(worker));
        return isDrained(item) && watched.remove(item) ? "finished, drained" : "finished";
    }

    public boolean isBusy(int worker) {
        return state.queue().running().containsKey((long) worker);
    }

    public boolean isAnyPending() {
        return !state.queue().queue().isEmpty();
    }

    public boolean isAnyBusy() {
        return !state.queue().running().isEmpty();
    }

    /** How many instances of the item are pending or running. */
    public int outstanding(int item) {
        long running = state.queue().running().values().stream()
                .filter(instance -> instance.item() == item)
                .count();
        return state.queue().owed(item) + (int) running;
    }

    /** Throws an assertion error if the state breaks an invariant of the TLA+ module. */
    public void checkInvariants() {
        Invariants.check(state.queue());
    }

    @Override
    public void open(int item) {
        setLife(item, Life.LIVE);
        watched.remove(item);
    }

    @Override
    public void close(int item) {
        setLife(item, Life.DELETING);
    }

    @Override
    public boolean closeAndWatch(int item) {
        close(item);
        if (isDrained(item)) {
            return true;
        }
        watched.add(item);
        return false;
    }

    @Override
    public boolean isDrained(int item) {
        return state.queue().drained(item);
    }

    public boolean isFree(int caller) {
        return !state.queue().flushing().containsKey((long) caller);
    }

    public void beginFlush(int caller, int item) {
        apply(new Kmdf.FlushBegin(caller, item));
    }

    /** Ends the caller's flush if it may end; returns whether it did. */
    public boolean endFlush(int caller) {
        Action<Kmdf> end = new Kmdf.FlushReturn(caller);
        if (!end.enabled(state)) {
            return false;
        }
        apply(end);
        return true;
    }

    private void apply(Action<Kmdf> action) {
        if (!action.enabled(state)) {
            throw new IllegalStateException(action + " breaks " + action.broken(state) + " in " + state);
        }
        state = action.apply(state);
    }

    private void setLife(long item, Life life) {
        Map<Long, Life> object = new HashMap<>(state.object());
        if (life == state.born()) {
            object.remove(item);
        } else {
            object.put(item, life);
        }
        state = new Kmdf(state.born(), object, state.deleting(), state.queue());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CoalescingSpec spec && spec.state.equals(state) && spec.watched.equals(watched);
    }

    @Override
    public int hashCode() {
        return state.hashCode() + watched.hashCode();
    }
}
