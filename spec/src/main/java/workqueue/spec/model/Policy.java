package workqueue.spec.model;

/**
 * What makes one queue differ from another: the constants of the TLA+ module {@code WorkQueue}.
 *
 * @param dedup what enqueue does to a pending item
 * @param exclusion where runs that exclude one another wait
 * @param workers how many instances may be dequeued and unfinished at once
 */
public record Policy(Dedup dedup, Exclusion exclusion, int workers) {
    /** As many workers as there is work. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What enqueue does to a pending item. */
    public enum Dedup {
        /** Every enqueue is an instance of its own. */
        DISTINCT,
        /** The pending instance answers for it. */
        COALESCE,
        /** Nothing good: the caller must not enqueue an item before the callback of its last enqueue is called. */
        EXCLUSIVE
    }

    /** Where runs that exclude one another wait. */
    public enum Exclusion {
        /** Nowhere: runs do not exclude one another. */
        NONE,
        /** In the queue: the next is dequeued when the previous has finished. */
        DEQUEUE,
        /** In the queue, and only for a run of the same item: what waits lets others pass. */
        ITEM,
        /** Between dequeue and callback. */
        ENTER
    }
}
