package workqueue.reference.ks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import workqueue.reference.nt.NtStatus;
import workqueue.reference.testing.Factory;

/** What the tests of kernel streaming share: queues, and workers on them. */
abstract class KsFixture {
    final Factory factory = new Factory();
    final KernelStreaming streaming = new KernelStreaming(4, factory);

    @AfterEach
    void stopThreads() {
        streaming.stop();
    }

    KsWorker worker() {
        return streaming.registerWorker(KernelStreaming.DELAYED_WORK_QUEUE).worker();
    }

    KsCountedWorker countedWorker(Runnable routine) {
        return streaming
                .registerCountedWorker(KernelStreaming.DELAYED_WORK_QUEUE, new KsWorkItem(routine))
                .worker();
    }

    static void assertQueued(KsWorker worker, Runnable routine) {
        assertEquals(NtStatus.STATUS_SUCCESS, worker.queueWorkItem(new KsWorkItem(routine)));
    }

    /** The caller is told which rule it breaks. */
    static void assertMisuse(String rule, Executable call) {
        String message = assertThrows(IllegalStateException.class, call).getMessage();
        assertTrue(message.startsWith(rule + ":"), message);
    }
}
