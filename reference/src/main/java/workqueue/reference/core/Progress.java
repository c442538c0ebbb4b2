package workqueue.reference.core;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Those who wait for runs to finish. Every method is called with the lock of the queue's head held, and that guards the fields. */
final class Progress {
    private final Object lock;
    private int waiting;

    Progress(Object lock) {
        this.lock = lock;
    }

    /** Waits until {@code done}; meanwhile without the lock. */
    void await(BooleanSupplier done) throws InterruptedException {
        refuseInterrupted();
        waiting++;
        try {
            while (!done.getAsBoolean()) {
                lock.wait();
            }
        } finally {
            waiting--;
        }
    }

    /** The same, but for so many nanoseconds at most; returns whether it is done. */
    boolean await(BooleanSupplier done, long nanos) throws InterruptedException {
        refuseInterrupted();
        long start = System.nanoTime();
        waiting++;
        try {
            while (!done.getAsBoolean()) {
                long left = nanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            return true;
        } finally {
            waiting--;
        }
    }

    /** A wait that need not wait is interrupted all the same, as those of the JDK are. */
    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Has all that wait look again. */
    void signal() {
        if (waiting > 0) {
            lock.notifyAll();
        }
    }
}
