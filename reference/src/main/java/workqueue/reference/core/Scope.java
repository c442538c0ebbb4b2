package workqueue.reference.core;

/**
 * What opens and closes as one: a single work item, or all items of a queue. A new scope is closed.
 *
 * <p>A scope belongs to the queue that its items are enqueued on; its state is guarded by that queue's lock.
 */
public final class Scope {
    /** Changes under the queue's lock. */
    private volatile boolean open;

    /** Instances that are pending, dequeued or running. Guarded by the queue's lock. */
    int outstanding;

    /** What to call when {@link #outstanding} falls to zero; null while open. Guarded by the queue's lock. */
    Runnable whenDrained;

    /** Makes a closed scope. */
    public Scope() {}

    /** Whether items are accepted, as far as the scope has a say in it. May be called without a lock. */
    public boolean isOpen() {
        return open;
    }

    void setOpen(boolean open) {
        this.open = open;
    }
}
