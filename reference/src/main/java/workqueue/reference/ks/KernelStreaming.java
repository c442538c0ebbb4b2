package workqueue.reference.ks;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.NtStatus;

/**
 * The system's work queues as kernel streaming uses them, and the registration of workers. Immutable; any thread may use
 * it.
 */
public final class KernelStreaming {
    /** The type of the critical queue. */
    public static final int CRITICAL_WORK_QUEUE = 0;

    /** The type of the delayed queue. */
    public static final int DELAYED_WORK_QUEUE = 1;

    /** The type of the hypercritical queue. */
    public static final int HYPER_CRITICAL_WORK_QUEUE = 2;

    private final List<WorkQueue> queues;

    /**
     * Makes the queues.
     *
     * @param threadsPerQueue how many system threads serve each queue, at least 1
     * @param threads makes them; virtual threads will do
     */
    public KernelStreaming(int threadsPerQueue, ThreadFactory threads) {
        queues = List.of(
                new WorkQueue(Dedup.COALESCE, threadsPerQueue, threads),
                new WorkQueue(Dedup.COALESCE, threadsPerQueue, threads),
                new WorkQueue(Dedup.COALESCE, threadsPerQueue, threads));
    }

    /**
     * Registers a worker (KsRegisterWorker). It takes no thread; one is started when an item needs it (KS-1).
     *
     * @param type the queue that its items wait in; any number that is not one of the three answers
     *     {@link NtStatus#STATUS_INVALID_PARAMETER} (rule KS-3)
     */
    public Registered<KsWorker> registerWorker(int type) {
        return isKnown(type)
                ? new Registered<>(NtStatus.STATUS_SUCCESS, new KsWorker(queues.get(type)))
                : Registered.failed(NtStatus.STATUS_INVALID_PARAMETER);
    }

    /**
     * Registers a counted worker (KsRegisterCountedWorker).
     *
     * @param type as for {@link #registerWorker}
     * @param item what is queued when the count becomes 1; null answers {@link NtStatus#STATUS_INVALID_PARAMETER_2}
     */
    public Registered<KsCountedWorker> registerCountedWorker(int type, KsWorkItem item) {
        if (!isKnown(type)) {
            return Registered.failed(NtStatus.STATUS_INVALID_PARAMETER);
        }
        return item == null
                ? Registered.failed(NtStatus.STATUS_INVALID_PARAMETER_2)
                : new Registered<>(NtStatus.STATUS_SUCCESS, new KsCountedWorker(new KsWorker(queues.get(type)), item));
    }

    private boolean isKnown(int type) {
        return type >= 0 && type < queues.size();
    }

    /** Has the threads end when everything that was queued has run; every worker should be unregistered before. */
    public void stop() {
        queues.forEach(WorkQueue::stop);
    }
}
