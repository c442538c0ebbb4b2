package workqueue.properties.kit;

/** One instance of a queue. Calls come from many threads at once. */
public interface Session extends AutoCloseable {
    /**
     * Performs one call, and takes as long as it takes.
     *
     * @return what it answered; {@link Reply#NOTHING} for an operation without a result
     * @throws UnsupportedOperationException if the implementation does not have the operation
     * @throws InterruptedException if the thread was interrupted while the call waited
     */
    Reply call(Request request) throws InterruptedException;

    /** Lets go of threads. What still waits need not run. */
    @Override
    default void close() {}
}
