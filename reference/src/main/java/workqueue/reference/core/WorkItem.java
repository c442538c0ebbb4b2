package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Something that can be enqueued: a callback, and the scope that it opens and closes with.
 *
 * <p><b>Coalescing without the lock.</b> An enqueue that finds its item pending has nothing to change, so it does not
 * take the queue's lock: it <em>confirms</em> the mark by a compare-and-set of true with true. That it is a write, and
 * not a read, is what prevents a lost wake-up (rules P1, V1). Suppose the producer stores data and then merely read the
 * mark, while a worker clears the mark and then reads the data: nothing orders the store before the read of the mark
 * against the worker's clear, and both may miss each other. With a compare-and-set, the producer's write to the mark
 * comes either before the worker's atomic clear in the mark's modification order, and then happens-before it, so that
 * the run sees the data; or after it, and then the compare-and-set fails and the item is accepted anew. An accepted
 * enqueue's data is ordered by the lock.
 */
public final class WorkItem {
    private static final VarHandle PENDING;

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
     * same critical section that appends or removes the item; confirmed without the lock.
     */
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

    /** Whether the item is pending; if so, what the caller did before happens-before the run that is pending. */
    boolean confirmPending() {
        return PENDING.compareAndSet(this, true, true);
    }

    /** Whether the item is pending; with the queue's lock. */
    boolean isPending() {
        return pending;
    }

    /** Marks the item pending; with the queue's lock. */
    void markPending() {
        pending = true;
    }

    /** Takes the mark away, by an atomic update that every earlier confirmation happens-before; with the lock. */
    void clearPending() {
        PENDING.getAndSet(this, false);
    }
}
