package workqueue.reference.mf;

/** The identifiers of the queues that the platform owns (MFASYNC_CALLBACK_QUEUE_..., rule MF-14). */
public final class QueueId {
    /** Names no queue in particular; a put to it, as to any other undefined one, goes to {@link #STANDARD} (MF-16). */
    public static final int UNDEFINED = 0x00000000;

    /** A serial queue (rule MF-30). */
    public static final int STANDARD = 0x00000001;

    /** Serial; the platform's own. */
    public static final int RT = 0x00000002;

    /** Serial; the platform's own. */
    public static final int IO = 0x00000003;

    /** Serial; the platform's own. */
    public static final int TIMER = 0x00000004;

    /** Runs several items at once (rule MF-29). */
    public static final int MULTITHREADED = 0x00000005;

    /** Serial; the platform's own. */
    public static final int LONG_FUNCTION = 0x00000007;

    private static final int PRIVATE_MASK = 0xFFFF0000;

    private QueueId() {}

    /** Whether the identifier belongs to the range of private queues: its upper half is not zero (rule MF-14). */
    public static boolean isPrivate(int queueId) {
        return (queueId & PRIVATE_MASK) != 0;
    }
}
