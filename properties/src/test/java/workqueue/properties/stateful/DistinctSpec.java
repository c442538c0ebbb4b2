package workqueue.properties.stateful;

import java.util.ArrayList;
import java.util.List;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;

/**
 * The executable specification of a queue of distinct instances, behind the operations of a driven one: a queue of a
 * platform that is started as long as the queue is open.
 */
public final class DistinctSpec implements DrivenQueue {
    /** A platform queue that runs as many items at once as there are workers. */
    private static final long CONCURRENT = 5;

    private final int workers;
    private final long id;
    private MediaFoundation state;

    public DistinctSpec(int workers) {
        this.workers = workers;
        id = workers == 1 ? MediaFoundation.STANDARD : CONCURRENT;
        state = MediaFoundation.initial(workers);
        open(0);
    }

    @Override
    public String enqueue(int item) {
        List<String> answers = new ArrayList<>();
        MediaFoundation before = state;
        for (Action<MediaFoundation> action : List.of(
                new MediaFoundation.Accept(id, item),
                new MediaFoundation.RefuseShutdown(id, item),
                new MediaFoundation.RefuseInvalid(id, item))) {
            if (action.enabled(before)) {
                state = action.apply(before);
                answers.add(action instanceof MediaFoundation.Accept ? "ACCEPTED" : "REFUSED");
            }
        }
        if (answers.size() != 1) {
            throw new IllegalStateException("not one action is enabled in " + before + " but " + answers);
        }
        return answers.get(0);
    }

    @Override
    public String take(int worker) {
        if (isBusy(worker)) {
            return "busy";
        }
        if (!isAnyPending()) {
            return "none";
        }
        Instance head = state.queue(id).queue().get(0);
        apply(new MediaFoundation.Dequeue(id, 0));
        apply(new MediaFoundation.Enter(worker, id, head.item()));
        return "item " + head.item();
    }

    @Override
    public String finish(int worker) {
        if (!isBusy(worker)) {
            return "idle";
        }
        apply(new MediaFoundation.Finish(worker, id));
        return "finished";
    }

    private boolean isBusy(int worker) {
        return state.queue(id).running().containsKey((long) worker);
    }

    private boolean isAnyPending() {
        return !state.queue(id).queue().isEmpty();
    }

    @Override
    public void open(int scope) {
        if (!state.started()) {
            apply(new MediaFoundation.Startup());
        }
    }

    @Override
    public void close(int scope) {
        apply(new MediaFoundation.Shutdown());
    }

    @Override
    public boolean closeAndWatch(int scope) {
        throw new UnsupportedOperationException("no family of distinct instances does that");
    }

    @Override
    public boolean isDrained(int scope) {
        return state.queue(id).idle();
    }

    /** How many instances are in the queue. */
    public int pending() {
        return state.queue(id).queue().size();
    }

    /** Throws an assertion error if the state breaks an invariant of the TLA+ module. */
    public void checkInvariants() {
        Invariants.check(state.queue(id));
    }

    private void apply(Action<MediaFoundation> action) {
        if (!action.enabled(state)) {
            throw new IllegalStateException(action + " breaks " + action.broken(state) + " in " + state);
        }
        state = action.apply(state);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DistinctSpec spec && spec.workers == workers && spec.state.equals(state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }
}
