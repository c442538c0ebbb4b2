package workqueue.properties.stateful;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy;

/**
 * The executable specification of framework work items whose workers are eager: an item is dequeued as soon as a worker
 * is free, and an object goes as soon as nothing of it is outstanding.
 */
public final class LifeSpec {
    private Kmdf state;

    /**
     * No items.
     *
     * @param dedup {@link Policy.Dedup#EXCLUSIVE} before version 1.7
     */
    public LifeSpec(Policy.Dedup dedup, int workers) {
        state = Kmdf.initial(Life.ABSENT, Map.of(), false, dedup, workers);
    }

    public Life life(int item) {
        return state.life(item);
    }

    /** Whether the item's handle is good. */
    public boolean isValid(int item) {
        return life(item) == Life.LIVE || life(item) == Life.DELETING;
    }

    public boolean isFree(int caller) {
        return !state.queue().flushing().containsKey((long) caller)
                && !state.deleting().containsKey((long) caller);
    }

    public void create(int item) {
        apply(new Kmdf.Create(item));
    }

    /** Takes the action that is enabled; returns whether the caller breaks rule WDF-10 instead, and there is none. */
    public boolean enqueue(int item) {
        Action<Kmdf> accept = new Kmdf.Accept(item);
        if (accept.broken(state).contains("WDF-10")) {
            return true;
        }
        List<Action<Kmdf>> enabled = new ArrayList<>(List.of(accept, new Kmdf.Coalesce(item), new Kmdf.Refuse(item)));
        enabled.removeIf(action -> !action.enabled(state));
        if (enabled.size() != 1) {
            throw new IllegalStateException("not one action is enabled in " + state + " but " + enabled);
        }
        apply(enabled.get(0));
        return false;
    }

    public void beginFlush(int caller, int item) {
        apply(new Kmdf.FlushBegin(caller, item));
    }

    public void beginDelete(int caller, int item) {
        apply(new Kmdf.DeleteBegin(caller, item));
    }

    public void deleteSelf(int run) {
        apply(new Kmdf.DeleteSelf(run));
    }

    public void finish(int run) {
        apply(new Kmdf.Finish(run));
    }

    /** Dequeues as long as a worker is free; returns what is to be entered, in that order. */
    public List<Instance> dequeue() {
        List<Instance> taken = new ArrayList<>();
        Action<Kmdf> dequeue = new Kmdf.Dequeue(0);
        while (dequeue.enabled(state)) {
            taken.add(state.queue().queue().get(0));
            apply(dequeue);
        }
        return taken;
    }

    public void enter(int run, Instance instance) {
        apply(new Kmdf.Enter(run, instance));
    }

    /** Lets the object go if it can; returns whether it is gone. */
    public boolean dispose(int item) {
        return applyIfEnabled(new Kmdf.Dispose(item)) || life(item) == Life.DELETED;
    }

    /** Ends what the caller waits for if it may end; returns whether the caller waits no longer. */
    public boolean end(int caller) {
        return applyIfEnabled(new Kmdf.FlushReturn(caller))
                || applyIfEnabled(new Kmdf.DeleteReturn(caller))
                || isFree(caller);
    }

    public boolean isAtRest() {
        return new Kmdf.AtRest().enabled(state);
    }

    /** Throws an assertion error if the state breaks an invariant of the TLA+ module. */
    public void checkInvariants() {
        Invariants.check(state.queue());
    }

    private boolean applyIfEnabled(Action<Kmdf> action) {
        boolean enabled = action.enabled(state);
        if (enabled) {
            apply(action);
        }
        return enabled;
    }

    private void apply(Action<Kmdf> action) {
        if (!action.enabled(state)) {
            throw new IllegalStateException(action + " breaks " + action.broken(state) + " in " + state);
        }
        state = action.apply(state);
    }
}
