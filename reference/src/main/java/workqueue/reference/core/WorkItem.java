package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Something that can be enqueued: a callback, and the scope that it opens and closes with. */
public final class WorkItem {
    static final VarHandle PENDING;

    static {
        try {
            PENDING = MethodHandles.lookup().findVarHandle(WorkItem.class, "pending", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Scope scope;
    final Runnable callback;

    /**
     * Whether the item is in a coalescing queue. Becomes true, and false again, only under the queue's lock, in the
     * same critical section that appends or removes the item; confirmed without the lock by {@link WorkQueue#enqueue}.
     */
    @SuppressWarnings("unused") // through PENDING
    private volatile boolean pending;

    /** How many instances were accepted; the number of the latest. Guarded by the queue's lock. */
    long accepted;

    /**
     * Makes an item that can be enqueued on one queue.
     *
     * @param scope what the item opens and closes with
     * @param callback what a run of the item calls, on a thread of the queue; it may enqueue any item, this one too
     */
    public WorkItem(Scope scope, Runnable callback) {
        this.scope = requireNonNull(scope, "scope");
        this.callback = requireNonNull(callback, "callback");
    }
}
