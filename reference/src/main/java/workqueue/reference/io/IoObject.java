package workqueue.reference.io;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicInteger;

/** What an I/O work item is bound to for life: a device or a driver. */
public abstract sealed class IoObject permits DeviceObject, DriverObject {
    private static final int DELETED = 1;
    private static final int REFERENCE = 2;

    private final SystemWorkers workers;

    /** So many references, and whether the object is deleted: in one number, for what they say is of one moment. */
    private final AtomicInteger state = new AtomicInteger();

    IoObject(SystemWorkers workers) {
        this.workers = requireNonNull(workers, "workers");
    }

    /** How many references queued and running items hold on the object (rule IO-17). */
    public final int references() {
        return state.get() / REFERENCE;
    }

    /** The system whose threads run the object's items. */
    final SystemWorkers workers() {
        return workers;
    }

    final void markDeleted() {
        state.getAndUpdate(old -> old | DELETED);
    }

    final boolean isDeleted() {
        return (state.get() & DELETED) != 0;
    }

    final boolean isUnreferencedAndDeleted() {
        return state.get() == DELETED;
    }

    /** Takes a reference; throws if there is no object any more to refer to. */
    final void reference() {
        if (state.getAndUpdate(old -> old == DELETED ? old : old + REFERENCE) == DELETED) {
            throw new IllegalStateException("M1: the device is gone");
        }
    }

    final void dereference() {
        state.getAndAdd(-REFERENCE);
    }
}
