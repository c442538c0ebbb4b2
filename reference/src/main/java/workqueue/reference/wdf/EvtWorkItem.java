package workqueue.reference.wdf;

/** A work item's callback (EVT_WDF_WORKITEM). */
@FunctionalInterface
public interface EvtWorkItem {
    /**
     * Does the item's work: all that was requested before this call, however often it was enqueued (rule WDF-9).
     *
     * <p>Called on a system worker thread. It may enqueue any item, this one too (rule WDF-13), and may delete the item
     * (rule WDF-31). It may run at the same time as another run of the same item, unless the item is serialized (rules
     * WDF-14, WDF-18). What it throws goes to the thread's uncaught exception handler; a kernel would stop with bug
     * check 0x7E (rule WDF-46).
     */
    void run(WdfWorkItem workItem);
}
