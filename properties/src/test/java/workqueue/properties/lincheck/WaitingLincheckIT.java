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
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;

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
            Thread worker = new Racer(task);
            workers.add(worker);
            return worker;
        });
        Scope scope = new Scope();
        queue.open(scope);
        int[] data = new int[2];
        WorkItem item = new WorkItem(scope, () -> data[1] = data[0]);
        Thread other = new Racer(() -> queue.enqueue(item));
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

    @Test
    @Tag("KS-13")
    @Tag("KS-16")
    @Tag("V2")
    void unregisterReturnsAfterTheRunOfWhatWasQueued() {
        Lincheck.runConcurrentTest(INVOCATIONS, WaitingLincheckIT::queueAndUnregister);
    }

    private static void queueAndUnregister() {
        List<Thread> threads = new ArrayList<>();
        KernelStreaming system = new KernelStreaming(1, task -> {
            Thread thread = new Racer(task);
            threads.add(thread);
            return thread;
        });
        KsWorker worker =
                system.registerWorker(KernelStreaming.CRITICAL_WORK_QUEUE).worker();
        boolean[] ran = new boolean[1];
        boolean[] queued = new boolean[1];
        Thread driver = new Racer(() -> queued[0] = isQueued(worker, () -> ran[0] = true));
        driver.start();
        try {
            worker.unregister();
            boolean ranBefore = ran[0];
            driver.join();
            system.stop();
            for (Thread thread : threads) {
                thread.join();
            }
            if (ranBefore != queued[0] || ran[0] != queued[0]) {
                throw new AssertionError("KS-13: queued: " + queued[0] + ", ran before unregister returned: "
                        + ranBefore + ", ran: " + ran[0]);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The driver is at fault if it queues a worker that is unregistered; here that is a way to lose the race. */
    private static boolean isQueued(KsWorker worker, Runnable routine) {
        try {
            return worker.queueWorkItem(new KsWorkItem(routine)).isSuccess();
        } catch (IllegalStateException gone) {
            return false;
        }
    }

    /** The mutant: who unregisters waits for what is in the queue, and not for the routine that runs. */
    @Test
    @Tag("KS-13")
    void unregisterThatDoesNotWaitForTheRoutineIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Lincheck.runConcurrentTest(INVOCATIONS, WaitingLincheckIT::unregisterTooEarly));
    }

    private static void unregisterTooEarly() {
        Object lock = new Object();
        boolean[] pending = {true};
        boolean[] ran = new boolean[1];
        Thread worker = new Racer(() -> {
            synchronized (lock) {
                pending[0] = false;
                lock.notifyAll();
            }
            ran[0] = true;
        });
        worker.start();
        try {
            synchronized (lock) {
                while (pending[0]) {
                    lock.wait();
                }
            }
            boolean ranBefore = ran[0];
            worker.join();
            if (!ranBefore) {
                throw new AssertionError("KS-13: the routine ran after unregister had returned");
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
        Thread worker = new Racer(() -> {
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
