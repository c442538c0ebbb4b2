package workqueue.properties.lincheck;

import workqueue.spec.model.Action;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationScheduled;

/** The operations of {@code DrivenItems} as the executable specification has them. An item that was put is number 0. */
public class SpecifiedDeferred {
    private static final long STANDARD = MediaFoundation.STANDARD;
    private static final long WORKER = 1;

    private MediaFoundation state = new MediaFoundation.Startup().apply(MediaFoundation.initial(1));
    private long keys;

    private boolean step(Action<MediaFoundation> action) {
        boolean enabled = action.enabled(state);
        state = enabled ? action.apply(state) : state;
        return enabled;
    }

    public void put() {
        step(new MediaFoundation.Accept(STANDARD, 0));
    }

    public long schedule() {
        return defer(true);
    }

    public long await() {
        return defer(false);
    }

    private long defer(boolean timed) {
        keys++;
        step(new MediaFoundationScheduled.Defer(keys, new Deferred(keys, STANDARD, timed)));
        return keys;
    }

    public void comes(int key) {
        step(new MediaFoundationScheduled.Fire(key));
    }

    public boolean cancel(int key) {
        return step(new MediaFoundationScheduled.Cancel(key));
    }

    public String run() {
        if (!step(new MediaFoundation.Dequeue(STANDARD, 0))) {
            return "nothing";
        }
        Instance head = state.queue(STANDARD).dequeued().keySet().iterator().next();
        step(new MediaFoundation.Enter(WORKER, STANDARD, head));
        step(new MediaFoundation.Finish(WORKER, STANDARD));
        return (head.cancelled() ? "told " : "ran ") + head.item();
    }
}
