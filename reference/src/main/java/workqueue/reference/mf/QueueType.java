package workqueue.reference.mf;

/** The kinds of queue that can be allocated (MFASYNC_WORKQUEUE_TYPE). */
public final class QueueType {
    /** Runs one item at a time (rule MF-30). */
    public static final int STANDARD = 0;

    /** As {@link #STANDARD}. The message loop, which makes the difference, has no counterpart in Java. */
    public static final int WINDOW = 1;

    /** Runs several items at once (rule MF-29). */
    public static final int MULTITHREADED = 2;

    private QueueType() {}
}
