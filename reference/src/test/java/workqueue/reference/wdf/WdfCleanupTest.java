package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Who carries a deletion out, and what its callbacks may do. */
class WdfCleanupTest extends WdfFixture {
    private final CountDownLatch destroyed = new CountDownLatch(1);

    @Test
    @Tag("WDF-26")
    void WDF_26_deleteThatWouldWaitForItsOwnLockGoesOnWithoutTheCaller() {
        WdfDevice device = synchronizedDevice();
        WdfWorkItem item = created(WdfWorkItem.create(
                WdfWorkItemConfig.init(i -> log.add("run")),
                noting("item").withParent(device).withDestroy(i -> destroyed.countDown())));
        device.callBack(() -> {
            item.enqueue();
            String message =
                    assertThrows(IllegalStateException.class, item::delete).getMessage();
            assertTrue(message.startsWith("WDF-26:"));
        });
        Background.await(destroyed);
        assertEquals(List.of("run", "item cleanup"), log);
    }

    @Test
    void anInterruptDoesNotEndTheDelete() {
        Gate gate = new Gate();
        WdfWorkItem item = item(device(), i -> gate.run());
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(() -> {
            item.delete();
            log.add("interrupted " + Thread.interrupted());
        });
        delete.awaitBlocked().interrupt();
        delete.awaitBlocked();
        gate.open();
        delete.join();
        assertEquals(List.of("item cleanup", "item destroy", "interrupted true"), log);
    }

    @Test
    void callbacksOfTheDeletionMayUseTheItemAndMayThrow() {
        WdfDevice device = device();
        IllegalStateException thrown = new IllegalStateException("expected");
        WdfWorkItem item = created(WdfWorkItem.create(
                WdfWorkItemConfig.init(WdfObject::delete),
                WdfObjectAttributes.init()
                        .withParent(device)
                        .withContext(() -> "context")
                        .withCleanup(i -> {
                            i.delete(); // dropped
                            ((WdfWorkItem) i).enqueue(); // refused
                            log.add("parent " + (((WdfWorkItem) i).getParentObject() == device));
                            throw thrown;
                        })
                        .withDestroy(i -> {
                            log.add(i.context(String.class));
                            destroyed.countDown();
                            throw thrown;
                        })));
        item.enqueue();
        Background.await(destroyed);
        device.delete();
        assertEquals(List.of("parent true", "context", "device cleanup", "device destroy"), log);
        assertEquals(List.of(thrown, thrown), factory.uncaught);
    }

    /** With one worker, which must not be the one that cleans up. */
    @Test
    @Tag("L2")
    void L2_theCallerCleansUpSoACleanupMayWaitForAnotherItem() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = new Gate();
        WdfWorkItem other = item(device, "other", i -> log.add("run"));
        WdfWorkItem item = created(WdfWorkItem.create(
                WdfWorkItemConfig.init(i -> gate.run()),
                WdfObjectAttributes.init().withParent(device).withCleanup(i -> {
                    other.delete();
                    log.add("item cleanup on a worker: " + factory.threads.contains(Thread.currentThread()));
                })));
        item.enqueue();
        gate.awaitEntered();
        Background delete = Background.start(item::delete);
        delete.awaitBlocked();
        other.enqueue();
        gate.open();
        delete.join();
        assertEquals(List.of("run", "other cleanup", "other destroy", "item cleanup on a worker: false"), log);
    }

    @Test
    void anItemMayDeleteAnother() {
        WdfDevice device = device();
        Gate gate = new Gate();
        WdfWorkItem other = item(device, "other", i -> gate.run());
        WdfWorkItem item = item(device, i -> {
            other.delete();
            log.add("deleted");
        });
        other.enqueue();
        gate.awaitEntered();
        item.enqueue();
        gate.open();
        Background.start(item::flush).join();
        assertEquals(List.of("other cleanup", "other destroy", "deleted"), log);
    }
}
