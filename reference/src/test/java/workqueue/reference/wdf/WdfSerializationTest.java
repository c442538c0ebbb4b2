package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** The callback lock. */
class WdfSerializationTest extends WdfFixture {
    private WdfWorkItem unserialized(WdfDevice device, EvtWorkItem callback) {
        return created(WdfWorkItem.create(
                new WdfWorkItemConfig(callback, false),
                WdfObjectAttributes.init().withParent(device)));
    }

    @ParameterizedTest
    @Tag("WDF-18")
    @Tag("S2")
    @EnumSource(names = {"DEVICE", "QUEUE"})
    void WDF_18_itemsExcludeOneAnotherAndTheDevicesCallbacks(SynchronizationScope scope) {
        WdfDevice device = device(systemWorkers, scope, ExecutionLevel.PASSIVE);
        WdfObject below = object(device, "below");
        AtomicInteger inside = new AtomicInteger();
        EvtWorkItem alone = i -> {
            assertEquals(1, inside.incrementAndGet());
            Thread.onSpinWait();
            inside.decrementAndGet();
        };
        WdfWorkItem one = item(device, alone);
        WdfWorkItem other = item(below, alone);
        Background callbacks = Background.start(() -> {
            for (int n = 0; n < 300; n++) {
                device.callBack(() -> alone.run(null));
            }
        });
        for (int n = 0; n < 300; n++) {
            one.enqueue();
            other.enqueue();
        }
        callbacks.join();
        device.delete();
        assertEquals(List.of(), factory.uncaught);
    }

    @Test
    @Tag("WDF-18")
    void WDF_18_runWaitsForTheDevicesCallback() throws InterruptedException {
        WdfDevice device = synchronizedDevice();
        Gate gate = new Gate();
        WdfWorkItem item = item(device, i -> log.add("run"));
        Background callback = Background.start(() -> device.callBack(() -> {
            gate.run();
            log.add("callback");
        }));
        gate.awaitEntered();
        item.enqueue();
        gate.open();
        callback.join();
        item.flush();
        assertEquals(List.of("callback", "run"), log);
    }

    @Test
    @Tag("WDF-19")
    void WDF_19_scopeNoneMeansNoExclusion() {
        WdfDevice device = device();
        CountDownLatch both = new CountDownLatch(2);
        item(device, i -> meet(both)).enqueue();
        item(device, i -> meet(both)).enqueue();
        Background.await(both);
        device.callBack(() -> log.add("callback"));
        assertEquals(List.of("callback"), log);
    }

    @Test
    @Tag("WDF-20")
    void WDF_20_withoutSerializationThereIsNoExclusion() throws InterruptedException {
        WdfDevice device = synchronizedDevice();
        CountDownLatch both = new CountDownLatch(2);
        unserialized(device, i -> meet(both)).enqueue();
        item(device, i -> meet(both)).enqueue();
        Background.await(both);
        WdfWorkItem item = unserialized(device, i -> log.add("run"));
        device.callBack(() -> {
            item.enqueue();
            Background.start(item::flush).join();
        });
        assertEquals(List.of("run"), log);
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        Background.await(both);
    }

    /** Whoever waits for the lock is off the queue, so each enqueue can take one more worker there. */
    @Test
    @Tag("WDF-15")
    @Tag("WDF-18")
    @Tag("XW-7")
    void XW_7_coalescingEndsAtTheDequeue() throws InterruptedException {
        WdfDevice device = synchronizedDevice();
        WdfWorkItem item = item(device, i -> log.add("run"));
        device.callBack(() -> {
            for (int started = 1; started <= 3; started++) {
                item.enqueue();
                int waiting = started;
                Background.await(() -> device.callbackLock().getQueueLength() == waiting);
            }
            assertEquals(List.of(), log);
        });
        item.flush();
        assertEquals(List.of("run", "run", "run"), log);
    }
}
