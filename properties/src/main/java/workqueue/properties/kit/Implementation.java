package workqueue.properties.kit;

/** A work queue to be tested: anything that can open sessions. */
public interface Implementation {
    /** The name that recordings carry. */
    String name();

    /**
     * Opens a fresh instance of the queue, with nothing on it.
     *
     * @param setup what is asked for
     * @param runs what a run of an item has to call, on the thread that runs it
     * @throws UnsupportedOperationException if the implementation has no such profile or parameters
     */
    Session open(Setup setup, Runs runs);

    /** What every run of an item calls, once. */
    @FunctionalInterface
    interface Runs {
        /**
         * The run of an item; returns when the callback would.
         *
         * @param queue the queue that the item was put on, or null where the profile has one queue
         * @param item the item
         */
        void run(Long queue, long item);

        /**
         * The run of an item that is given a status.
         *
         * @param status the 32-bit status as an unsigned number, or null
         */
        default void run(Long queue, long item, Long status) {
            run(queue, item);
        }
    }
}
