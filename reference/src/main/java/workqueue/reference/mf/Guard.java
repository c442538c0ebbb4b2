package workqueue.reference.mf;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The one lock of a platform, and a place to wait for what it guards. */
final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    <T> T locked(Supplier<T> operation) {
        lock.lock();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }

    void run(Runnable operation) {
        locked(() -> {
            operation.run();
            return null;
        });
    }

    /** Has those look again that wait; called with the lock held. */
    void noteChange() {
        changed.signalAll();
    }

    /** Waits until {@code done}, but not beyond a {@link System#nanoTime} deadline. */
    void await(BooleanSupplier done, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!done.getAsBoolean()) {
                if (changed.awaitNanos(deadline - System.nanoTime()) <= 0) {
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
