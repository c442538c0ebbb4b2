package workqueue.reference.mf;

import java.time.Duration;

/** The time that a platform goes by. Safe for use from many threads. */
@FunctionalInterface
public interface Timer {
    /**
     * Has something done later, once, on any thread.
     *
     * @param action is quick and blocks for no longer than a lock; not called during this call
     * @param delay not negative
     * @return has the action forgotten if it has not begun; may be called at any time, and does not wait
     */
    Runnable after(Duration delay, Runnable action);
}
