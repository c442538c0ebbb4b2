package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

/**
 * What a callback says about itself (the answer of IMFAsyncCallback::GetParameters).
 *
 * @param status whether it says anything; if it fails, the others are taken as 0 and {@link QueueId#STANDARD} (MF-41)
 * @param flags the sum of the constants below
 * @param queueId the queue for items whose put names none
 */
public record CallbackParameters(HResult status, int flags, int queueId) {
    /** Takes less than a millisecond; must run on {@link QueueId#IO} or {@link QueueId#TIMER} (MF-42). */
    public static final int FAST_IO_PROCESSING = 0x1;

    /** Takes no time at all; must run on {@link QueueId#IO} or {@link QueueId#TIMER} (MF-42). */
    public static final int SIGNAL = 0x2;

    /** Blocks; of no effect here. */
    public static final int BLOCKING = 0x4;

    /** Has a serial queue wait until its result is invoked, beyond the return of the callback (rule MF-38). */
    public static final int REPLY = 0x8;

    /** What a callback says that has nothing to say. */
    public static final CallbackParameters NOT_IMPLEMENTED = new CallbackParameters(HResult.E_NOTIMPL, 0, 0);

    /** Checks the status. */
    public CallbackParameters {
        if (!requireNonNull(status, "status").succeeded()) {
            flags = 0;
            queueId = QueueId.STANDARD;
        }
    }

    /** Parameters of a callback that has some. */
    public static CallbackParameters of(int flags, int queueId) {
        return new CallbackParameters(HResult.S_OK, flags, queueId);
    }

    boolean replies() {
        return (flags & REPLY) != 0;
    }

    /** Whether the flags allow the queue (MF-42). */
    boolean isQueueAllowed() {
        boolean isFast = (flags & (FAST_IO_PROCESSING | SIGNAL)) != 0;
        return !isFast || queueId == QueueId.IO || queueId == QueueId.TIMER;
    }
}
