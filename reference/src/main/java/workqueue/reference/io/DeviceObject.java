package workqueue.reference.io;

/** A device object, as far as work items need one. All methods may be called from any thread. */
public final class DeviceObject extends IoObject {
    /**
     * Makes a device (IoCreateDevice).
     *
     * @param workers the system whose threads run the device's items
     */
    public DeviceObject(SystemWorkers workers) {
        super(workers);
    }

    /** Deletes the device (IoDeleteDevice): it goes as soon as no queued and no running item refers to it (rule IO-17). */
    public void delete() {
        markDeleted();
    }

    /** Whether the device is deleted and nothing refers to it any more. */
    public boolean isGone() {
        return isUnreferencedAndDeleted();
    }
}
