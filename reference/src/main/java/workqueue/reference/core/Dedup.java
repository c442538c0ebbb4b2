package workqueue.reference.core;

/** What enqueue does to an item that is already pending. */
public enum Dedup {
    /** Every enqueue is an instance of its own (rule D3). */
    DISTINCT,
    /** An enqueue of a pending item adds nothing: the pending instance answers for it (rules D1, D2). */
    COALESCE
}
