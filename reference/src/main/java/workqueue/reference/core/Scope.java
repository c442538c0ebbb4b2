package workqueue.reference.core;

/**
 * What opens and closes as one: a single work item, or all items of a queue. A new scope is closed.
 *
 * <p>A scope belongs to the queue that its items are enqueued on; its state is guarded by that queue's lock.
 */
public final class Scope {
    /** Whether items are accepted. Guarded by the queue's lock. */
    boolean open;

    /** Instances that are pending, dequeued or running. Guarded by the queue's lock. */
    int outstanding;

    /** What to call when {@link #outstanding} falls to zero; null while open. Guarded by the queue's lock. */
    Runnable whenDrained;

    /** Makes a closed scope. */
    public Scope() {}
}
