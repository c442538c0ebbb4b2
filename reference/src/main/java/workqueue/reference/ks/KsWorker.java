package workqueue.reference.ks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.NtStatus;

/**
 * A kernel streaming worker (KSWORKER): a place in a system queue for one item at a time.
 *
 * <p>Its items are a scope of their own on the queue, which unregistering closes and waits for. The worker's lock is held
 * over an enqueue, so a worker that waits is marked before its routine can begin; the routine's thread takes the mark away
 * under the same lock before it calls the routine.
 *
 * <p><b>Threads.</b> All methods may be called from any thread and from routines; {@link #unregister} only from those of
 * other workers. What happened before an item was queued is visible to its routine (rule V1); what the routine did is
 * visible when {@link #unregister} has returned (rule V2).
 */
public final class KsWorker {
    private final WorkQueue queue;
    private final Scope scope = new Scope();

    /** The threads that are in a routine of this worker. */
    private final Set<Thread> inRoutine = ConcurrentHashMap.newKeySet();

    private final Object lock = new Object();

    // Both guarded by the lock.
    private Life life = Life.REGISTERED;
    private boolean waiting;

    private enum Life {
        REGISTERED,
        UNREGISTERING,
        GONE
    }

    KsWorker(WorkQueue queue) {
        this.queue = queue;
        queue.open(scope);
    }

    /**
     * Queues an item (KsQueueWorkItem).
     *
     * @return success; {@link NtStatus#STATUS_INVALID_PARAMETER} without an item (rule KS-25);
     *     {@link NtStatus#STATUS_UNSUCCESSFUL} while the worker is being unregistered (rule KS-16);
     *     {@link NtStatus#STATUS_INSUFFICIENT_RESOURCES} if no thread can be had (rule KS-5). Unless it was a success,
     *     nothing was queued
     * @throws IllegalStateException if the worker waits already, which its caller must not do (rule KS-6), or is
     *     unregistered (rule M1)
     */
    public NtStatus queueWorkItem(KsWorkItem item) {
        if (item == null) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        synchronized (lock) {
            if (!status().isSuccess()) {
                return status();
            }
            if (waiting) {
                throw new IllegalStateException("KS-6: the worker is queued while it waits for a routine to begin");
            }
            return enqueue(item);
        }
    }

    private NtStatus enqueue(KsWorkItem item) {
        waiting = true;
        try {
            queue.enqueue(new WorkItem(scope, () -> run(item)));
            return NtStatus.STATUS_SUCCESS;
        } catch (OutOfMemoryError e) { // what the JDK throws for want of a thread
            waiting = false;
            return NtStatus.STATUS_INSUFFICIENT_RESOURCES;
        }
    }

    private void run(KsWorkItem item) {
        synchronized (lock) {
            waiting = false;
        }
        inRoutine.add(Thread.currentThread());
        try {
            item.routine().run();
        } finally {
            inRoutine.remove(Thread.currentThread());
        }
    }

    /**
     * Unregisters the worker (KsUnregisterWorker): nothing more is accepted, and this waits until everything that was
     * queued has run (rule KS-13). A second call while one waits, waits too.
     *
     * @throws IllegalStateException if called from a routine of this worker, for which it would wait (rule KS-17), or if
     *     the worker is unregistered already (rule M1)
     * @throws InterruptedException if the thread is interrupted while it waits; another call goes on with the waiting
     */
    public void unregister() throws InterruptedException {
        if (inRoutine.contains(Thread.currentThread())) {
            throw new IllegalStateException("KS-17: the worker is unregistered from its own routine");
        }
        beginUnregister();
        queue.awaitDrained(scope, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        synchronized (lock) {
            life = Life.GONE;
        }
    }

    /** Has nothing more accepted. Not private, so that a test can do it without the wait. */
    void beginUnregister() {
        synchronized (lock) {
            requireExistence("unregistered");
            life = Life.UNREGISTERING;
            queue.close(scope);
        }
    }

    /** Success while the worker is registered; with the lock. */
    NtStatus status() {
        requireExistence("used");
        return life == Life.REGISTERED ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_UNSUCCESSFUL;
    }

    /** Does something with the worker's lock. */
    int locked(IntSupplier action) {
        synchronized (lock) {
            return action.getAsInt();
        }
    }

    private void requireExistence(String what) {
        if (life == Life.GONE) {
            throw new IllegalStateException("M1: the worker is " + what + " after it was unregistered");
        }
    }
}
