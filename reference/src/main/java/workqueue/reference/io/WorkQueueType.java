package workqueue.reference.io;

/**
 * Which kind of system worker thread is to run an item (WORK_QUEUE_TYPE). Each type is a queue with threads of its own.
 * Java threads have no such priorities; what is left of a type is its queue.
 *
 * @param number the type's number; whether there is a type with it is asked when an item is queued (rule IO-24)
 */
public record WorkQueueType(int number) {
    /** For work that cannot wait; priority 13. */
    public static final WorkQueueType CRITICAL = new WorkQueueType(0);
    /** For ordinary work; priority 12. */
    public static final WorkQueueType DELAYED = new WorkQueueType(1);
    /** Priority 15. */
    public static final WorkQueueType HYPER_CRITICAL = new WorkQueueType(2);
    /** Priority 8. */
    public static final WorkQueueType NORMAL = new WorkQueueType(3);
    /** Priority 7. */
    public static final WorkQueueType BACKGROUND = new WorkQueueType(4);
    /** Priority 18. */
    public static final WorkQueueType REAL_TIME = new WorkQueueType(5);
    /** Priority 14. */
    public static final WorkQueueType SUPER_CRITICAL = new WorkQueueType(6);

    private static final int CUSTOM_PRIORITY = 32;
    private static final int PRIORITIES = 32;

    /**
     * The type of threads with a priority of the caller's choice (CustomPriorityWorkQueue).
     *
     * @param priority 0 to 31; any other makes a type that there is not
     */
    public static WorkQueueType customPriority(int priority) {
        return new WorkQueueType(CUSTOM_PRIORITY + priority);
    }

    /** Whether there is such a type: 0 to 6, and 32 to 63. */
    boolean isDefined() {
        boolean custom = number >= CUSTOM_PRIORITY && number < CUSTOM_PRIORITY + PRIORITIES;
        return custom || (number >= CRITICAL.number && number <= SUPER_CRITICAL.number);
    }
}
