package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Deleting items. */
class WdfDeleteTest extends WdfFixture {
    private final CountDownLatch destroyed = new CountDownLatch(1);

    /** An item whose destruction can be waited for by those whose delete does not. */
    private WdfWorkItem itemToAwait(WdfDevice device, EvtWorkItem callback) {
        return created(WdfWorkItem.create(
                WdfWorkItemConfig.init(callback),
                noting("item").withParent(device).withDestroy(i -> destroyed.countDown())));
    }

    @Test
    @Tag("WDF-28")
    @Tag("L2")
    void WDF_28_deleteOfAnIdleItemCleansItUpHere() {
        WdfWorkItem item = item(device(), i -> {});
        item.delete();
        assertEquals(List.of("item cleanup", "item destroy"), log);
        assertEquals(List.of(), factory.threads);
    }

    @Test
    @Tag("WDF-29")
    @Tag("C1")
    @Tag("L2")
    void WDF_29_deleteOfAQueuedItemRunsItFirst() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.enqueue();
        Background delete = Background.start(() -> {
            item.delete();
            log.add("deleted");
        });
        delete.awaitBlocked();
        assertEquals(List.of(), log);
        gate.open();
        delete.join();
        assertEquals(List.of("run", "item cleanup", "item destroy", "deleted"), log);
    }

    @Test
    @Tag("WDF-30")
    @Tag("L2")
    @Tag("V2")
    void WDF_30_deleteOfARunningItemWaitsForTheCallback() {
        Gate gate = new Gate();
        int[] plain = new int[1];
        WdfWorkItem item = item(device(), i -> {
            gate.run();
            plain[0] = 1;
        });
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(() -> {
            item.delete();
            assertEquals(1, plain[0]);
        });
        delete.awaitBlocked();
        assertEquals(List.of(), log);
        gate.open();
        delete.join();
        assertEquals(List.of("item cleanup", "item destroy"), log);
    }

    @Test
    @Tag("WDF-31")
    @Tag("WDF-32")
    @Tag("WDF-43")
    @Tag("XW-4")
    @Tag("L4")
    void WDF_31_deleteFromTheOwnCallbackReturnsAtOnceAndCleansUpAfterIt() {
        WdfWorkItem item = itemToAwait(device(), i -> {
            i.delete();
            log.add("returned");
        });
        item.enqueue();
        Background.await(destroyed);
        assertEquals(List.of("returned", "item cleanup"), log);
        assertViolation(5, item::enqueue);
    }

    @Test
    @Tag("WDF-33")
    @Tag("XW-5")
    void WDF_33_pendingRunOfASelfDeletedItemRunsBeforeTheCleanup() {
        WdfDevice device = deviceOnOneWorker();
        AtomicBoolean again = new AtomicBoolean();
        itemToAwait(device, i -> {
                    log.add("run " + (i.getParentObject() == device));
                    if (!again.getAndSet(true)) {
                        i.enqueue();
                        i.delete();
                    }
                })
                .enqueue();
        Background.await(destroyed);
        assertEquals(List.of("run true", "run true", "item cleanup"), log);
    }

    @Test
    @Tag("XW-6")
    @Tag("L4")
    void XW_6_selfDeleteFromOneOfTwoOverlappingRuns() {
        Gate first = new Gate();
        Gate second = new Gate();
        AtomicBoolean isSecond = new AtomicBoolean();
        WdfWorkItem item = itemToAwait(device(), i -> {
            boolean later = isSecond.getAndSet(true);
            (later ? second : first).run();
            i.delete(); // the first to come deletes, the other's is dropped
            log.add("returned");
        });
        item.enqueue();
        first.awaitEntered();
        item.enqueue();
        second.awaitEntered();
        first.open();
        Background.await(() -> !log.isEmpty());
        assertEquals(List.of("returned"), log);
        second.open();
        Background.await(destroyed);
        assertEquals(List.of("returned", "returned", "item cleanup"), log);
    }

    @Test
    @Tag("WDF-35")
    @Tag("A2")
    @Tag("L1")
    void WDF_35_enqueueDuringTheDeletionIsRefusedSilently() {
        Gate gate = new Gate();
        WdfWorkItem item = item(device(), i -> {
            log.add("run");
            gate.run();
        });
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(item::delete);
        delete.awaitBlocked();
        item.enqueue();
        gate.open();
        delete.join();
        assertEquals(List.of("run", "item cleanup", "item destroy"), log);
        assertEquals(List.of(), misuse);
    }

    @Test
    @Tag("WDF-36")
    @Tag("D2")
    void WDF_36_enqueueDuringTheDeletionOfAPendingItemIsCoalesced() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        String[] data = {"old"};
        WdfWorkItem item = item(device, i -> log.add(data[0]));
        item.enqueue();
        Background delete = Background.start(item::delete);
        delete.awaitBlocked();
        data[0] = "new";
        item.enqueue();
        gate.open();
        delete.join();
        assertEquals(List.of("new", "item cleanup", "item destroy"), log);
    }

    @Test
    @Tag("L3")
    void L3_nothingRunsAfterTheDelete() {
        for (int n = 0; n < 200; n++) {
            AtomicBoolean deleted = new AtomicBoolean();
            AtomicBoolean late = new AtomicBoolean();
            WdfWorkItem item = item(device(), i -> {
                i.enqueue();
                late.set(late.get() || deleted.get());
            });
            item.enqueue();
            item.delete();
            deleted.set(true);
            assertFalse(late.get());
        }
    }

    @Test
    @Tag("WDF-44")
    void WDF_44_secondDeleteIsDroppedWhileTheFirstIsUnderWay() {
        Gate gate = new Gate();
        WdfWorkItem item = item(device(), i -> gate.run());
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(item::delete);
        delete.awaitBlocked();
        item.delete(); // does not wait either
        assertEquals(List.of(), log);
        gate.open();
        delete.join();
        assertEquals(List.of("item cleanup", "item destroy"), log);
        assertViolation(5, item::delete);
    }
}
