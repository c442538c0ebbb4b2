package workqueue.properties.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.Scope;
import workqueue.reference.core.WorkItem;
import workqueue.reference.core.WorkQueue;

/** Waits of the reference end, and not too early, in every interleaving tried, with its own threads. */
class WaitingLincheckIT {
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 300);

    @Test
    @Tag("P1")
    @Tag("F1")
    @Tag("F2")
    void flushReturnsAfterTheRunOfEveryEnqueueBeforeIt() {
        Lincheck.runConcurrentTest(INVOCATIONS, WaitingLincheckIT::enqueueAndFlush);
    }

    private static void enqueueAndFlush() {
        List<Thread> workers = new ArrayList<>();
        WorkQueue queue = new WorkQueue(Dedup.COALESCE, 1, task -> {
            Thread worker = new Thread(task);
            workers.add(worker);
            return worker;
        });
        Scope scope = new Scope();
        queue.open(scope);
        int[] data = new int[2];
        WorkItem item = new WorkItem(scope, () -> data[1] = data[0]);
        Thread other = new Thread(() -> queue.enqueue(item));
        other.start();
        data[0] = 1;
        queue.enqueue(item);
        try {
            queue.flush(item);
            if (data[1] != 1) {
                throw new AssertionError("F1: flush returned before the run that it had to wait for");
            }
            queue.stop();
            other.join();
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The mutant: a worker that looks, then waits, and a producer that does not hold the lock when it signals. */
    @Test
    @Tag("P1")
    void lostSignalIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(INVOCATIONS, WaitingLincheckIT::lostSignal));
    }

    @SuppressWarnings("WaitNotInLoop") // that is the defect
    private static void lostSignal() {
        Object lock = new Object();
        boolean[] pending = new boolean[1];
        Thread worker = new Thread(() -> {
            boolean waits;
            synchronized (lock) {
                waits = !pending[0];
            }
            if (waits) {
                synchronized (lock) {
                    try {
                        lock.wait();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        });
        worker.start();
        synchronized (lock) {
            pending[0] = true;
            lock.notifyAll();
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
