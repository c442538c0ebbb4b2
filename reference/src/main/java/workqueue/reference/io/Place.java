package workqueue.reference.io;

import java.util.concurrent.atomic.AtomicReference;
import workqueue.reference.nt.BugCheck;

/** The one place that an item has in the queues (rule IO-9): it is taken from the call that queues to the routine's begin. */
final class Place {
    private enum State {
        FREE,
        TAKEN,
        CLOSED
    }

    private static final int ACTIVE_ITEM_QUEUED = 1;
    private static final int QUEUED_ITEM_FREED = 2;

    private final AtomicReference<State> state = new AtomicReference<>(State.FREE);

    /** Finds out whether the place is free now; throws what {@link #take} would. */
    void check() {
        check(state.get(), ACTIVE_ITEM_QUEUED);
    }

    /**
     * Takes the place.
     *
     * @throws BugCheck 0xE4 with first parameter 1 if it is taken (rule IO-9)
     * @throws IllegalStateException if there is no item any more (rule M1)
     */
    void take() {
        check(state.compareAndExchange(State.FREE, State.TAKEN), ACTIVE_ITEM_QUEUED);
    }

    /** Gives the place back; for who took it. */
    void leave() {
        state.set(State.FREE);
    }

    /**
     * Closes the place for good.
     *
     * @throws BugCheck 0xE4 with first parameter 2 if it is taken (rule IO-13)
     * @throws IllegalStateException if there is no item any more (rule M1)
     */
    void close() {
        check(state.compareAndExchange(State.FREE, State.CLOSED), QUEUED_ITEM_FREED);
    }

    boolean isTaken() {
        return state.get() == State.TAKEN;
    }

    boolean isClosed() {
        return state.get() == State.CLOSED;
    }

    private static void check(State found, int parameter) {
        if (found == State.TAKEN) {
            throw new BugCheck(BugCheck.WORKER_INVALID, parameter);
        }
        if (found == State.CLOSED) {
            throw new IllegalStateException("M1: the work item was freed or uninitialized");
        }
    }
}
