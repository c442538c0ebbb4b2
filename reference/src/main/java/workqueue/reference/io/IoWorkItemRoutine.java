package workqueue.reference.io;

/** What an item of a device calls (IO_WORKITEM_ROUTINE). */
@FunctionalInterface
public interface IoWorkItemRoutine {
    /**
     * Does the item's work, on a system worker thread (rule IO-7). It may queue its item again and may free it (rules
     * IO-10, IO-14), and it may run at the same time as another run of the item (rule IO-11). What it throws becomes bug
     * check 0x7E, which goes to the thread's uncaught exception handler (rule IO-23).
     *
     * @param device the device that the item was allocated or initialized with
     * @param context what was given when the item was queued
     */
    void run(DeviceObject device, Object context);
}
