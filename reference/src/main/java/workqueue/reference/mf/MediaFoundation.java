package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Media Foundation's work queues, as one process has them: an instance is what a process would be.
 *
 * <p>One lock guards the start count, the lock counts and the table of queues, so that a put either comes before a
 * shutdown or last unlock, and runs, or after it, and is refused (rules A1, A2). Items wait and run in the queues'
 * {@link workqueue.reference.core.WorkQueue}s, without that lock.
 *
 * <p><b>Threads.</b> All methods may be called from any thread and from callbacks, except {@link #startup} and
 * {@link #shutdown}, which queue threads must not call (rule M3). Only {@code shutdown} waits. What happened before a
 * put is visible to the run that answers it (rule V1); what a run did is visible after a {@code shutdown} that waited
 * for it (rule V2).
 */
public final class MediaFoundation {
    /** The version to start with, from Windows 7 on (MF_VERSION). */
    public static final int VERSION = 0x00020070;

    /** The version of Windows Vista, that is still understood. */
    public static final int VERSION_VISTA = 0x00010070;

    private final Duration shutdownLimit;
    private final QueueThreads queueThreads;

    private final ReentrantLock lock = new ReentrantLock();

    // Both are guarded by the lock.
    private final Platform platform = new Platform(lock.newCondition());
    private final QueueTable queues;

    /** Makes a platform of daemon threads, 4 to a concurrent queue, 124 private queues and 5 seconds for a shutdown. */
    public MediaFoundation() {
        this(QueueThreads::daemon, 4, 124, Duration.ofSeconds(5));
    }

    /**
     * Makes a platform that is not started.
     *
     * @param threads makes the queues' threads; virtual threads will do. It must not use this object. What it throws,
     *     a put throws, and then nothing was put
     * @param concurrency how many items a queue that is not serial may run at once, at least 1
     * @param privateQueues how many private queues there may be at a time (rule MF-23)
     * @param shutdownLimit how long a shutdown waits at most (MF-8); the documents give several values (XM-3)
     */
    public MediaFoundation(ThreadFactory threads, int concurrency, int privateQueues, Duration shutdownLimit) {
        this.shutdownLimit = requireNonNull(shutdownLimit, "shutdownLimit");
        queueThreads = new QueueThreads(threads);
        queues = new QueueTable(queueThreads, concurrency, privateQueues);
    }

    /**
     * Starts the platform, or counts one more start (MFStartup; rules MF-2, MF-5). Private queues of an earlier start
     * are usable again (MF-60). The original's flags concern network sockets.
     *
     * @return {@link HResult#S_OK}, or {@link HResult#MF_E_BAD_STARTUP_VERSION} and nothing changed (rule MF-7)
     * @throws IllegalStateException if called on a queue thread (rules M3, MF-6)
     */
    public HResult startup(int version) {
        queueThreads.refuse("startup");
        if (version != VERSION && version != VERSION_VISTA) {
            return HResult.MF_E_BAD_STARTUP_VERSION;
        }
        return locked(() -> {
            if (platform.start()) {
                queues.start();
            }
            return HResult.S_OK;
        });
    }

    /**
     * Takes one start back, and with the first start shuts the platform down (MFShutdown; rules MF-2, MF-3). From the
     * beginning of the call nothing is accepted any more; what was accepted before, runs (MF-57).
     *
     * <p>Waits while the platform or a private queue is locked (MF-8), and for accepted items to have run, but no
     * longer than the time limit; then, or when the thread is interrupted, it leaves them to themselves. The interrupt
     * is noted in the thread's interrupt status again.
     *
     * @return {@link HResult#S_OK}
     * @throws IllegalStateException if called on a queue thread, for which it would wait (rules M3, MF-6)
     */
    public HResult shutdown() {
        queueThreads.refuse("shutdown");
        long deadline = System.nanoTime() + shutdownLimit.toNanos();
        List<MfQueue> stopped = locked(this::stop);
        if (!stopped.isEmpty()) {
            awaitQuiet(stopped, deadline);
        }
        return HResult.S_OK;
    }

    /** Adds a lock to the platform (MFLockPlatform): a shutdown waits for it, within its limit. Always succeeds. */
    public HResult lockPlatform() {
        return addPlatformLocks(1);
    }

    /** Takes a lock off the platform (MFUnlockPlatform); the caller's own, who is trusted (MF-9). Always succeeds. */
    public HResult unlockPlatform() {
        return addPlatformLocks(-1);
    }

    /** Allocates a serial queue (MFAllocateWorkQueue), as {@link #allocateWorkQueueEx} of the standard type (MF-24). */
    public Allocated allocateWorkQueue() {
        return allocateWorkQueueEx(QueueType.STANDARD);
    }

    /**
     * Allocates a private queue and takes its first lock (MFAllocateWorkQueueEx; rule MF-19). Its identifier is never
     * given out again (rule MF-68). It has threads only as long as it has items, or waits for more.
     *
     * @param type one of {@link QueueType}
     * @return the queue; or {@link HResult#MF_E_SHUTDOWN} if the platform is not started or no longer locked (rule
     *     MF-4), {@link HResult#E_INVALIDARG} for a type that does not exist, {@link HResult#E_FAIL} if there are too
     *     many (rule MF-23)
     */
    public Allocated allocateWorkQueueEx(int type) {
        return locked(() -> {
            if (!platform.isStarted() || !platform.isLocked()) {
                return Allocated.failed(HResult.MF_E_SHUTDOWN);
            }
            if (type < QueueType.STANDARD || type > QueueType.MULTITHREADED) {
                return Allocated.failed(HResult.E_INVALIDARG);
            }
            return queues.allocate(type == QueueType.MULTITHREADED);
        });
    }

    /**
     * Adds a lock to a private queue (MFLockWorkQueue; rule MF-19); to a queue of the platform it does nothing (rule
     * MF-20).
     *
     * @return {@link HResult#S_OK}; {@link HResult#MF_E_INVALID_WORKQUEUE} for a private queue that is not (rule MF-21)
     */
    public HResult lockWorkQueue(int queueId) {
        return withPrivateQueue(queueId, MfQueue::lock);
    }

    /**
     * Takes a lock off a private queue (MFUnlockWorkQueue; rule MF-19). With the last one the queue goes: its
     * identifier is not good any more, what it has accepted runs (rule MF-22), and its threads end. Does not wait, so
     * that a callback can release its own queue (MF-62).
     *
     * @return as {@link #lockWorkQueue}
     */
    public HResult unlockWorkQueue(int queueId) {
        return withPrivateQueue(queueId, MfQueue::unlock);
    }

    /**
     * Puts a new result of a callback and a state (MFPutWorkItem); see {@link #putWorkItemEx}.
     *
     * @param callback what to call
     * @param state what the callback is to get with the result, or null
     */
    public HResult putWorkItem(int queueId, AsyncCallback callback, Object state) {
        return putWorkItemEx(queueId, new AsyncResult(null, callback, state));
    }

    /**
     * Puts a result on the queue that is named, to run there once (MFPutWorkItemEx; rules MF-32, MF-40, MF-66).
     *
     * @param queueId a queue of the platform, an undefined one being the standard queue (MF-16); or a private queue
     * @return {@link HResult#S_OK}; or, and then the callback is not called, {@link HResult#MF_E_SHUTDOWN} if the
     *     platform is not started (rules MF-17, MF-18), {@link HResult#MF_E_INVALID_WORKQUEUE} for a private queue that
     *     is not (rule MF-15)
     */
    public HResult putWorkItemEx(int queueId, AsyncResult result) {
        requireNonNull(result, "result");
        return locked(() -> {
            if (!platform.isStarted()) {
                return HResult.MF_E_SHUTDOWN;
            }
            MfQueue queue = queues.find(queueId);
            if (queue == null) {
                return HResult.MF_E_INVALID_WORKQUEUE;
            }
            queue.put(result);
            return HResult.S_OK;
        });
    }

    private <T> T locked(Supplier<T> operation) {
        lock.lock();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a start back; returns the queues that this has stopped. */
    private List<MfQueue> stop() {
        if (!platform.stop()) {
            return List.of();
        }
        queues.stop();
        return queues.all();
    }

    private HResult withPrivateQueue(int queueId, Consumer<MfQueue> action) {
        if (!QueueId.isPrivate(queueId)) {
            return HResult.S_OK;
        }
        return locked(() -> {
            MfQueue queue = queues.findPrivate(queueId);
            if (queue == null) {
                return HResult.MF_E_INVALID_WORKQUEUE;
            }
            action.accept(queue);
            platform.noteChange();
            return HResult.S_OK;
        });
    }

    private HResult addPlatformLocks(int number) {
        return locked(() -> {
            platform.addLocks(number);
            return HResult.S_OK;
        });
    }

    private void awaitQuiet(List<MfQueue> stopped, long deadline) {
        try {
            awaitUnlocked(deadline);
            for (MfQueue queue : stopped) {
                queue.awaitDrained(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitUnlocked(long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            platform.awaitUnlocked(queues::isAnyPrivateLocked, deadline);
        } finally {
            lock.unlock();
        }
    }
}
