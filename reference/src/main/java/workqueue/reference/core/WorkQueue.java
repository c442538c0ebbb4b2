package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A queue of work items, first in first out among those of equal priority, and the workers that run them.
 *
 * <p><b>Algorithm.</b> The queue has two ends, each with a lock. Enqueue appends at the tail; a worker removes at the
 * head, calls the callback without a lock, and takes the head's lock again to say that the run has finished and to go on
 * to the next item. So those who enqueue are in one another's way, and the workers in theirs, but these two meet only when
 * the head has run out of what was handed on to it, and a worker takes the tail's lock as well to fetch what was appended
 * since. The tail's lock guards what decides whether an item is accepted, and who is idle: a worker that finds nothing even
 * there is idle from then on, in the same critical section, until an enqueue chooses it, which wakes it when it has let go
 * of the lock. An item's place is taken in the critical section that appends the item, and left in the one that removes it;
 * no worker sees the item before the first of them is over. An enqueue that finds its item pending needs no lock: see
 * {@link Place}. Who needs both locks takes the head's first.
 *
 * <p><b>Threads.</b> All methods may be called from any thread, callbacks included, except where they say otherwise.
 * Actions before an enqueue happen-before the run that answers it (rule V1). A run happens-before whatever was told
 * that it has finished: the return of a {@link #flush} or {@link #awaitDrained} that waited for it, the action given to
 * {@link #close(Scope, Runnable)}, an {@link #isStopped} that answers true (rule V2).
 *
 * <p><b>Callbacks.</b> What a callback throws goes to its thread's uncaught exception handler, and the run counts as
 * finished after that. A worker's interrupt status is cleared before each callback.
 */
public final class WorkQueue {
    private final Dedup dedup;

    // These are not private, so that a test can hold them and choose what happens meanwhile.
    final Object head = new Object();
    final Object tail = new Object();

    private final Backlog backlog = new Backlog();
    private final Workers workers; // guarded by the tail's lock
    private final Progress progress = new Progress(head);

    /**
     * Makes a queue without items. Threads are started when items need them, and kept until {@link #stop}.
     *
     * @param dedup what enqueue does to a pending item
     * @param workers how many items may run at once, at least 1; with 1 the queue is serial (rule S1)
     * @param threads makes the workers' threads; virtual threads will do. It is called with the tail's lock held; it must
     *     not use the queue
     */
    public WorkQueue(Dedup dedup, int workers, ThreadFactory threads) {
        this.dedup = requireNonNull(dedup, "dedup");
        this.workers = new Workers(workers, threads);
    }

    /** What an enqueue on this queue does to a pending item. */
    public Dedup dedup() {
        return dedup;
    }

    private boolean coalesces() {
        return dedup == Dedup.COALESCE;
    }

    private boolean isPending(WorkItem item) {
        return coalesces() && item.place.confirmTaken();
    }

    /**
     * Offers an item to the queue (rules A1, A2, D1, D2, O1). What the thread factory throws, this throws, and then
     * nothing was queued.
     *
     * @return what became of it; unless it was {@link Outcome#REFUSED}, a run follows that begins after this call began
     *     and sees what its caller did before (rules P1, V1)
     */
    public Outcome enqueue(WorkItem item) {
        return offer(item, false);
    }

    /** Offers an item, as {@link #enqueue} does, if a worker is free to begin with it; else {@link Outcome#BUSY}. */
    public Outcome tryEnqueue(WorkItem item) {
        synchronized (head) {
            return offer(item, true);
        }
    }

    private Outcome offer(WorkItem item, boolean onlyIfFree) {
        if (isPending(item)) {
            return Outcome.COALESCED; // D2; see Place, "Coalescing without the lock"
        }
        Worker woken;
        synchronized (tail) {
            if (isPending(item)) {
                return Outcome.COALESCED; // D2: it became pending while we waited for the lock
            }
            if (!item.scope.isOpen() || item.place.isClosed() || workers.isStopping()) {
                return Outcome.REFUSED; // A2
            }
            if (onlyIfFree && !workers.isAnyFree(backlog.size())) {
                return Outcome.BUSY;
            }
            workers.startUnlessIdle(this); // first, so that a thread that cannot be had leaves no trace
            backlog.add(item); // O1; last but one, for memory may run out
            Outcome outcome = coalesces() ? item.place.take() : Outcome.ACCEPTED; // D1
            if (outcome != Outcome.ACCEPTED) {
                backlog.removeLast(item);
                return outcome;
            }
            item.accepted++;
            item.scope.accepted++;
            woken = workers.choose();
        }
        if (woken != null) {
            woken.wake();
        }
        return Outcome.ACCEPTED;
    }

    /**
     * Waits until every instance of the item that is outstanding now has finished (rule F1). Instances accepted later
     * are not waited for, so an item that enqueues itself does not hold its flusher (rule F2).
     *
     * <p>Must not be called from a callback of the item: it would wait for itself (see {@link #isRunning}).
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the item is not affected
     * @throws UnsupportedOperationException if the queue is not a coalescing one: no such family has a flush
     */
    public void flush(WorkItem item) throws InterruptedException {
        if (!coalesces()) {
            throw new UnsupportedOperationException("flush of a queue of distinct instances");
        }
        long last = accepted(item);
        synchronized (head) {
            progress.await(() -> !isOutstanding(item, last));
        }
    }

    /** Lets the scope's items be accepted from now on; the action of an earlier close is forgotten. */
    public void open(Scope scope) {
        synchronized (head) {
            scope.whenDrained = null;
            setOpen(scope, true);
        }
    }

    /** Refuses the scope's items from now on; what was accepted stays and runs (rules A2, C1). */
    public void close(Scope scope) {
        setOpen(scope, false);
    }

    /**
     * Closes the scope and has an action called once, as soon as nothing of the scope is pending or running any more
     * (rule L2): by this method if that is so now, else on the thread that finishes the last run, after it.
     *
     * @param whenDrained what to call, without the queue's lock; it replaces the action of an earlier close
     */
    public void close(Scope scope, Runnable whenDrained) {
        requireNonNull(whenDrained, "whenDrained");
        synchronized (head) {
            setOpen(scope, false);
            if (isOutstanding(scope)) {
                scope.whenDrained = whenDrained;
                return;
            }
        }
        whenDrained.run();
    }

    /**
     * Waits until no instance of the scope's items is pending or running (rules L2, C1). Must not be called from a
     * callback of the scope: it would wait for itself.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the scope is not affected
     */
    public void awaitDrained(Scope scope) throws InterruptedException {
        synchronized (head) {
            progress.await(() -> !isOutstanding(scope));
        }
    }

    /**
     * Waits as {@link #awaitDrained(Scope)} does, for a limited time.
     *
     * @param timeout how long to wait at most, in {@code unit}; not at all if it is not positive
     * @return whether nothing is pending or running; false if the time ran out first
     * @throws InterruptedException if the thread is interrupted while it waits; the scope is not affected
     */
    public boolean awaitDrained(Scope scope, long timeout, TimeUnit unit) throws InterruptedException {
        synchronized (head) {
            return progress.await(() -> !isOutstanding(scope), unit.toNanos(timeout));
        }
    }

    /** Whether the calling thread is in a callback of the scope's items. */
    public boolean isRunning(Scope scope) {
        Thread me = Thread.currentThread();
        synchronized (head) {
            return atTail(() -> workers.anyMatch(w -> w.thread == me && w.item != null && w.item.scope == scope));
        }
    }

    /** How many instances of the item were accepted so far. */
    public long accepted(WorkItem item) {
        return atTail(() -> item.accepted);
    }

    /**
     * Refuses every item from now on and lets the threads end once the queue is empty; what was accepted runs (C1).
     * Returns without waiting, so it may be called from a callback. Stopping twice does nothing.
     */
    public void stop() {
        List<Worker> woken = atTail(workers::stop);
        woken.forEach(Worker::wake);
    }

    /** Undoes {@link #stop}: items are accepted again, and run after those that were accepted before (rule O1). */
    public void restart() {
        synchronized (tail) {
            workers.restart();
        }
    }

    /** Whether the queue is stopped and its last thread has nothing more to run. */
    public boolean isStopped() {
        return atTail(() -> workers.isStopping() && workers.isEmpty());
    }

    /** Gives the worker the next item, for which it waits; answers false if it is to end instead. */
    boolean take(Worker worker) {
        synchronized (head) {
            assign(worker);
        }
        return awaitItem(worker);
    }

    /**
     * Notes that the worker's run has finished and gives it the next item, as {@link #take} does; in one critical section,
     * unless there is something to call in between.
     */
    boolean next(Worker worker) {
        Runnable whenDrained;
        synchronized (head) {
            whenDrained = finish(worker);
            if (whenDrained == null) {
                assign(worker);
            }
        }
        if (whenDrained == null) {
            return awaitItem(worker);
        }
        Worker.call(whenDrained);
        return take(worker);
    }

    /** Notes that the worker's run has finished; returns what to call now that its scope is drained, or null. */
    Runnable finish(Worker worker) {
        synchronized (head) {
            Scope scope = worker.item.scope;
            worker.item = null;
            scope.finished++;
            progress.signal();
            boolean toldAndDrained = scope.whenDrained != null && !isOutstanding(scope);
            return toldAndDrained ? scope.whenDrained : null; // once: a closed scope has no more runs
        }
    }

    /** Gives the worker the head of the queue; or else it is idle, or, on a queue that is stopped, ends. With the head's lock. */
    private void assign(Worker worker) {
        if (backlog.isToBeFilled() && !fillOrRest(worker)) {
            return;
        }
        WorkItem item = backlog.remove(); // O1
        worker.item = item;
        worker.instance = ++item.dequeued;
        if (coalesces()) {
            item.place.leave();
        }
    }

    /** Answers whether there is an item; if not, the worker has nothing to do. With the head's lock. */
    private boolean fillOrRest(Worker worker) {
        synchronized (tail) {
            if (backlog.fill()) {
                return true;
            }
            if (workers.isStopping()) {
                workers.remove(worker); // C1
            } else {
                workers.rest(worker);
            }
            return false;
        }
    }

    private boolean awaitItem(Worker worker) {
        while (worker.item == null && !worker.ends) {
            worker.awaitWake();
            synchronized (head) {
                assign(worker);
            }
        }
        return !worker.ends;
    }

    /** How many items are queued, for tests. With the head's lock. */
    int queued() {
        return atTail(backlog::size);
    }

    private void setOpen(Scope scope, boolean open) {
        synchronized (tail) {
            scope.setOpen(open);
        }
    }

    private <T> T atTail(Supplier<T> value) {
        synchronized (tail) {
            return value.get();
        }
    }

    /** With the head's lock. */
    private boolean isOutstanding(Scope scope) {
        return atTail(() -> scope.finished < scope.accepted);
    }

    /** With the head's lock. */
    private boolean isOutstanding(WorkItem item, long last) {
        return item.dequeued < last || atTail(() -> workers.anyMatch(w -> w.item == item && w.instance <= last));
    }
}
