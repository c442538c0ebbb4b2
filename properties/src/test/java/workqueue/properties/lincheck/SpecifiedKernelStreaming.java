package workqueue.properties.lincheck;

import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.KernelStreaming.Life;

/** The operations of {@code KernelStreamingOperations} as the executable specification has them. */
public class SpecifiedKernelStreaming {
    private static final int PLAIN = 0;
    private static final int COUNTED = 1;
    private static final int THREAD = 0;
    private static final int ITEM = 0;

    private KernelStreaming state = KernelStreaming.initial(Life.ABSENT, Map.of((long) COUNTED, Life.REGISTERED), 1);
    private long callers;

    private boolean step(Action<KernelStreaming> action) {
        boolean enabled = action.enabled(state);
        state = enabled ? action.apply(state) : state;
        return enabled;
    }

    public String register() {
        return step(new KernelStreaming.Register(PLAIN)) ? "registered" : "registered before";
    }

    /** Of a worker that waits and is being unregistered, either of two things can be told. */
    public String queue() {
        return switch (state.lifeOf(PLAIN)) {
            case ABSENT -> "absent";
            case REGISTERED -> step(new KernelStreaming.Accept(PLAIN, ITEM)) ? "STATUS_SUCCESS" : "KS-6";
            default -> "STATUS_UNSUCCESSFUL";
        };
    }

    public String increment() {
        long count = state.count(COUNTED) + 1;
        return step(new KernelStreaming.Increment(COUNTED, count)) ? String.valueOf(count) : "KS-16";
    }

    public String unregister(int worker) {
        step(new KernelStreaming.UnregisterBegin(callers++, worker));
        return state.lifeOf(worker) == Life.ABSENT ? "absent" : "begun";
    }

    public String run() {
        if (state.isProcessed(COUNTED)) {
            return "busy";
        }
        if (!step(new KernelStreaming.Dequeue(0))) {
            return "nothing";
        }
        if (step(new KernelStreaming.EnterCounted(THREAD, COUNTED))) {
            return "counted";
        }
        step(new KernelStreaming.Enter(THREAD, PLAIN, ITEM));
        step(new KernelStreaming.Finish(THREAD));
        return "plain";
    }

    public String decrement() {
        if (!step(new KernelStreaming.Take(THREAD))) {
            return "nothing runs";
        }
        long count = state.count(COUNTED) - 1;
        step(new KernelStreaming.Decrement(THREAD, count));
        step(new KernelStreaming.Finish(THREAD));
        return String.valueOf(count);
    }
}
