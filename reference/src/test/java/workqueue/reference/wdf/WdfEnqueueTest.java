package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Enqueueing, order, and coalescing. */
class WdfEnqueueTest extends WdfFixture {
    @Test
    @Tag("WDF-8")
    @Tag("O1")
    void WDF_8_itemsRunInTheOrderInWhichTheyWereEnqueued() throws InterruptedException {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        List<String> names = List.of("a", "b", "c", "d");
        WdfWorkItem last = null;
        for (String name : names) {
            last = item(device, i -> log.add(name));
            last.enqueue();
        }
        gate.open();
        last.flush();
        assertEquals(names, log);
    }

    @Test
    @Tag("WDF-9")
    @Tag("WDF-15")
    @Tag("D2")
    void WDF_9_enqueueOfAPendingItemAddsNothing() throws InterruptedException {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.enqueue();
        item.enqueue();
        item.enqueue();
        gate.open();
        item.flush();
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("WDF-10")
    void WDF_10_before17EnqueueOfAPendingItemIsReported() throws InterruptedException {
        WdfDevice device =
                device(oneWorker, SynchronizationScope.NONE, ExecutionLevel.PASSIVE, FrameworkVersion.BEFORE_1_7);
        Gate gate = occupy(device);
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.enqueue();
        assertEquals(List.of(), misuse);
        item.enqueue();
        assertEquals(1, misuse.size());
        assertTrue(misuse.get(0).startsWith("WDF-10:"), misuse.get(0));
        gate.open();
        item.flush();
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("WDF-10")
    void WDF_10_before17ItemMayBeEnqueuedFromItsOwnCallback() throws InterruptedException {
        WdfDevice device =
                device(oneWorker, SynchronizationScope.NONE, ExecutionLevel.PASSIVE, FrameworkVersion.BEFORE_1_7);
        AtomicBoolean again = new AtomicBoolean(true);
        WdfWorkItem item = item(device, i -> {
            log.add("run");
            if (again.getAndSet(false)) {
                i.enqueue();
            }
        });
        item.enqueue();
        item.flush();
        item.flush();
        assertEquals(List.of("run", "run"), log);
        assertEquals(List.of(), misuse);
    }

    @Test
    @Tag("WDF-12")
    @Tag("WDF-48")
    @Tag("V1")
    void WDF_12_runSeesWhatWasStoredBeforeTheEnqueueThatCoalesced() throws InterruptedException {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        WdfWorkItem item = created(WdfWorkItem.create(
                WdfWorkItemConfig.init(i -> log.addAll(i.context(Requests.class).pending)),
                WdfObjectAttributes.init().withParent(device).withContext(Requests::new)));
        for (String request : List.of("a", "b", "c")) {
            item.context(Requests.class).pending.add(request);
            item.enqueue();
        }
        gate.open();
        item.flush();
        assertEquals(List.of("a", "b", "c"), log);
    }

    private static final class Requests {
        final List<String> pending = new ArrayList<>();
    }

    @Test
    @Tag("WDF-12")
    @Tag("WDF-13")
    @Tag("P1")
    void WDF_13_enqueueWhileRunningMakesOneMoreRun() throws InterruptedException {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = new Gate();
        WdfWorkItem item = item(device, i -> {
            log.add("run");
            gate.run();
        });
        item.enqueue();
        gate.awaitEntered();
        item.enqueue();
        item.enqueue();
        gate.open();
        item.flush();
        assertEquals(List.of("run", "run"), log);
    }

    @Test
    @Tag("WDF-13")
    void WDF_13_callbackMayEnqueueItsOwnItem() {
        WdfDevice device = deviceOnOneWorker();
        CountDownLatch runs = new CountDownLatch(3);
        item(device, i -> {
                    runs.countDown();
                    if (runs.getCount() > 0) {
                        i.enqueue();
                    }
                })
                .enqueue();
        Background.await(runs);
    }

    @Test
    @Tag("WDF-14")
    @Tag("WDF-20")
    void WDF_14_runsOfOneItemMayOverlap() {
        WdfDevice device = synchronizedDevice();
        CountDownLatch both = new CountDownLatch(2);
        AtomicBoolean again = new AtomicBoolean(true);
        WdfWorkItem item = created(WdfWorkItem.create(
                new WdfWorkItemConfig(
                        i -> {
                            if (again.getAndSet(false)) {
                                i.enqueue();
                            }
                            both.countDown();
                            Background.await(both);
                        },
                        false),
                WdfObjectAttributes.init().withParent(device)));
        item.enqueue();
        Background.await(both);
    }

    @Test
    @Tag("WDF-16")
    @Tag("M1")
    void WDF_16_deletedItemIsABugCheck() {
        WdfWorkItem item = item(device(), i -> {});
        item.delete();
        assertViolation(5, item::enqueue);
        assertViolation(5, item::flush);
        assertViolation(5, item::delete);
        assertViolation(5, item::getParentObject);
        assertViolation(5, item::reference);
        assertViolation(5, item::dereference);
    }

    @Test
    @Tag("WDF-17")
    void WDF_17_callbackRunsOnASystemWorkerThread() throws InterruptedException {
        List<Thread> ran = new ArrayList<>();
        WdfWorkItem item = item(device(), i -> ran.add(Thread.currentThread()));
        item.enqueue();
        item.flush();
        assertSame(factory.threads.get(0), ran.get(0));
    }

    @Test
    @Tag("WDF-46")
    void WDF_46_callbackThatThrowsEndsItsOwnRunOnly() throws InterruptedException {
        WdfDevice device = synchronizedDevice();
        IllegalStateException thrown = new IllegalStateException("expected");
        WdfWorkItem item = item(device, i -> {
            throw thrown;
        });
        item.enqueue();
        item.flush();
        assertEquals(List.of(thrown), factory.uncaught);
        device.callBack(() -> log.add("the lock was released"));
        item.enqueue();
        item.flush();
        assertEquals(List.of(thrown, thrown), factory.uncaught);
        device.delete();
        assertTrue(log.contains("item cleanup"));
    }

    @Test
    void devicesMayShareTheSystemsThreads() throws InterruptedException {
        WdfDevice one = deviceOnOneWorker();
        WdfDevice other = deviceOnOneWorker();
        Gate gate = occupy(one);
        WdfWorkItem item = item(other, i -> log.add("run"));
        item.enqueue();
        assertEquals(List.of(), log);
        gate.open();
        item.flush();
        one.delete();
        item.enqueue();
        item.flush();
        assertEquals(List.of("run", "device cleanup", "device destroy", "run"), log);
    }
}
