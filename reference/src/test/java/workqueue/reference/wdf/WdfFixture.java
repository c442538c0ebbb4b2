package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.nt.NtStatus;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** What the tests of the driver framework share: system worker threads, devices, and items that note what they do. */
abstract class WdfFixture {
    final Factory factory = new Factory();
    final List<String> log = new CopyOnWriteArrayList<>();
    final List<String> misuse = new CopyOnWriteArrayList<>();
    final WorkQueue systemWorkers = new WorkQueue(Dedup.COALESCE, 4, factory);
    final WorkQueue oneWorker = new WorkQueue(Dedup.COALESCE, 1, factory);

    @AfterEach
    void stopWorkers() {
        systemWorkers.stop();
        oneWorker.stop();
    }

    /** A device without synchronization, on several workers. */
    WdfDevice device() {
        return device(systemWorkers, SynchronizationScope.NONE, ExecutionLevel.PASSIVE);
    }

    /** A device without synchronization, on one worker. */
    WdfDevice deviceOnOneWorker() {
        return device(oneWorker, SynchronizationScope.NONE, ExecutionLevel.PASSIVE);
    }

    /** A device with synchronization, on several workers. */
    WdfDevice synchronizedDevice() {
        return device(systemWorkers, SynchronizationScope.DEVICE, ExecutionLevel.PASSIVE);
    }

    WdfDevice device(WorkQueue workers, SynchronizationScope scope, ExecutionLevel level) {
        return device(workers, scope, level, FrameworkVersion.FROM_1_7);
    }

    WdfDevice device(WorkQueue workers, SynchronizationScope scope, ExecutionLevel level, FrameworkVersion version) {
        WdfObjectAttributes attributes =
                noting("device").withSynchronizationScope(scope).withExecutionLevel(level);
        return WdfDevice.create(workers, attributes, version, misuse::add);
    }

    /** Attributes of an object that notes its cleanup and destruction. */
    WdfObjectAttributes noting(String name) {
        return WdfObjectAttributes.init()
                .withCleanup(object -> log.add(name + " cleanup"))
                .withDestroy(object -> log.add(name + " destroy"));
    }

    WdfWorkItem item(WdfObject parent, EvtWorkItem callback) {
        return item(parent, "item", callback);
    }

    WdfWorkItem item(WdfObject parent, String name, EvtWorkItem callback) {
        return created(WdfWorkItem.create(
                WdfWorkItemConfig.init(callback), noting(name).withParent(parent)));
    }

    WdfGeneralObject object(WdfObject parent, String name) {
        return created(WdfGeneralObject.create(noting(name).withParent(parent)));
    }

    static <T extends WdfObject> T created(Created<T> created) {
        assertEquals(NtStatus.STATUS_SUCCESS, created.status());
        return created.object();
    }

    /** Keeps one of the device's workers busy until the gate is opened. */
    Gate occupy(WdfDevice device) {
        Gate gate = new Gate();
        created(WdfWorkItem.create(
                        new WdfWorkItemConfig(item -> gate.run(), false),
                        WdfObjectAttributes.init().withParent(device)))
                .enqueue();
        gate.awaitEntered();
        return gate;
    }

    static void assertViolation(long kind, Executable call) {
        BugCheck bugCheck = assertThrows(BugCheck.class, call);
        assertEquals(0x10D, bugCheck.code());
        assertEquals(kind, bugCheck.parameter(1));
    }
}
