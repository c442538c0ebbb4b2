package workqueue.reference.wdf;

/** Which framework a driver is bound to, as far as work items differ. */
public enum FrameworkVersion {
    /** A pending item must not be enqueued (rule WDF-10). The call is reported as misuse and adds nothing. */
    BEFORE_1_7,
    /** An enqueue of a pending item is legal and adds nothing (rule D2). */
    FROM_1_7
}
