package workqueue.reference.mf;

import java.util.ArrayList;
import java.util.List;

/**
 * What waiting items wait for: once set, it is set until it is reset, and releases all that wait meanwhile. Safe for use
 * from many threads.
 */
public final class Event {
    private final List<Runnable> watchers = new ArrayList<>();
    private boolean set;

    /** Makes an event that is not set. */
    public Event() {}

    /** Sets the event; does not wait for the items that this releases. */
    public void set() {
        List<Runnable> released;
        synchronized (this) {
            set = true;
            released = List.copyOf(watchers);
            watchers.clear();
        }
        released.forEach(Runnable::run);
    }

    /** Has items wait from now on. */
    public synchronized void reset() {
        set = false;
    }

    /** Calls the watcher once, as soon as the event is set; by this call if it is. */
    void watch(Runnable watcher) {
        synchronized (this) {
            if (!set) {
                watchers.add(watcher);
                return;
            }
        }
        watcher.run();
    }

    synchronized void forget(Runnable watcher) {
        watchers.remove(watcher);
    }
}
