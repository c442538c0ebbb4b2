package workqueue.reference.ks;

import workqueue.reference.core.Place;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.NtStatus;

/**
 * A kernel streaming worker (KSWORKER): a place in a system queue for one item at a time.
 *
 * <p>Its items share the place, and are a scope of their own on the queue, which unregistering closes and waits for.
 *
 * <p><b>Threads.</b> All methods may be called from any thread and from routines; {@link #unregister} only from those of
 * other workers. What happened before an item was queued is visible to its routine (rule V1); what the routine did is
 * visible when {@link #unregister} has returned (rule V2).
 */
public final class KsWorker {
    private final WorkQueue queue;
    private final Scope scope = new Scope();
    private final Place place = new Place();

    /** Whether an unregistration has ended; the scope was closed before. */
    private volatile boolean gone;

    KsWorker(WorkQueue queue) {
        this.queue = queue;
        queue.open(scope);
    }

    /**
     * Queues an item (KsQueueWorkItem).
     *
     * @return success; {@link NtStatus#STATUS_INVALID_PARAMETER} without an item (rule KS-25);
     *     {@link NtStatus#STATUS_UNSUCCESSFUL} while the worker is being unregistered (rule KS-16), or if the queues were
     *     stopped;
     *     {@link NtStatus#STATUS_INSUFFICIENT_RESOURCES} if no thread can be had (rule KS-5). Unless it was a success,
     *     nothing was queued
     * @throws IllegalStateException if the worker waits already, which its caller must not do (rule KS-6), or is
     *     unregistered (rule M1)
     */
    public NtStatus queueWorkItem(KsWorkItem item) {
        if (item == null) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        try {
            return switch (queue.enqueue(new WorkItem(scope, place, 0, item.routine()))) {
                case ACCEPTED -> NtStatus.STATUS_SUCCESS;
                case COALESCED -> waiting();
                case REFUSED, BUSY -> refused();
            };
        } catch (OutOfMemoryError e) { // what the JDK throws for want of a thread
            return NtStatus.STATUS_INSUFFICIENT_RESOURCES;
        }
    }

    /** A worker that waits may be on its way out, which then counts more; it never becomes registered again. */
    private NtStatus waiting() {
        if (scope.isOpen()) {
            throw new IllegalStateException("KS-6: the worker is queued while it waits for a routine to begin");
        }
        return refused();
    }

    private NtStatus refused() {
        requireExistence("used");
        return NtStatus.STATUS_UNSUCCESSFUL;
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
        if (queue.isRunning(scope)) {
            throw new IllegalStateException("KS-17: the worker is unregistered from its own routine");
        }
        beginUnregister();
        queue.awaitDrained(scope);
        gone = true;
    }

    /** Has nothing more accepted. Not private, so that a test can do it without the wait. */
    void beginUnregister() {
        requireExistence("unregistered");
        queue.close(scope);
    }

    /** Success while the worker is registered. */
    NtStatus status() {
        return scope.isOpen() ? NtStatus.STATUS_SUCCESS : refused();
    }

    private void requireExistence(String what) {
        if (gone) {
            throw new IllegalStateException("M1: the worker is " + what + " after it was unregistered");
        }
    }
}
