package workqueue.reference.core;

import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/** Those who wait for runs to finish. Every method is called with the queue's lock held, and that guards the fields. */
final class Progress {
    private final Condition made;
    private int waiting;

    Progress(Condition made) {
        this.made = made;
    }

    /** Waits until {@code done}, but for so many nanoseconds at most; returns whether it is done. */
    boolean await(BooleanSupplier done, long nanos) throws InterruptedException {
        long left = nanos;
        waiting++;
        try {
            while (!done.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = made.awaitNanos(left);
            }
            return true;
        } finally {
            waiting--;
        }
    }

    /** Has all that wait look again. */
    void signal() {
        if (waiting > 0) {
            made.signalAll();
        }
    }
}
