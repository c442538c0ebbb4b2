package workqueue.reference.mf;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The callbacks that are called every so often, on the timer queue (rule MF-46). Every method is called with the platform's
 * lock held, and takes it where others call.
 */
final class PeriodicCallbacks {
    private final Map<Integer, Runnable> callbacks = new HashMap<>();
    private final Guard guard;
    private final QueueTable queues;
    private final Timer timer;
    private final Duration period;
    private int lastKey;

    PeriodicCallbacks(Guard guard, QueueTable queues, Timer timer, Duration period) {
        this.guard = guard;
        this.queues = queues;
        this.timer = timer;
        this.period = period;
    }

    int add(Runnable callback) {
        int key = ++lastKey;
        arm(key);
        callbacks.put(key, callback);
        return key;
    }

    /** Does not wait for a call that is under way (MF-54); answers whether there was one to remove. */
    boolean remove(int key) {
        return callbacks.remove(key) != null;
    }

    void clear() {
        callbacks.clear();
    }

    private void arm(int key) {
        timer.after(period, () -> tick(key));
    }

    private void tick(int key) {
        guard.run(() -> {
            if (callbacks.containsKey(key)) {
                queues.find(QueueId.TIMER).put(() -> call(key));
            }
        });
    }

    /** One call and no other of the same callback, for the next is armed when this one has returned. */
    private void call(int key) {
        Runnable callback = guard.locked(() -> callbacks.get(key));
        if (callback == null) {
            return;
        }
        try {
            callback.run();
        } finally {
            guard.run(() -> {
                if (callbacks.containsKey(key)) {
                    arm(key);
                }
            });
        }
    }
}
