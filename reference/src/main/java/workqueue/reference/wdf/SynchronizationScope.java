package workqueue.reference.wdf;

/** Which callbacks exclude one another under a device (WDF_SYNCHRONIZATION_SCOPE). */
public enum SynchronizationScope {
    /** As the parent has it; a device's parent is the driver, which has {@link #NONE}. */
    INHERIT_FROM_PARENT,
    /** All callbacks under the device. */
    DEVICE,
    /** All callbacks under one I/O queue; those that belong to the device itself exclude one another too. */
    QUEUE,
    /** None: there is no lock (rule WDF-19). */
    NONE
}
