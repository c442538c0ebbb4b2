package workqueue.reference.io;

import static java.util.Objects.requireNonNull;

import workqueue.reference.core.Place;
import workqueue.reference.nt.BugCheck;

/**
 * A work item of the I/O manager (IO_WORKITEM), of a device or a driver.
 *
 * <p>An item has one place in the queues. It is taken from the call that queues the item until its routine begins, and
 * meanwhile the item must neither be queued nor freed (rules IO-9, IO-13). From then on both are legal, also in the routine
 * (rules IO-10, IO-14), and the item may run several times at once (rule IO-11). Routine and context belong to the call
 * that queues: a later one leaves the run under way as it is (rule IO-28).
 *
 * <p><b>Threads.</b> All methods may be called from any thread, from routines too; none of them waits. What happened before
 * an item was queued is visible to the routine (rule V1).
 */
public final class IoWorkItem {
    private static final int SIZE = 56;
    private static final int QUEUED_ITEM_FREED = 2;
    private static final int INVALID_OBJECT = 3;
    private static final int INVALID_ROUTINE = 7;

    private final IoObject object;
    private final boolean allocated;
    private final Place place = new Place();

    private IoWorkItem(IoObject object, boolean allocated) {
        if (object == null || object.isDeleted()) {
            throw new BugCheck(BugCheck.WORKER_INVALID, INVALID_OBJECT); // IO-24
        }
        this.object = object;
        this.allocated = allocated;
    }

    /**
     * Allocates an item (IoAllocateWorkItem), to be freed by {@link #free}.
     *
     * @throws BugCheck 0xE4 with first parameter 3 if there is no such object (rule IO-24)
     */
    public static IoWorkItem allocate(IoObject object) {
        return new IoWorkItem(object, true);
    }

    /** How many bytes {@link #initialize} needs (IoSizeofWorkItem). */
    public static int sizeOf() {
        return SIZE;
    }

    /**
     * Sets an item up in memory of the caller's (IoInitializeWorkItem), which {@link #uninitialize} undoes.
     *
     * @param storage at least {@link #sizeOf} bytes of nonpaged memory without an item in it
     * @throws BugCheck 0xE4 with first parameter 3 if there is no such object (rule IO-24), 0xC4 with first parameter
     *     0x131 if the memory is paged (rule IO-3)
     * @throws IllegalArgumentException if the memory is too small
     * @throws IllegalStateException if there is an item in the memory (rule IO-2)
     */
    public static IoWorkItem initialize(IoObject object, Storage storage) {
        requireNonNull(storage, "storage");
        IoWorkItem item = new IoWorkItem(object, false);
        storage.hold(item.place);
        return item;
    }

    /**
     * Frees an allocated item (IoFreeWorkItem). A run under way goes on.
     *
     * @throws BugCheck 0xE4 with first parameter 2 if the item waits for its routine (rule IO-13)
     * @throws IllegalStateException if the item was initialized (rule IO-2), or freed before (rule M1)
     */
    public void free() {
        end(true);
    }

    /**
     * Undoes {@link #initialize} (IoUninitializeWorkItem). A run under way goes on.
     *
     * @throws BugCheck 0xE4 with first parameter 2 if the item waits for its routine (rule IO-13)
     * @throws IllegalStateException if the item was allocated (rule IO-2), or uninitialized before (rule M1)
     */
    public void uninitialize() {
        end(false);
    }

    private void end(boolean free) {
        if (free != allocated && !place.isClosed()) {
            throw new IllegalStateException(
                    allocated ? "IO-2: an allocated item is freed" : "IO-2: an initialized item is uninitialized");
        }
        if (!place.close()) {
            throw place.isClosed() ? gone() : new BugCheck(BugCheck.WORKER_INVALID, QUEUED_ITEM_FREED);
        }
    }

    static IllegalStateException gone() {
        return new IllegalStateException("M1: the work item was freed or uninitialized");
    }

    /**
     * Has the routine called once by a thread of the type (IoQueueWorkItem; rules IO-4, P1).
     *
     * @param context for the routine; may be null
     * @throws BugCheck 0xE4 with first parameter 1 if the item waits for its routine (rule IO-9), 7 without a routine, 6 if
     *     there is no such type, 5 if the worker queues do not exist yet (rule IO-24)
     * @throws IllegalArgumentException if the item is of a driver object (rule IO-1)
     * @throws IllegalStateException if the item or its device is gone (rule M1), or the worker queues are (rule IO-29)
     */
    public void queue(IoWorkItemRoutine routine, WorkQueueType type, Object context) {
        checkRoutine(routine);
        if (!(object instanceof DeviceObject device)) {
            throw new IllegalArgumentException("IO-1: the item is of a driver object; only queueEx can queue it");
        }
        offer(() -> routine.run(device, context), type, false);
    }

    /**
     * Has a routine of the extended kind called once by a thread of the type (IoQueueWorkItemEx); else as {@link #queue}.
     * The item may be of a driver object.
     */
    public void queueEx(IoWorkItemRoutineEx routine, WorkQueueType type, Object context) {
        checkRoutine(routine);
        offer(() -> routine.run(object, context, this), type, false);
    }

    /**
     * Does what {@link #queueEx} does if a thread of the type can begin with the item now, and else nothing
     * (IoTryQueueWorkItem; rule IO-25).
     *
     * @return whether the item was queued
     */
    public boolean tryQueue(IoWorkItemRoutineEx routine, WorkQueueType type, Object context) {
        checkRoutine(routine);
        return offer(() -> routine.run(object, context, this), type, true);
    }

    static void checkRoutine(Object routine) {
        if (routine == null) {
            throw new BugCheck(BugCheck.WORKER_INVALID, INVALID_ROUTINE); // IO-24
        }
    }

    /** Queues, with a reference on the object that the routine gives back when it has returned (rule IO-17). */
    private boolean offer(Runnable routine, WorkQueueType type, boolean onlyIfThreadIsFree) {
        TypeQueue queue = object.workers().queue(type);
        Runnable run = () -> {
            try {
                routine.run();
            } finally {
                object.dereference();
            }
        };
        boolean queued = false;
        object.reference();
        try {
            queued = queue.offer(place, run, onlyIfThreadIsFree);
            return queued;
        } finally {
            if (!queued) {
                object.dereference();
            }
        }
    }
}
