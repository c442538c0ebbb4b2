package workqueue.reference.mf;

/**
 * What the allocation of a queue answers.
 *
 * @param status success, or why there is no queue
 * @param queueId the new queue's identifier; {@link QueueId#UNDEFINED} if there is none
 */
public record Allocated(HResult status, int queueId) {
    static Allocated failed(HResult status) {
        return new Allocated(status, QueueId.UNDEFINED);
    }
}
