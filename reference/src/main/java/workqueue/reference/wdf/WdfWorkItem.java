package workqueue.reference.wdf;

import java.util.concurrent.locks.ReentrantLock;
import workqueue.reference.core.Outcome;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.nt.NtStatus;

/**
 * A framework work item (WDFWORKITEM).
 *
 * <p>The item is a scope of its own on the queue of system worker threads: it is open from creation to deletion, and
 * what it accepts runs (rules L1, C1). A device with a synchronization scope lends its callback lock, which a worker
 * takes after it has taken the item off the queue (WDF-12, WDF-18): while the worker waits for the lock the item is not
 * pending, and an enqueue makes one more run (XW-7).
 *
 * <p><b>Threads.</b> All methods may be called from any thread and from callbacks; see each for what it waits for. What
 * happened before an enqueue is visible to the run that answers it, coalesced or not (rule V1); what a run did is
 * visible after a {@link #flush} or {@link #delete} that waited for it (rule V2). Both are the queue's promises.
 */
public final class WdfWorkItem extends WdfObject {
    private final WdfDevice device;
    private final EvtWorkItem evtWorkItem;
    private final Scope scope = new Scope();
    private final WorkItem item = new WorkItem(scope, this::run);

    /** The device's, or null if the item is not serialized. */
    private final ReentrantLock callbackLock;

    /** How many runs have been through the callback lock. Guarded by that lock. */
    private long passed;

    private WdfWorkItem(WdfDevice device, WdfWorkItemConfig config, WdfObjectAttributes attributes) {
        super(attributes);
        this.device = device;
        evtWorkItem = config.evtWorkItem();
        callbackLock = config.automaticSerialization() ? device.callbackLock() : null;
    }

    /**
     * Creates a work item (WdfWorkItemCreate). It takes no thread (rule WDF-7). What is wrong is found in this order:
     *
     * <ol>
     *   <li>no attributes, or none with a parent: {@link NtStatus#STATUS_WDF_PARENT_NOT_SPECIFIED} (WDF-1)
     *   <li>a parent that is gone: bug check 0x10D, 5 (WDF-16)
     *   <li>no configuration: bug check 0x10D, 4
     *   <li>no callback: {@link NtStatus#STATUS_INVALID_PARAMETER} (WDF-3)
     *   <li>a scope or level that is not inherited: {@link NtStatus#STATUS_WDF_OBJECT_ATTRIBUTES_INVALID} (null),
     *       {@link NtStatus#STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID},
     *       {@link NtStatus#STATUS_WDF_EXECUTION_LEVEL_INVALID}
     *   <li>no device among the parent and its ancestors: {@link NtStatus#STATUS_INVALID_DEVICE_REQUEST} (WDF-2)
     *   <li>serialization, with a scope of device or queue, but not at passive level:
     *       {@link NtStatus#STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL} (WDF-5). With scope none serialization has no
     *       effect, at any level (WDF-19)
     *   <li>a parent that is being deleted: {@link NtStatus#STATUS_DELETE_PENDING}
     * </ol>
     *
     * <p>Structure sizes (WDF-4), a missing place for the handle and exhausted memory have no counterpart in Java.
     *
     * @throws BugCheck as said
     */
    public static Created<WdfWorkItem> create(WdfWorkItemConfig config, WdfObjectAttributes attributes) {
        NtStatus status = validate(config, attributes);
        if (!status.isSuccess()) {
            return Created.failed(status); // WDF-6
        }
        WdfWorkItem workItem = new WdfWorkItem(attributes.parent().device(), config, attributes);
        workItem.device.systemWorkers().open(workItem.scope); // before anyone can delete it
        return commit(workItem);
    }

    private static NtStatus validate(WdfWorkItemConfig config, WdfObjectAttributes attributes) {
        if (attributes == null || attributes.parent() == null) {
            return NtStatus.STATUS_WDF_PARENT_NOT_SPECIFIED;
        }
        attributes.parent().checkHandle();
        if (config == null) {
            throw new BugCheck(BugCheck.WDF_VIOLATION, 4, 0, 0, 0);
        }
        if (config.evtWorkItem() == null) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        NtStatus status = attributes.validate();
        return status.isSuccess() ? validateDevice(config, attributes.parent().device()) : status;
    }

    private static NtStatus validateDevice(WdfWorkItemConfig config, WdfDevice device) {
        if (device == null) {
            return NtStatus.STATUS_INVALID_DEVICE_REQUEST;
        }
        if (config.automaticSerialization() && device.callbackLock() != null && !device.isPassive()) {
            return NtStatus.STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /**
     * Has the item run once more after this call began (WdfWorkItemEnqueue; rules P1, A1). Enqueueing a pending item
     * adds nothing: its next run answers for this call too (rules D2, WDF-9). Once the deletion has begun, an item that
     * is not pending is not enqueued any more (rule WDF-35). The caller is not told which it was (WDF-11).
     *
     * <p>Before version 1.7 a pending item must not be enqueued (rule WDF-10): it adds nothing there either, and is
     * reported to the device's listener. Once a worker has taken the item off the queue the call is not noticed any
     * more, and makes a run of its own, though the callback may not have been called yet.
     *
     * @throws BugCheck 0x10D with first parameter 5 if the handle is not good any more (rules M1, WDF-16)
     */
    public void enqueue() {
        checkHandle();
        Outcome outcome = device.systemWorkers().enqueue(item);
        if (outcome == Outcome.COALESCED && device.version() == FrameworkVersion.BEFORE_1_7) {
            device.reportMisuse("WDF-10: a work item was enqueued while pending; the call added nothing");
        }
    }

    /**
     * Waits until every run that was pending or under way when this call began has finished (WdfWorkItemFlush; rule
     * F1). Later enqueues are not waited for, so the call returns even if the callback keeps enqueueing the item (rule
     * F2); the framework's own waits for an idle item (WDF-25, XW-3). Returns at once if nothing is outstanding.
     *
     * <p>Called from the item's own callback, against rule M2, it reports the misuse to the device's listener and
     * returns without waiting (WDF-24).
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the item is not affected
     * @throws IllegalStateException if the caller holds the callback lock that an outstanding run needs, so that a wait
     *     would never end (WDF-26)
     * @throws BugCheck 0x10D with first parameter 5 if the handle is not good any more (rules M1, WDF-16)
     */
    public void flush() throws InterruptedException {
        checkHandle();
        WorkQueue workers = device.systemWorkers();
        if (workers.isRunning(scope)) {
            device.reportMisuse("WDF-24: a work item was flushed from its own callback; the call did not wait");
            return;
        }
        if (needsCallersLock()) {
            throw new IllegalStateException("WDF-26: flush waits for a run that waits for the caller's callback lock");
        }
        workers.flush(item);
    }

    /**
     * The parent that the item was created with (WdfWorkItemGetParentObject).
     *
     * @return the parent; null once the item was cleaned up, if a reference keeps the handle good
     * @throws BugCheck 0x10D with first parameter 5 if the handle is not good any more (rules M1, WDF-16)
     */
    public WdfObject getParentObject() {
        checkHandle();
        return parent();
    }

    @Override
    WdfDevice device() {
        return device;
    }

    @Override
    void runDown(Runnable ranDown) {
        device.systemWorkers().close(scope, ranDown);
    }

    @Override
    boolean isInCallback() {
        return super.isInCallback() || device.systemWorkers().isRunning(scope);
    }

    /** While the caller holds the lock nobody else passes it, so accepted runs that have not, wait for the caller. */
    @Override
    boolean needsCallersLock() {
        return callbackLock != null
                && callbackLock.isHeldByCurrentThread()
                && device.systemWorkers().accepted(item) > passed;
    }

    private void run() {
        if (callbackLock == null) {
            evtWorkItem.run(this);
            return;
        }
        callbackLock.lock();
        try {
            evtWorkItem.run(this);
        } finally {
            passed++;
            callbackLock.unlock();
        }
    }
}
