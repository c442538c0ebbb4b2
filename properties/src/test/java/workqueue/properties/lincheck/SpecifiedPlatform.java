package workqueue.properties.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Policy;

/** The operations of {@code PlatformOperations} as the executable specification has them. */
public class SpecifiedPlatform {
    private static final int OK = 0;
    private static final int SHUTDOWN = 0xC00D3E85;
    private static final int INVALID_WORKQUEUE = 0xC00D36FF;
    private static final int NONE = -1;

    private MediaFoundation state = MediaFoundation.initial(Policy.UNLIMITED);
    private final List<Long> queues = new ArrayList<>();
    private long puts;

    private boolean step(Action<MediaFoundation> action) {
        boolean enabled = action.enabled(state);
        state = enabled ? action.apply(state) : state;
        return enabled;
    }

    public int startup() {
        step(new MediaFoundation.Startup());
        return OK;
    }

    public int shutdown() {
        step(new MediaFoundation.Shutdown());
        return OK;
    }

    public int allocate() {
        long id = 0x10000L + queues.size();
        if (!step(new MediaFoundation.Allocate(id, true))) {
            return SHUTDOWN;
        }
        queues.add(id);
        return (int) id;
    }

    public int lock(int queue) {
        return queue >= queues.size() ? NONE : locked(new MediaFoundation.Lock(queues.get(queue)));
    }

    public int unlock(int queue) {
        return queue >= queues.size() ? NONE : locked(new MediaFoundation.Unlock(queues.get(queue)));
    }

    private int locked(Action<MediaFoundation> action) {
        return step(action) ? OK : INVALID_WORKQUEUE;
    }

    /** Of two errors that both apply, the one that implementations agree on (rule MF-18). */
    public int put(int queue) {
        if (queue >= queues.size()) {
            return NONE;
        }
        puts++;
        long id = queues.get(queue);
        for (Map.Entry<Integer, Action<MediaFoundation>> outcome : List.of(
                Map.entry(OK, (Action<MediaFoundation>) new MediaFoundation.Accept(id, puts)),
                Map.entry(SHUTDOWN, (Action<MediaFoundation>) new MediaFoundation.RefuseShutdown(id, puts)),
                Map.entry(INVALID_WORKQUEUE, (Action<MediaFoundation>) new MediaFoundation.RefuseInvalid(id, puts)))) {
            if (step(outcome.getValue())) {
                return outcome.getKey();
            }
        }
        throw new IllegalStateException("no outcome in " + state);
    }
}
