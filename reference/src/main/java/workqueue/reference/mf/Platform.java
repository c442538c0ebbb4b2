package workqueue.reference.mf;

import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;

/** What decides whether a platform is started. Every method is called with the platform's lock held. */
final class Platform {
    /** Signalled when what {@link #awaitUnlocked} waits for may have come about. */
    private final Condition changed;

    private int startups;
    private int locks;

    Platform(Condition changed) {
        this.changed = changed;
    }

    /** Counts a start; answers whether it was the first, which also locks the platform (rules MF-2, MF-5). */
    boolean start() {
        startups++;
        if (startups > 1) {
            return false;
        }
        addLocks(1);
        return true;
    }

    /** Takes a start back, if there is one (rule MF-3); answers whether it was the last. */
    boolean stop() {
        if (startups == 0) {
            return false;
        }
        startups--;
        if (startups > 0) {
            return false;
        }
        locks--;
        return true;
    }

    boolean isStarted() {
        return startups > 0;
    }

    /** The count is the callers' affair (MF-9) and may even become negative. */
    void addLocks(int number) {
        locks += number;
        noteChange();
    }

    boolean isLocked() {
        return locks > 0;
    }

    void noteChange() {
        changed.signalAll();
    }

    /** Waits until nothing is locked or the platform is started again, but not beyond a deadline in nanoseconds. */
    void awaitUnlocked(BooleanSupplier anyQueueLocked, long deadline) throws InterruptedException {
        while (startups == 0 && (locks > 0 || anyQueueLocked.getAsBoolean())) {
            if (changed.awaitNanos(deadline - System.nanoTime()) <= 0) {
                return;
            }
        }
    }
}
