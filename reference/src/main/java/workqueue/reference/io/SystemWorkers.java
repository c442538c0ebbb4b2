package workqueue.reference.io;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import workqueue.reference.nt.BugCheck;

/**
 * The system's worker threads: a queue for each type, and threads that are started when items need them.
 *
 * <p>All methods may be called from any thread, from routines too; none of them waits.
 */
public final class SystemWorkers {
    private enum State {
        NEW,
        STARTED,
        STOPPED
    }

    private static final int TOO_EARLY = 5;
    private static final int INVALID_TYPE = 6;

    private final int threadsOfEachType;
    private final ThreadFactory factory;

    /** Changes under the lock of this, so that none is added once all were stopped. */
    private final Map<WorkQueueType, TypeQueue> queues = new ConcurrentHashMap<>();

    /** Changes under the lock of this. */
    private volatile State state = State.NEW;

    /**
     * Makes a system whose worker queues do not exist yet.
     *
     * @param threadsOfEachType how many items of one type may run at once, at least 1
     * @param factory makes the threads; virtual threads will do. What it throws, the call that queues throws, and then
     *     nothing was queued
     */
    public SystemWorkers(int threadsOfEachType, ThreadFactory factory) {
        if (threadsOfEachType < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threadsOfEachType);
        }
        this.threadsOfEachType = threadsOfEachType;
        this.factory = requireNonNull(factory, "factory");
    }

    /**
     * Makes the worker queues.
     *
     * @throws IllegalStateException if they were made before
     */
    public synchronized void start() {
        if (state != State.NEW) {
            throw new IllegalStateException("the system's worker queues were made before");
        }
        state = State.STARTED;
    }

    /** Takes nothing more (rule IO-29) and lets the threads end once what was queued has run. Stopping twice does nothing. */
    public synchronized void stop() {
        state = State.STOPPED;
        queues.values().forEach(TypeQueue::stop);
    }

    /** Whether the system is stopped and all that was queued has run. */
    public synchronized boolean isStopped() {
        return state == State.STOPPED && queues.values().stream().allMatch(TypeQueue::isStopped);
    }

    /** The queue of a type (rules IO-24, IO-29). One that is stopped meanwhile refuses what it is offered. */
    TypeQueue queue(WorkQueueType type) {
        if (type == null || !type.isDefined()) {
            throw new BugCheck(BugCheck.WORKER_INVALID, INVALID_TYPE);
        }
        if (state == State.NEW) {
            throw new BugCheck(BugCheck.WORKER_INVALID, TOO_EARLY);
        }
        if (state == State.STOPPED) {
            throw gone();
        }
        TypeQueue queue = queues.get(type);
        return queue != null ? queue : make(type);
    }

    private synchronized TypeQueue make(WorkQueueType type) {
        if (state == State.STOPPED) {
            throw gone();
        }
        return queues.computeIfAbsent(type, t -> new TypeQueue(threadsOfEachType, factory));
    }

    static IllegalStateException gone() {
        return new IllegalStateException("IO-29: the system's worker queues are gone");
    }
}
