package workqueue.reference.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** What callers must not do, and what stops them. Nothing has changed then. */
class IoMisuseTest extends IoFixture {
    private static final int WORKER_INVALID = 0xE4;

    private final Storage storage = Storage.nonpaged(IoWorkItem.sizeOf());

    @Test
    @Tag("IO-1")
    void IO_1_itemOfADriverIsOfTheExtendedKind() {
        DriverObject driver = new DriverObject(one);
        IoWorkItem item = IoWorkItem.allocate(driver);
        assertBroken("IO-1", IllegalArgumentException.class, () -> item.queue(this::note, DELAYED, null));
        item.queueEx((object, context, self) -> log.add(object), DELAYED, null);
        drain();
        assertEquals(List.of(driver), log);
    }

    @Test
    @Tag("IO-2")
    void IO_2_pairsAreNotMixedUp() {
        IoWorkItem allocated = IoWorkItem.allocate(device);
        assertBroken("IO-2", IllegalStateException.class, allocated::uninitialize);
        allocated.free();
        IoWorkItem initialized = IoWorkItem.initialize(device, storage);
        assertBroken("IO-2", IllegalStateException.class, initialized::free);
        assertBroken("IO-2", IllegalStateException.class, storage::free);
        assertBroken("IO-2", IllegalStateException.class, () -> IoWorkItem.initialize(device, storage));
        initialized.uninitialize();
        IoWorkItem.initialize(device, storage).uninitialize(); // the memory is good for another
        storage.free();
    }

    @Test
    @Tag("IO-3")
    void IO_3_memoryIsNonpagedAndLargeEnough() {
        assertBugCheck(0xC4, 0x131, () -> IoWorkItem.initialize(device, Storage.paged(IoWorkItem.sizeOf())));
        Storage small = Storage.nonpaged(IoWorkItem.sizeOf() - 1);
        assertThrows(IllegalArgumentException.class, () -> IoWorkItem.initialize(device, small));
    }

    @Test
    @Tag("IO-9")
    void IO_9_queuedItemIsNotQueuedAgain() {
        Gate gate = occupy(device);
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queue(this::note, DELAYED, "once");
        assertBugCheck(WORKER_INVALID, 1, () -> item.queue(this::note, DELAYED, "twice"));
        assertBugCheck(WORKER_INVALID, 1, () -> item.queue(this::note, WorkQueueType.CRITICAL, "elsewhere"));
        assertBugCheck(WORKER_INVALID, 1, () -> item.tryQueue((o, c, i) -> log.add(c), DELAYED, "perhaps"));
        assertEquals(2, device.references());
        gate.open();
        drain();
        assertEquals(List.of("once"), log);
    }

    @Test
    @Tag("IO-9")
    void IO_9_soIsAnItemOfTheExLevel() {
        Gate gate = occupy(device);
        ExWorkItem item = ExWorkItem.initialize(() -> log.add("once"));
        item.queue(one, DELAYED);
        assertBugCheck(WORKER_INVALID, 1, () -> item.queue(one, DELAYED));
        gate.open();
        drain();
        assertEquals(List.of("once"), log);
    }

    @Test
    @Tag("IO-13")
    void IO_13_queuedItemIsNotFreed() {
        Gate gate = occupy(device);
        IoWorkItem allocated = IoWorkItem.allocate(device);
        IoWorkItem initialized = IoWorkItem.initialize(device, storage);
        allocated.queue(this::note, DELAYED, 1);
        initialized.queue(this::note, DELAYED, 2);
        assertBugCheck(WORKER_INVALID, 2, allocated::free);
        assertBugCheck(WORKER_INVALID, 2, initialized::uninitialize);
        assertBugCheck(WORKER_INVALID, 0, storage::free);
        gate.open();
        drain();
        assertEquals(List.of(1, 2), log);
        allocated.free();
        initialized.uninitialize();
    }

    @Test
    @Tag("M1")
    void M1_freedItemIsNotUsed() {
        IoWorkItem item = IoWorkItem.allocate(device);
        item.free();
        assertBroken("M1", IllegalStateException.class, item::free);
        assertBroken("M1", IllegalStateException.class, item::uninitialize);
        assertBroken("M1", IllegalStateException.class, () -> item.queue(this::note, DELAYED, null));
        assertEquals(0, device.references());
    }

    @Test
    @Tag("M1")
    void M1_deviceThatIsGoneIsNotUsed() {
        IoWorkItem item = IoWorkItem.allocate(device);
        device.delete();
        assertTrue(device.isGone());
        assertBroken("M1", IllegalStateException.class, () -> item.queue(this::note, DELAYED, null));
        assertBugCheck(WORKER_INVALID, 3, () -> IoWorkItem.allocate(device));
    }

    @Test
    @Tag("IO-24")
    void IO_24_thereIsARoutineATypeAnObjectAndAQueue() {
        assertBugCheck(WORKER_INVALID, 3, () -> IoWorkItem.allocate(null));
        assertBugCheck(WORKER_INVALID, 3, () -> IoWorkItem.initialize(null, storage));
        IoWorkItem item = IoWorkItem.allocate(device);
        assertBugCheck(WORKER_INVALID, 7, () -> item.queue(null, DELAYED, null));
        assertBugCheck(WORKER_INVALID, 7, () -> item.queueEx(null, DELAYED, null));
        assertBugCheck(WORKER_INVALID, 7, () -> item.tryQueue(null, DELAYED, null));
        ExWorkItem without = ExWorkItem.initialize(null);
        assertBugCheck(WORKER_INVALID, 7, () -> without.queue(one, DELAYED));
        assertBugCheck(WORKER_INVALID, 6, () -> item.queue(this::note, null, null));
        for (int number : new int[] {-1, 7, 31, 64}) {
            assertBugCheck(WORKER_INVALID, 6, () -> item.queue(this::note, new WorkQueueType(number), null));
        }
        IoWorkItem early = IoWorkItem.allocate(new DeviceObject(new SystemWorkers(1, factory)));
        assertBugCheck(WORKER_INVALID, 5, () -> early.queue(this::note, DELAYED, null));
        item.queue(this::note, DELAYED, "run");
        drain();
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("IO-29")
    void IO_29_queueingAfterTheEndIsRefused() {
        IoWorkItem item = IoWorkItem.allocate(device);
        Gate gate = occupy(device);
        one.stop();
        assertBroken("IO-29", IllegalStateException.class, () -> item.queue(this::note, DELAYED, null));
        assertTrue(!one.isStopped());
        gate.open();
        drain();
        assertEquals(0, device.references());
        item.free();
    }

    @Test
    void threadsThatCannotBeHadLeaveNoTrace() {
        OutOfMemoryError none = new OutOfMemoryError("expected");
        SystemWorkers poor = new SystemWorkers(1, task -> {
            throw none;
        });
        poor.start();
        DeviceObject poorDevice = new DeviceObject(poor);
        IoWorkItem item = IoWorkItem.allocate(poorDevice);
        for (int attempt = 0; attempt < 2; attempt++) {
            assertSame(none, assertThrows(OutOfMemoryError.class, () -> item.queue(this::note, DELAYED, null)));
        }
        assertSame(none, assertThrows(OutOfMemoryError.class, () -> item.tryQueue((o, c, i) -> {}, DELAYED, null)));
        assertEquals(0, poorDevice.references());
        item.free();
    }

    @Test
    void systemIsStartedOnceAndHasThreads() {
        assertThrows(IllegalStateException.class, one::start);
        assertThrows(IllegalArgumentException.class, () -> new SystemWorkers(0, factory));
        assertThrows(NullPointerException.class, () -> new SystemWorkers(1, null));
        Background.start(() -> new SystemWorkers(1, factory).stop()).join();
    }
}
