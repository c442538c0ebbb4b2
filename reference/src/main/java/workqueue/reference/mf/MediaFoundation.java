package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Media Foundation's work queues, as one process has them: an instance is what a process would be.
 *
 * <p>One lock guards the start count, the lock counts and the table of queues, so that a put either comes before a
 * shutdown or last unlock, and runs, or after it, and is refused (rules A1, A2). A put takes it only if its queue, which a
 * shutdown and the last unlock close with that lock held, does not accept it at once. Items wait and run in the queues'
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

    private static final int TIMER_PERIODICITY = 10;

    private final Duration shutdownLimit;
    private final QueueThreads queueThreads;
    private final Guard guard = new Guard();

    // All below is guarded.
    private final Platform platform = new Platform();
    private final Admission admission = new Admission(guard, platform);
    private final QueueTable queues;
    private final DeferredItems deferred;
    private final PeriodicCallbacks periodic;

    /** Makes a platform of daemon threads, 4 to a concurrent queue, 124 private queues and 5 seconds for a shutdown. */
    public MediaFoundation() {
        this(QueueThreads::daemon, 4, 124, Duration.ofSeconds(5));
    }

    /** As {@link #MediaFoundation(ThreadFactory, int, int, Duration, Timer)}, by the machine's time. */
    public MediaFoundation(ThreadFactory threads, int concurrency, int privateQueues, Duration shutdownLimit) {
        this(threads, concurrency, privateQueues, shutdownLimit, new TimerThread());
    }

    /**
     * Makes a platform that is not started.
     *
     * @param threads makes the queues' threads; virtual threads will do. It must not use this object. What it throws,
     *     a put throws, and then nothing was put
     * @param concurrency how many items a queue that is not serial may run at once, at least 1
     * @param privateQueues how many private queues there may be at a time (rule MF-23)
     * @param shutdownLimit how long a shutdown waits at most (MF-8); the documents give several values (XM-3)
     * @param timer what scheduled items and periodic callbacks go by
     */
    public MediaFoundation(
            ThreadFactory threads, int concurrency, int privateQueues, Duration shutdownLimit, Timer timer) {
        this.shutdownLimit = requireNonNull(shutdownLimit, "shutdownLimit");
        queueThreads = new QueueThreads(threads);
        queues = new QueueTable(queueThreads, concurrency, privateQueues, guard);
        deferred = new DeferredItems(guard, queues, requireNonNull(timer, "timer"));
        periodic = new PeriodicCallbacks(guard, queues, timer, Duration.ofMillis(TIMER_PERIODICITY));
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
        return guard.locked(() -> {
            if (platform.start()) {
                queues.start();
                guard.noteChange(); // a shutdown that still waits has nothing to wait for now (MF-8)
            }
            return HResult.S_OK;
        });
    }

    /**
     * Takes one start back, and with the first start shuts the platform down (MFShutdown; rules MF-2, MF-3). From the
     * beginning of the call nothing is accepted any more; what was accepted before, runs (MF-57). What was scheduled or
     * waits for an event is forgotten (rule MF-58), and so are periodic callbacks.
     *
     * <p>Waits while the platform or a private queue is locked (MF-8), also by a result, and for accepted items to have
     * run, but no longer than the time limit; then, or when the thread is interrupted, it leaves them to themselves. The interrupt
     * is noted in the thread's interrupt status again.
     *
     * @return {@link HResult#S_OK}
     * @throws IllegalStateException if called on a queue thread, for which it would wait (rules M3, MF-6)
     */
    public HResult shutdown() {
        queueThreads.refuse("shutdown");
        long deadline = System.nanoTime() + shutdownLimit.toNanos();
        List<MfQueue> stopped = guard.locked(this::stop);
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
        return admission.allocate(() -> type < QueueType.STANDARD || type > QueueType.MULTITHREADED
                ? Allocated.failed(HResult.E_INVALIDARG)
                : queues.allocate(type));
    }

    /**
     * Allocates a serial queue whose items run on another queue, one at a time (MFAllocateSerialWorkQueue; rules S1, O1),
     * and takes its first lock. It keeps the other alive until it is itself released (rule MF-26). Serial queues may stand
     * over one another, and several over one (rule MF-27).
     *
     * @param queueId a private queue, or one of the platform's, any of which will do (XM-14)
     * @return as {@link #allocateWorkQueueEx}; {@link HResult#E_INVALIDARG} for a private queue that is not
     */
    public Allocated allocateSerialWorkQueue(int queueId) {
        return admission.allocate(() -> {
            MfQueue base = queues.find(queueId);
            return base == null ? Allocated.failed(HResult.E_INVALIDARG) : queues.allocateOver(base);
        });
    }

    /**
     * Locks the multithreaded queue that a task shares, which the first to do so allocates (MFLockSharedWorkQueue; rule
     * MF-25). The original's priorities and task identifiers concern the scheduler of multimedia classes.
     *
     * @param task the name of the task, or null
     * @return as {@link #allocateWorkQueueEx}; {@link HResult#E_POINTER} for null
     */
    public Allocated lockSharedWorkQueue(String task) {
        return task == null ? Allocated.failed(HResult.E_POINTER) : admission.allocate(() -> queues.lockShared(task));
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
     * identifier is not good any more, unless a serial queue keeps it (rule MF-26), what it has accepted runs (rules
     * MF-22, MF-61), and its threads end. Does not wait, so that a callback can release its own queue (MF-62).
     *
     * @return as {@link #lockWorkQueue}
     */
    public HResult unlockWorkQueue(int queueId) {
        return withPrivateQueue(queueId, MfQueue::unlock);
    }

    /**
     * Makes a result that holds a lock on the platform until it is {@link AsyncResult#release released} and no item has it
     * any more (MFCreateAsyncResult; rule MF-10, XM-12). Works before the platform is started (MF-12).
     *
     * @param object what the operation belongs to, or null
     * @param callback what to call
     * @param state what the caller wants back, or null
     */
    public AsyncResult createAsyncResult(Object object, AsyncCallback callback, Object state) {
        AsyncResult result = AsyncResult.of(object, callback, state, this::unlockPlatform);
        lockPlatform();
        return result;
    }

    /** Puts a new result of a callback and a state (MFPutWorkItem), with priority 0; see {@link #putWorkItemEx2}. */
    public HResult putWorkItem(int queueId, AsyncCallback callback, Object state) {
        return putWorkItem2(queueId, 0, callback, state);
    }

    /**
     * Puts a new result of a callback and a state (MFPutWorkItem2); see {@link #putWorkItemEx2}. The result holds no lock on
     * the platform, for shutdown waits for its run anyway.
     *
     * @param callback what to call
     * @param state what the callback is to get with the result, or null
     */
    public HResult putWorkItem2(int queueId, int priority, AsyncCallback callback, Object state) {
        return putWorkItemEx2(queueId, priority, new AsyncResult(null, callback, state));
    }

    /** Puts a result with priority 0 (MFPutWorkItemEx); see {@link #putWorkItemEx2}. */
    public HResult putWorkItemEx(int queueId, AsyncResult result) {
        return putWorkItemEx2(queueId, 0, result);
    }

    /**
     * Puts a result on the queue that is named, to run there once (MFPutWorkItemEx2; rules MF-32, MF-40, MF-66). Such an
     * item cannot be cancelled (MF-55).
     *
     * @param queueId a queue of the platform, an undefined one being the standard queue (MF-16); or a private queue
     * @param priority 1, 0 or -1; on a multithreaded queue the greatest goes first (rule MF-36), on others it makes no
     *     difference (MF-37)
     * @return {@link HResult#S_OK}; or, and then the callback is not called, {@link HResult#MF_E_SHUTDOWN} if the
     *     platform is not started (rules MF-17, MF-18), {@link HResult#MF_E_INVALID_WORKQUEUE} for a private queue that
     *     is not (rule MF-15)
     */
    public HResult putWorkItemEx2(int queueId, int priority, AsyncResult result) {
        return admission.put(result, priority, item -> queues.find(queueId));
    }

    /**
     * Invokes a result (MFInvokeCallback): has its callback called on the queue that the callback names (rule MF-41). The
     * result that a callback gets which replies is special: to invoke it is the reply, for which its serial queue waits
     * (rule MF-38), also while the platform is shut down; a second reply does nothing (MF-39).
     *
     * @return as {@link #putWorkItemEx2}; {@link HResult#MF_E_INVALID_WORKQUEUE} also for a queue that does not fit the
     *     callback's flags (MF-42, XM-7)
     */
    public HResult invokeCallback(AsyncResult result) {
        if (result.reply() != null) {
            result.reply().run();
            return HResult.S_OK;
        }
        return admission.put(result, 0, item -> queues.findFor(item.parameters()));
    }

    /** Schedules a new result of a callback and a state (MFScheduleWorkItem); see {@link #scheduleWorkItemEx}. */
    public Keyed scheduleWorkItem(AsyncCallback callback, Object state, long timeout) {
        return scheduleWorkItemEx(new AsyncResult(null, callback, state), timeout);
    }

    /**
     * Has a result invoked when a time has passed (MFScheduleWorkItemEx; rules MF-41, MF-45). If the callback's queue has
     * gone by then, on the standard queue (MF-43).
     *
     * @param timeout the time in milliseconds, negated; 0 is at once
     * @return a key to cancel it by; or, as {@link #invokeCallback}, why it was not accepted; or
     *     {@link HResult#E_INVALIDARG} if the timeout is positive
     */
    public Keyed scheduleWorkItemEx(AsyncResult result, long timeout) {
        if (timeout > 0) {
            return Keyed.failed(HResult.E_INVALIDARG);
        }
        return defer(result, 0, item -> deferred.schedule(item, Duration.ofMillis(-timeout)));
    }

    /**
     * Has a result invoked once an event is set, which it may be already (MFPutWaitingWorkItem; rules MF-41, MF-47).
     *
     * @param priority as {@link #putWorkItemEx2} has it, once the event is set
     * @return as {@link #scheduleWorkItemEx}
     */
    public Keyed putWaitingWorkItem(Event event, int priority, AsyncResult result) {
        requireNonNull(event, "event");
        return defer(result, priority, item -> deferred.await(event, item));
    }

    /**
     * Cancels what was scheduled, or waits for an event (MFCancelWorkItem). A scheduled item then does not run (rule MF-49);
     * a waiting one runs with the status {@link HResult#MF_E_OPERATION_CANCELLED} (rule MF-50).
     *
     * @return {@link HResult#S_OK}; {@link HResult#MF_E_SHUTDOWN} if the platform is not started (rule MF-52);
     *     {@link HResult#MF_E_NOT_FOUND} if the key was consumed, or was never given out (rule MF-51): the item has run or
     *     will (MF-48)
     */
    public HResult cancelWorkItem(long key) {
        return admission.ifStarted(
                () -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND, status -> status);
    }

    /**
     * Has something called every {@link #getTimerPeriodicity} milliseconds on {@link QueueId#TIMER}, until it is removed
     * (MFAddPeriodicCallback; rule MF-46). One call ends before the next begins.
     *
     * @return a key to remove it by, of 32 bits; or {@link HResult#MF_E_SHUTDOWN}
     */
    public Keyed addPeriodicCallback(Runnable callback) {
        requireNonNull(callback, "callback");
        return admission.ifStarted(() -> new Keyed(HResult.S_OK, periodic.add(callback)), Keyed::failed);
    }

    /**
     * Removes a periodic callback (MFRemovePeriodicCallback); one call that has begun may go on (MF-54).
     *
     * @return as {@link #cancelWorkItem}
     */
    public HResult removePeriodicCallback(int key) {
        return admission.ifStarted(
                () -> periodic.remove(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND, status -> status);
    }

    /** The milliseconds from one periodic call to the next (MFGetTimerPeriodicity; rule MF-53). */
    public int getTimerPeriodicity() {
        return TIMER_PERIODICITY;
    }

    private Keyed defer(AsyncResult result, int priority, Function<Item, Long> deferral) {
        return admission.accept(
                result,
                priority,
                item -> admission.ifStarted(
                        () -> queues.findFor(item.parameters()) == null
                                ? Keyed.failed(HResult.MF_E_INVALID_WORKQUEUE)
                                : new Keyed(HResult.S_OK, deferral.apply(item)),
                        Keyed::failed));
    }

    /** Takes a start back; returns the queues that this has stopped. */
    private List<MfQueue> stop() {
        if (!platform.stop()) {
            return List.of();
        }
        deferred.clear();
        periodic.clear();
        queues.stop();
        return queues.all();
    }

    private HResult withPrivateQueue(int queueId, Consumer<MfQueue> action) {
        if (!QueueId.isPrivate(queueId)) {
            return HResult.S_OK;
        }
        return guard.locked(() -> {
            MfQueue queue = queues.findLocked(queueId);
            if (queue == null) {
                return HResult.MF_E_INVALID_WORKQUEUE;
            }
            action.accept(queue);
            guard.noteChange();
            return HResult.S_OK;
        });
    }

    private HResult addPlatformLocks(int number) {
        return guard.locked(() -> {
            platform.addLocks(number);
            guard.noteChange();
            return HResult.S_OK;
        });
    }

    private void awaitQuiet(List<MfQueue> stopped, long deadline) {
        try {
            guard.await(() -> platform.isStarted() || !(platform.isLocked() || queues.isAnyInUse()), deadline);
            for (MfQueue queue : stopped) {
                queue.awaitDrained(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
