package workqueue.reference.mf;

/** What an application has called back (IMFAsyncCallback). */
@FunctionalInterface
public interface AsyncCallback {
    /**
     * Does the work of one put.
     *
     * <p>Called on a work-queue thread. It may put items, to its own queue too (MF-34), and may unlock queues; it must
     * not start or shut down the platform (rule M3). On a queue that is not serial it may run at the same time as other
     * calls of the same callback (MF-33). It returns nothing, for what the original returns is ignored (MF-64). What it
     * throws goes to the thread's uncaught exception handler (MF-65).
     *
     * @param result what was put; the platform forgets it when this returns (MF-63)
     */
    void invoke(AsyncResult result);

    /**
     * Says how the callback wants to be called (GetParameters). Asked once by each put, on the thread that puts, before
     * anything is accepted; what it throws, the put throws.
     *
     * @return by default {@link CallbackParameters#NOT_IMPLEMENTED}
     */
    default CallbackParameters getParameters() {
        return CallbackParameters.NOT_IMPLEMENTED;
    }
}
