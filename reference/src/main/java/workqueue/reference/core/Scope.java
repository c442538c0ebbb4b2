package workqueue.reference.core;

/**
 * What opens and closes as one: a single work item, or all items of a queue. A new scope is closed.
 *
 * <p>A scope belongs to the queue that its items are enqueued on; its state is guarded by that queue's locks.
 */
public final class Scope {
    /** Changes under the lock of the queue's tail. */
    private volatile boolean open;

    /** How many instances were accepted. Guarded by the lock of the queue's tail. */
    long accepted;

    /** How many of them have finished. Guarded by the lock of the queue's head. */
    long finished;

    /** What to call when all have finished; null while open. Guarded by the lock of the queue's head. */
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
