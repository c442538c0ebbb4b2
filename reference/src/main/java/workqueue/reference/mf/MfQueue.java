package workqueue.reference.mf;

/**
 * One work queue of a platform. All methods but {@link #tryPut} and {@link #awaitDrained} are called with the platform's lock
 * held.
 */
abstract class MfQueue {
    /** How often the application has locked it; the first lock is its allocation (rule MF-19). */
    private int locks = 1;

    /** How many serial queues that are alive were allocated over it (rule MF-26). */
    private int wrappers;

    /**
     * Has the task of an application run once, if it can be said without the platform's lock that it may be put: not after
     * the platform was shut down or the queue was released, nor before they were started. Called with the lock or without.
     *
     * <p>A shutdown closes one queue after the other. Who is refused by one of them takes the lock next, and so waits until
     * all are closed; what another accepts meanwhile was put before the shutdown (rules A1, A2).
     *
     * @return whether it was put; if not, it takes the lock to say whether it may be, and why not
     */
    abstract boolean tryPut(Task task);

    /** Has the task run once. */
    abstract void put(Task task);

    /** Announces that something may be put until {@link #letGo}, whatever is stopped or released meanwhile. */
    abstract void hold();

    abstract void letGo();

    /** Makes the queue usable again after a {@link #stop}. */
    abstract void start();

    /** Has threads end when everything that was accepted has run. */
    abstract void stop();

    /** Nobody can put to it any more; what it has accepted runs (rules MF-22, MF-61). */
    abstract void release();

    /** Whether nothing is left of what it has accepted, nor of its threads. */
    abstract boolean isOver();

    /** Whether it has accepted what only other queues can finish. */
    abstract boolean isBusy();

    /** Waits until what is on its threads has run, but not beyond a {@link System#nanoTime} deadline. */
    abstract void awaitDrained(long deadline) throws InterruptedException;

    boolean isLocked() {
        return locks > 0;
    }

    boolean isAlive() {
        return locks > 0 || wrappers > 0;
    }

    void lock() {
        locks++;
    }

    void unlock() {
        locks--;
        releaseUnlessAlive();
    }

    void wrap() {
        wrappers++;
    }

    void unwrap() {
        wrappers--;
        releaseUnlessAlive();
    }

    private void releaseUnlessAlive() {
        if (!isAlive()) {
            release();
        }
    }
}
