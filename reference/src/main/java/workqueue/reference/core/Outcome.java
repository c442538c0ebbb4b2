package workqueue.reference.core;

/** What became of an enqueue. */
public enum Outcome {
    /** The item was appended to the queue (rule A1). */
    ACCEPTED,
    /** The item was pending already; its next run answers for this enqueue too (rules D2, P1). */
    COALESCED,
    /** The item's scope is closed, or its place, or the queue stopped; nothing was queued (rule A2). */
    REFUSED,
    /** No worker is free to begin with the item; nothing was queued. */
    BUSY
}
