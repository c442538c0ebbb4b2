package workqueue.reference.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The one place that something has in coalescing queues: taken while an instance of it is pending.
 *
 * <p>An item has a place of its own, unless several are to share one, so that only one of them is pending at a time. They
 * may even be items of several queues.
 *
 * <p><b>Coalescing without the lock.</b> An enqueue that finds the place taken has nothing to change, so it does not take
 * the queue's lock: it <em>confirms</em> that by a compare-and-set of taken with taken. That it is a write, and not a read,
 * is what prevents a lost wake-up (rules P1, V1). Suppose the producer stores data and then merely read the state, while
 * a worker leaves the place and then reads the data: nothing orders the store before the read of the state against the
 * worker's leaving, and both may miss each other. With a compare-and-set, the producer's write to the state comes either
 * before the worker's atomic leaving in the state's modification order, and then happens-before it, so that the run sees
 * the data; or after it, and then the compare-and-set fails and the item is accepted anew. An accepted enqueue's data is
 * ordered by the lock of the tail, with which its item is appended and later fetched by a worker.
 *
 * <p><b>Threads.</b> The public methods may be called from any thread, without a lock.
 */
public final class Place {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int CLOSED = 2;

    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Place.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Becomes {@code TAKEN} only under the lock of the tail of the queue that an instance is to wait in, in the critical
     * section that appends the instance; and {@code FREE} again under that of the head, in the one that removes it. Confirmed,
     * and closed, without a lock.
     */
    private volatile int state;

    /** Makes a free place. */
    public Place() {}

    /** Whether an instance is pending. */
    public boolean isTaken() {
        return state == TAKEN;
    }

    /** Whether the place was closed. */
    public boolean isClosed() {
        return state == CLOSED;
    }

    /**
     * Closes the place for good, if it is free: what would take it is refused from now on.
     *
     * @return whether this call has closed it; if not, it is taken, or was closed before
     */
    public boolean close() {
        return STATE.compareAndSet(this, FREE, CLOSED);
    }

    /** Whether an instance is pending; if so, what the caller did before happens-before the run that is pending. */
    boolean confirmTaken() {
        return state == TAKEN && STATE.compareAndSet(this, TAKEN, TAKEN);
    }

    /** Takes the place if it is free, or else says what an enqueue that needs it does; with the lock of the tail. */
    Outcome take() {
        while (!STATE.compareAndSet(this, FREE, TAKEN)) {
            if (confirmTaken()) {
                return Outcome.COALESCED;
            }
            if (isClosed()) {
                return Outcome.REFUSED;
            }
        }
        return Outcome.ACCEPTED;
    }

    /** Leaves the place, by an atomic update that every earlier confirmation happens-before; with the lock of the head. */
    void leave() {
        STATE.getAndSet(this, FREE);
    }
}
