package workqueue.reference.io;

import workqueue.reference.core.Place;
import workqueue.reference.nt.BugCheck;

/** Memory of the caller's that an item can be initialized in. All methods may be called from any thread. */
public final class Storage {
    private static final int ACTIVE_ITEM_FREED = 0;
    private static final int PAGED_WORK_ITEM = 0x131;

    private final boolean nonpaged;
    private final int size;

    /** The place of the item in this memory, or null. Guarded by this. */
    private Place item;

    private Storage(boolean nonpaged, int size) {
        this.nonpaged = nonpaged;
        this.size = size;
    }

    /** Allocates so many bytes that always are in memory. */
    public static Storage nonpaged(int size) {
        return new Storage(true, size);
    }

    /** Allocates so many bytes that may be paged out: no place for an item (rule IO-3). */
    public static Storage paged(int size) {
        return new Storage(false, size);
    }

    /**
     * Gives the memory back.
     *
     * @throws BugCheck 0xE4 with first parameter 0 if an item in it waits for its routine (rule IO-13)
     * @throws IllegalStateException if an item in it was not uninitialized (rule IO-2)
     */
    public synchronized void free() {
        if (item != null && item.isTaken()) {
            throw new BugCheck(BugCheck.WORKER_INVALID, ACTIVE_ITEM_FREED);
        }
        if (isInUse()) {
            throw new IllegalStateException("IO-2: the work item in this memory was not uninitialized");
        }
    }

    /** Puts an item into the memory (rules IO-2, IO-3). */
    synchronized void hold(Place place) {
        if (!nonpaged) {
            throw new BugCheck(BugCheck.DRIVER_VERIFIER_DETECTED_VIOLATION, PAGED_WORK_ITEM);
        }
        if (size < IoWorkItem.sizeOf()) {
            throw new IllegalArgumentException(size + " bytes are too few for a work item");
        }
        if (isInUse()) {
            throw new IllegalStateException("IO-2: the work item in this memory was not uninitialized");
        }
        item = place;
    }

    private boolean isInUse() {
        return item != null && !item.isClosed();
    }
}
