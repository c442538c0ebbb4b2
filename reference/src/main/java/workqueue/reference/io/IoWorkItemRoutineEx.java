package workqueue.reference.io;

/** What an item of a device or a driver calls (IO_WORKITEM_ROUTINE_EX); else as {@link IoWorkItemRoutine}. */
@FunctionalInterface
public interface IoWorkItemRoutineEx {
    /**
     * Does the item's work.
     *
     * @param object the object that the item was allocated or initialized with
     * @param context what was given when the item was queued
     * @param workItem the item
     */
    void run(IoObject object, Object context, IoWorkItem workItem);
}
