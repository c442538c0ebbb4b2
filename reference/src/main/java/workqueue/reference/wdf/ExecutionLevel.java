package workqueue.reference.wdf;

/** The highest interrupt level at which a device's callbacks are called (WDF_EXECUTION_LEVEL). */
public enum ExecutionLevel {
    /** As the parent has it; a device's parent is the driver, which has {@link #DISPATCH}. */
    INHERIT_FROM_PARENT,
    /** Callbacks may wait. */
    PASSIVE,
    /** Callbacks may be called where waiting is not possible. */
    DISPATCH
}
