package workqueue.reference.wdf;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/**
 * One call of delete, and where the disposals that follow from it are carried out: by the caller, if he waits for them,
 * so that cleanup callbacks keep no worker from the runs that they may themselves wait for; else where they fall due.
 */
final class Deletion {
    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();

    /** Whether the caller waits. Guarded by this. */
    private boolean attended;

    Deletion(boolean attended) {
        this.attended = attended;
    }

    /** Has a disposal carried out that has fallen due. */
    void carryOut(Runnable disposal) {
        if (!handOver(disposal)) {
            disposal.run();
        }
    }

    private synchronized boolean handOver(Runnable disposal) {
        return attended && due.add(disposal);
    }

    /** Carries out what falls due, until it is done. An interrupt is put off: a deletion is not left half done. */
    void attend(BooleanSupplier done) {
        boolean interrupted = false;
        while (!done.getAsBoolean()) {
            try {
                due.take().run();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the deletion go on without the caller. */
    void leave() {
        synchronized (this) {
            attended = false;
        }
        for (Runnable disposal = due.poll(); disposal != null; disposal = due.poll()) {
            disposal.run();
        }
    }
}
