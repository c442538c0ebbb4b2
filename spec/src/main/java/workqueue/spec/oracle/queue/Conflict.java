package workqueue.spec.oracle.queue;

/**
 * Why no order was found: a call could not take effect in time.
 *
 * @param call the call
 * @param stay the stay of its item that it is about, or {@link Calls#NONE}
 * @param blocker the stay that was in its way, or {@link Calls#NONE}
 * @param moment before which moment
 */
record Conflict(int call, int stay, int blocker, int moment) {
    /** Whether one of two stays should have begun before the other. */
    boolean namesTwo() {
        return stay != Calls.NONE && blocker != Calls.NONE;
    }
}
