package workqueue.spec.oracle.queue;

/**
 * What a generated history of a queue that hands out its items is like.
 *
 * @param profile {@code fifo} or {@code dedup}
 * @param operations how many calls
 * @param threads how many threads make them
 * @param depth about how many items are pending
 * @param items how many different items there are; 0: every enqueue is of a new one
 * @param cancels which part of the calls are cancels
 * @param takes which part of the calls take all that is pending
 * @param stalls which part of the calls lasts twenty times as long
 * @param shuts whether the queue is shut down when nearly all calls are made
 * @param violation the defect, in the middle
 * @param seed for everything that is random
 */
record Workload(
        String profile,
        int operations,
        int threads,
        int depth,
        int items,
        double cancels,
        double takes,
        double stalls,
        boolean shuts,
        Violation violation,
        long seed) {

    /** A defect that no order of the calls explains. */
    enum Violation {
        /** None. */
        NONE,
        /** An accepted item is not there. */
        LOST,
        /** An item is handed out that is not pending. */
        DUP,
        /** An item is handed out before one that certainly came earlier. */
        REORDER,
        /** An enqueue after the shutdown is accepted. */
        LATE
    }

    /** Every enqueue is of a new item, and calls are enqueues, dequeues and few that take all. */
    static Workload fifo(int operations, int threads, Violation violation, long seed) {
        return new Workload("fifo", operations, threads, 16, 0, 0, 0.002, 0.002, false, violation, seed);
    }

    /** Some items again and again, completions, cancels, few calls that take all and a shutdown. */
    static Workload dedup(int operations, int threads, Violation violation, long seed) {
        return new Workload("dedup", operations, threads, 16, 64, 0.03, 0.002, 0.002, true, violation, seed);
    }
}
