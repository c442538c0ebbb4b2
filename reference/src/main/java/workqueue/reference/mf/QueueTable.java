package workqueue.reference.mf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** The queues of a platform by their identifiers. Every method is called with the platform's lock held. */
final class QueueTable {
    private static final int FIRST_PRIVATE = 0x00010000;
    private static final int ALL = 0xFFFFFFFF;

    private final ThreadFactory threads;
    private final int concurrency;
    private final int privateLimit;

    private final Map<Integer, MfQueue> platform = new HashMap<>();

    /** Also those that were unlocked for the last time, as long as they have items or threads. */
    private final Map<Integer, MfQueue> ofApplications = new HashMap<>();

    private int nextId = FIRST_PRIVATE;

    QueueTable(ThreadFactory threads, int concurrency, int privateLimit) {
        this.threads = threads;
        this.concurrency = concurrency;
        this.privateLimit = privateLimit;
        platform.put(QueueId.STANDARD, serial());
        platform.put(QueueId.RT, serial());
        platform.put(QueueId.IO, serial());
        platform.put(QueueId.TIMER, serial());
        platform.put(QueueId.MULTITHREADED, concurrent());
        platform.put(QueueId.LONG_FUNCTION, serial());
    }

    /** The queue that an identifier names, or null (rules MF-14, MF-15, MF-16). */
    MfQueue find(int id) {
        return QueueId.isPrivate(id) ? findPrivate(id) : platform.getOrDefault(id, platform.get(QueueId.STANDARD));
    }

    /** The private queue that is named and locked, or null. */
    MfQueue findPrivate(int id) {
        MfQueue queue = ofApplications.get(id);
        return queue != null && queue.isLocked() ? queue : null;
    }

    /** Identifiers are given out once (rule MF-68); the last of the range names all queues, and so none. */
    Allocated allocate(boolean concurrent) {
        ofApplications.values().removeIf(queue -> !queue.isLocked() && queue.isStopped());
        long locked = ofApplications.values().stream().filter(MfQueue::isLocked).count();
        if (locked >= privateLimit || nextId == ALL) {
            return Allocated.failed(HResult.E_FAIL); // MF-23
        }
        ofApplications.put(nextId, concurrent ? concurrent() : serial());
        return new Allocated(HResult.S_OK, nextId++);
    }

    boolean isAnyPrivateLocked() {
        return ofApplications.values().stream().anyMatch(MfQueue::isLocked);
    }

    void start() {
        all().stream().filter(MfQueue::isLocked).forEach(MfQueue::start);
    }

    void stop() {
        all().forEach(MfQueue::stop);
    }

    List<MfQueue> all() {
        List<MfQueue> all = new ArrayList<>(platform.values());
        all.addAll(ofApplications.values());
        return all;
    }

    private MfQueue serial() {
        return new MfQueue(1, threads);
    }

    private MfQueue concurrent() {
        return new MfQueue(concurrency, threads);
    }
}
