package workqueue.reference.mf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** The queues of a platform by their identifiers. Every method but {@link #find} is called with the platform's lock held. */
final class QueueTable {
    private static final int FIRST_PRIVATE = 0x00010000;
    private static final int ALL = 0xFFFFFFFF;

    private final ThreadFactory threads;
    private final int concurrency;
    private final int privateLimit;
    private final Guard guard;

    private final Map<Integer, MfQueue> platform;

    /** Also those that were released, as long as they have items or threads. */
    private final Map<Integer, MfQueue> ofApplications = new ConcurrentHashMap<>();

    /** The queues that applications share, by task; also some that were released. */
    private final Map<String, Integer> shared = new HashMap<>();

    private int nextId = FIRST_PRIVATE;

    QueueTable(ThreadFactory threads, int concurrency, int privateLimit, Guard guard) {
        this.threads = threads;
        this.concurrency = concurrency;
        this.privateLimit = privateLimit;
        this.guard = guard;
        platform = Map.of(
                QueueId.STANDARD, serial(),
                QueueId.RT, serial(),
                QueueId.IO, serial(),
                QueueId.TIMER, serial(),
                QueueId.MULTITHREADED, concurrent(),
                QueueId.LONG_FUNCTION, serial());
    }

    /**
     * The queue that an identifier names, or null (rules MF-14, MF-15, MF-16). Without the platform's lock this may be out of
     * date.
     */
    MfQueue find(int id) {
        if (!QueueId.isPrivate(id)) {
            return platform.getOrDefault(id, platform.get(QueueId.STANDARD));
        }
        MfQueue queue = ofApplications.get(id);
        return queue != null && queue.isAlive() ? queue : null;
    }

    /** The private queue that is named and locked, or null. */
    MfQueue findLocked(int id) {
        MfQueue queue = ofApplications.get(id);
        return queue != null && queue.isLocked() ? queue : null;
    }

    /** The queue for what a callback has put without naming one, or null (rules MF-41, MF-42). */
    MfQueue findFor(CallbackParameters parameters) {
        return parameters.isQueueAllowed() ? find(parameters.queueId()) : null;
    }

    Allocated allocate(int type) {
        return add(type == QueueType.MULTITHREADED ? this::concurrent : this::serial);
    }

    Allocated allocateOver(MfQueue base) {
        return add(() -> new SerialQueue(base, guard));
    }

    /** There is one for each task, which the next to lock it gets as well (rule MF-25). */
    Allocated lockShared(String task) {
        Integer id = shared.get(task);
        MfQueue queue = id == null ? null : findLocked(id);
        if (queue == null) {
            Allocated allocated = add(this::concurrent);
            shared.put(task, allocated.queueId());
            return allocated;
        }
        queue.lock();
        return new Allocated(HResult.S_OK, id);
    }

    /** Identifiers are given out once (rule MF-68); the last of the range names all queues, and so none. */
    private Allocated add(Supplier<MfQueue> queue) {
        ofApplications.values().removeIf(old -> !old.isAlive() && old.isOver());
        long alive = ofApplications.values().stream().filter(MfQueue::isAlive).count();
        if (alive >= privateLimit || nextId == ALL) {
            return Allocated.failed(HResult.E_FAIL); // MF-23
        }
        MfQueue added = queue.get();
        added.start();
        ofApplications.put(nextId, added);
        return new Allocated(HResult.S_OK, nextId++);
    }

    /** Whether a private queue is locked, or has what it has not handed on yet. */
    boolean isAnyInUse() {
        return ofApplications.values().stream().anyMatch(queue -> queue.isLocked() || queue.isBusy());
    }

    void start() {
        all().stream().filter(MfQueue::isAlive).forEach(MfQueue::start);
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
        return ThreadQueue.serial(threads);
    }

    private MfQueue concurrent() {
        return ThreadQueue.multithreaded(concurrency, threads);
    }
}
