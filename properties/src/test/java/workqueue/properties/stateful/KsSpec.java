package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.KernelStreaming.Life;

/**
 * The executable specification of a plain and a counted kernel streaming worker whose threads are eager: what waits is
 * dequeued as soon as a thread is free. Calls answer with a status, a count, or the rule that the caller breaks.
 */
public final class KsSpec {
    /** The number of the plain worker. */
    public static final int PLAIN = 0;

    /** The number of the counted worker, and of its item. */
    public static final int COUNTED = 1;

    private KernelStreaming state;

    public KsSpec(int threads) {
        state = KernelStreaming.initial(Life.ABSENT, Map.of(), threads);
    }

    public Life life(int worker) {
        return state.lifeOf(worker);
    }

    /** Whether the worker waits for its routine to begin. */
    public boolean isWaiting(int worker) {
        return state.queue().owed(worker) > 0;
    }

    /** Whether the run has tasks to count down. */
    public boolean isProcessing(int run) {
        return state.tasks().containsKey((long) run);
    }

    public long count() {
        return state.count(COUNTED);
    }

    public boolean isFree(int caller) {
        return !state.unregistering().containsKey((long) caller);
    }

    public void register(int worker) {
        apply(new KernelStreaming.Register(worker));
    }

    /** Queues an item on the plain worker. */
    public String queue(int item) {
        return switch (life(PLAIN)) {
            case REGISTERED -> applyIfEnabled(new KernelStreaming.Accept(PLAIN, item)) ? "STATUS_SUCCESS" : "KS-6";
            case UNREGISTERING -> {
                apply(new KernelStreaming.Refuse(PLAIN));
                yield "STATUS_UNSUCCESSFUL";
            }
            default -> "M1";
        };
    }

    public String increment() {
        return switch (life(COUNTED)) {
            case REGISTERED -> {
                apply(new KernelStreaming.Increment(COUNTED, count() + 1));
                yield String.valueOf(count());
            }
            case UNREGISTERING -> "KS-16";
            default -> "M1";
        };
    }

    /** A task of the counted worker is processed and counted down by a run, or by one that has none. */
    public String decrement(int run) {
        if (!isProcessing(run)) {
            return "KS-19";
        }
        apply(new KernelStreaming.Take(run));
        apply(new KernelStreaming.Decrement(run, count() - 1));
        return String.valueOf(count());
    }

    public void beginUnregister(int caller, int worker) {
        apply(new KernelStreaming.UnregisterBegin(caller, worker));
    }

    /** Ends what the caller waits for if it may end; returns whether the caller waits no longer. */
    public boolean end(int caller) {
        return applyIfEnabled(new KernelStreaming.UnregisterReturn(caller)) || isFree(caller);
    }

    public void finish(int run) {
        apply(new KernelStreaming.Finish(run));
    }

    /** Dequeues as long as a thread is free; returns the workers whose routines are to be entered, in that order. */
    public List<Integer> dequeue() {
        List<Integer> taken = new ArrayList<>();
        Action<KernelStreaming> dequeue = new KernelStreaming.Dequeue(0);
        while (dequeue.enabled(state)) {
            taken.add((int) state.queue().queue().get(0).item());
            apply(dequeue);
        }
        return taken;
    }

    /** A run begins; returns the item whose routine it is. */
    public int enter(int run, int worker) {
        if (worker == COUNTED) {
            apply(new KernelStreaming.EnterCounted(run, worker));
            return COUNTED;
        }
        long item = state.items().get((long) worker);
        apply(new KernelStreaming.Enter(run, worker, item));
        return (int) item;
    }

    public boolean isAtRest() {
        return new KernelStreaming.AtRest().enabled(state);
    }

    /** Throws an assertion error if the state breaks an invariant of the TLA+ modules. */
    public void checkInvariants() {
        Invariants.check(state.queue());
        for (int worker : List.of(PLAIN, COUNTED)) {
            assertTrue(state.queue().owed(worker) <= 1, "OnePlaceAtATime");
            boolean lives = life(worker) == Life.REGISTERED || life(worker) == Life.UNREGISTERING;
            assertTrue(lives || state.queue().drained(worker), "NothingAfterUnregister");
        }
        assertTrue(state.tasks().size() <= 1, "OneProcessesTasks");
        assertEquals(count() > 0, isWaiting(COUNTED) || state.isProcessed(COUNTED), "NoTaskIsForgotten");
    }

    private boolean applyIfEnabled(Action<KernelStreaming> action) {
        boolean enabled = action.enabled(state);
        if (enabled) {
            apply(action);
        }
        return enabled;
    }

    private void apply(Action<KernelStreaming> action) {
        if (!action.enabled(state)) {
            throw new IllegalStateException(action + " breaks " + action.broken(state) + " in " + state);
        }
        state = action.apply(state);
    }
}
