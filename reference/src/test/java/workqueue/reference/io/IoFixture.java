package workqueue.reference.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** What the tests of I/O work items share: systems with one thread and with two of each type, and their devices. */
abstract class IoFixture {
    static final WorkQueueType DELAYED = WorkQueueType.DELAYED;

    final Factory factory = new Factory();
    final List<Object> log = new CopyOnWriteArrayList<>();
    final SystemWorkers one = started(1);
    final SystemWorkers two = started(2);
    final DeviceObject device = new DeviceObject(one);
    final DeviceObject deviceOfTwo = new DeviceObject(two);

    private SystemWorkers started(int threads) {
        SystemWorkers workers = new SystemWorkers(threads, factory);
        workers.start();
        return workers;
    }

    @AfterEach
    void stop() {
        one.stop();
        two.stop();
    }

    /** Waits until everything that was queued has run. */
    void drain() {
        stop();
        Background.await(() -> one.isStopped() && two.isStopped());
    }

    /** Keeps a thread of the device's system busy until the gate is opened. */
    static Gate occupy(IoObject object) {
        Gate gate = new Gate();
        IoWorkItem.allocate(object).queueEx((o, context, item) -> gate.run(), DELAYED, null);
        gate.awaitEntered();
        return gate;
    }

    /** A routine that notes its context. */
    void note(DeviceObject ignored, Object context) {
        log.add(context);
    }

    static void assertBugCheck(int code, long parameter, Executable call) {
        BugCheck bugCheck = assertThrows(BugCheck.class, call);
        assertEquals(Integer.toHexString(code), Integer.toHexString(bugCheck.code()));
        assertEquals(parameter, bugCheck.parameter(1));
    }

    /** The call breaks a rule that no document has a bug check for. */
    static void assertBroken(String rule, Class<? extends RuntimeException> type, Executable call) {
        String message = assertThrows(type, call).getMessage();
        assertTrue(message.startsWith(rule + ": "), message);
    }
}
