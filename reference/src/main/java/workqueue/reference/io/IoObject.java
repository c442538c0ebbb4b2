package workqueue.reference.io;

import static java.util.Objects.requireNonNull;

/** What an I/O work item is bound to for life: a device or a driver. */
public abstract sealed class IoObject permits DeviceObject, DriverObject {
    private final SystemWorkers workers;

    // Both are guarded by this.
    private int references;
    private boolean deleted;

    IoObject(SystemWorkers workers) {
        this.workers = requireNonNull(workers, "workers");
    }

    /** How many references queued and running items hold on the object (rule IO-17). */
    public final synchronized int references() {
        return references;
    }

    /** The system whose threads run the object's items. */
    final SystemWorkers workers() {
        return workers;
    }

    final synchronized void markDeleted() {
        deleted = true;
    }

    final synchronized boolean isDeleted() {
        return deleted;
    }

    final synchronized boolean isUnreferencedAndDeleted() {
        return deleted && references == 0;
    }

    /** Takes a reference; throws if there is no object any more to refer to. */
    final synchronized void reference() {
        if (isUnreferencedAndDeleted()) {
            throw new IllegalStateException("M1: the device is gone");
        }
        references++;
    }

    final synchronized void dereference() {
        references--;
    }
}
