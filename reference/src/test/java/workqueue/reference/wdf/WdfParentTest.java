package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.nt.NtStatus;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Deleting parents, and references. */
class WdfParentTest extends WdfFixture {
    @Test
    @Tag("WDF-37")
    @Tag("WDF-39")
    void WDF_37_deleteOfTheDeviceFinishesItsItemsFirst() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = new Gate();
        WdfWorkItem running = item(device, "running", i -> gate.run());
        WdfWorkItem pending = item(device, "pending", i -> log.add("run"));
        item(device, "idle", i -> {});
        running.enqueue();
        gate.awaitEntered();
        pending.enqueue();
        Background delete = Background.start(() -> {
            device.delete();
            log.add("deleted");
        });
        delete.awaitBlocked();
        assertEquals(List.of("idle cleanup", "idle destroy"), log);
        gate.open();
        delete.join();
        assertTrue(log.indexOf("run") < log.indexOf("pending cleanup"));
        assertEquals(
                Set.of("running cleanup", "running destroy", "run", "pending cleanup", "pending destroy"),
                Set.copyOf(log.subList(2, 7)));
        assertEquals(List.of("device cleanup", "device destroy", "deleted"), log.subList(7, 10));
    }

    @Test
    @Tag("WDF-37")
    void WDF_37_itGoesDownTheWholeTree() {
        WdfDevice device = device();
        WdfObject child = object(device, "child");
        WdfWorkItem item = item(child, i -> log.add("run"));
        object(item, "below");
        item.enqueue();
        device.delete();
        assertTrue(log.indexOf("run") < log.indexOf("item cleanup"));
        assertTrue(log.indexOf("below cleanup") < log.indexOf("item cleanup"));
        assertTrue(log.indexOf("item cleanup") < log.indexOf("child cleanup"));
        assertTrue(log.indexOf("child cleanup") < log.indexOf("device cleanup"));
        assertEquals(9, log.size());
    }

    @Test
    @Tag("WDF-37")
    void WDF_37_deleteOfTheDeviceWaitsForAnItemThatIsBeingDeleted() {
        WdfDevice device = device();
        Gate gate = new Gate();
        WdfWorkItem item = item(device, i -> {
            i.delete();
            gate.run();
        });
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(device::delete);
        delete.awaitBlocked();
        assertEquals(List.of(), log);
        gate.open();
        delete.join();
        assertEquals(List.of("item cleanup", "item destroy", "device cleanup", "device destroy"), log);
    }

    @Test
    @Tag("WDF-37")
    @Tag("L4")
    void L4_deleteOfTheDeviceFromAnItemsCallbackDoesNotWait() {
        CountDownLatch gone = new CountDownLatch(1);
        WdfDevice device = WdfDevice.create(
                systemWorkers,
                WdfObjectAttributes.init()
                        .withSynchronizationScope(SynchronizationScope.DEVICE)
                        .withExecutionLevel(ExecutionLevel.PASSIVE)
                        .withDestroy(d -> gone.countDown()));
        item(object(device, "child"), i -> {
                    device.delete();
                    log.add("returned");
                })
                .enqueue();
        Background.await(gone);
        assertEquals(List.of("returned", "item cleanup", "item destroy", "child cleanup", "child destroy"), log);
    }

    @Test
    @Tag("L4")
    void L4_deleteOfTheDeviceFromAnItemsCleanupDoesNotWait() {
        WdfDevice device = device();
        WdfWorkItem item = created(WdfWorkItem.create(
                WdfWorkItemConfig.init(i -> {}),
                WdfObjectAttributes.init().withParent(device).withCleanup(i -> {
                    device.delete();
                    log.add("item cleanup");
                })));
        item.delete();
        assertEquals(List.of("item cleanup", "device cleanup", "device destroy"), log);
    }

    @Test
    void nothingIsCreatedBelowAParentThatIsBeingDeleted() {
        WdfDevice device = device();
        Gate gate = new Gate();
        WdfWorkItem item = item(device, i -> gate.run());
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(device::delete);
        delete.awaitBlocked();
        WdfObjectAttributes attributes = noting("late").withParent(device);
        assertEquals(
                NtStatus.STATUS_DELETE_PENDING,
                WdfGeneralObject.create(attributes).status());
        Created<WdfWorkItem> late = WdfWorkItem.create(WdfWorkItemConfig.init(i -> {}), attributes);
        assertEquals(new Created<WdfWorkItem>(NtStatus.STATUS_DELETE_PENDING, null), late);
        gate.open();
        delete.join();
        assertEquals(List.of("item cleanup", "item destroy", "device cleanup", "device destroy"), log);
    }

    @Test
    void aParentForgetsWhatIsDeleted() {
        WdfDevice device = device();
        item(device, i -> {}).delete();
        device.delete();
        assertEquals(List.of("item cleanup", "item destroy", "device cleanup", "device destroy"), log);
    }

    @Test
    @Tag("WDF-41")
    void WDF_41_referenceKeepsTheHandleGood() throws InterruptedException {
        WdfDevice device = device();
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.reference();
        assertSame(device, item.getParentObject());
        item.delete();
        assertEquals(List.of("item cleanup"), log);
        item.enqueue(); // refused
        item.flush();
        item.delete(); // dropped
        assertNull(item.getParentObject());
        item.dereference();
        assertEquals(List.of("item cleanup", "item destroy"), log);
        assertViolation(5, item::enqueue);
    }

    @Test
    @Tag("WDF-41")
    void WDF_41_outstandingRunKeepsTheHandleGood() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.enqueue();
        Background delete = Background.start(item::delete);
        delete.awaitBlocked();
        item.reference();
        item.dereference();
        gate.open();
        delete.join();
        assertEquals(List.of("run", "item cleanup", "item destroy"), log);
    }

    @Test
    @Tag("WDF-41")
    void WDF_41_deviceIsCleanedUpThoughAnItemIsReferenced() {
        WdfDevice device = device();
        WdfWorkItem item = item(device, i -> {});
        item.reference();
        device.delete();
        assertEquals(List.of("item cleanup", "device cleanup", "device destroy"), log);
        item.dereference();
        assertEquals("item destroy", log.get(3));
    }

    @Test
    @Tag("WDF-42")
    void WDF_42_dereferenceOfTheFrameworksReferenceIsABugCheck() throws InterruptedException {
        WdfWorkItem item = item(device(), i -> log.add("run"));
        assertViolation(7, item::dereference);
        item.reference();
        item.dereference();
        assertViolation(7, item::dereference);
        item.enqueue();
        item.flush();
        item.delete();
        assertEquals(List.of("run", "item cleanup", "item destroy"), log);
    }
}
