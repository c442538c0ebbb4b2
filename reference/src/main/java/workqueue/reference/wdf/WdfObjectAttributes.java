package workqueue.reference.wdf;

import java.util.function.Consumer;
import java.util.function.Supplier;
import workqueue.reference.nt.NtStatus;

/**
 * What every framework object can be given at its creation (WDF_OBJECT_ATTRIBUTES).
 *
 * @param parent whose deletion deletes the object, or null
 * @param context makes the object's context memory, once for each object created with these attributes; or null
 * @param evtCleanup called when the object is deleted and nothing of it is outstanding any more; or null
 * @param evtDestroy called when the last reference is gone, after {@code evtCleanup}; or null
 * @param synchronizationScope for a device; other objects inherit it. Null stands for a number out of range
 * @param executionLevel for a device; other objects inherit it. Null stands for a number out of range
 */
public record WdfObjectAttributes(
        WdfObject parent,
        Supplier<?> context,
        Consumer<WdfObject> evtCleanup,
        Consumer<WdfObject> evtDestroy,
        SynchronizationScope synchronizationScope,
        ExecutionLevel executionLevel) {

    /** Nothing but inheritance (WDF_OBJECT_ATTRIBUTES_INIT). */
    public static WdfObjectAttributes init() {
        return new WdfObjectAttributes(
                null, null, null, null, SynchronizationScope.INHERIT_FROM_PARENT, ExecutionLevel.INHERIT_FROM_PARENT);
    }

    /** The same, with a parent. */
    public WdfObjectAttributes withParent(WdfObject value) {
        return new WdfObjectAttributes(value, context, evtCleanup, evtDestroy, synchronizationScope, executionLevel);
    }

    /** The same, with context memory. */
    public WdfObjectAttributes withContext(Supplier<?> value) {
        return new WdfObjectAttributes(parent, value, evtCleanup, evtDestroy, synchronizationScope, executionLevel);
    }

    /** The same, with a cleanup callback. */
    public WdfObjectAttributes withCleanup(Consumer<WdfObject> value) {
        return new WdfObjectAttributes(parent, context, value, evtDestroy, synchronizationScope, executionLevel);
    }

    /** The same, with a destroy callback. */
    public WdfObjectAttributes withDestroy(Consumer<WdfObject> value) {
        return new WdfObjectAttributes(parent, context, evtCleanup, value, synchronizationScope, executionLevel);
    }

    /** The same, with a synchronization scope. */
    public WdfObjectAttributes withSynchronizationScope(SynchronizationScope value) {
        return new WdfObjectAttributes(parent, context, evtCleanup, evtDestroy, value, executionLevel);
    }

    /** The same, with an execution level. */
    public WdfObjectAttributes withExecutionLevel(ExecutionLevel value) {
        return new WdfObjectAttributes(parent, context, evtCleanup, evtDestroy, synchronizationScope, value);
    }

    /** What is wrong with the attributes of an object that is not a device. */
    NtStatus validate() {
        if (synchronizationScope == null || executionLevel == null) {
            return NtStatus.STATUS_WDF_OBJECT_ATTRIBUTES_INVALID;
        }
        if (synchronizationScope == SynchronizationScope.DEVICE || synchronizationScope == SynchronizationScope.QUEUE) {
            return NtStatus.STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID;
        }
        if (executionLevel != ExecutionLevel.INHERIT_FROM_PARENT) {
            return NtStatus.STATUS_WDF_EXECUTION_LEVEL_INVALID;
        }
        return NtStatus.STATUS_SUCCESS;
    }
}
