package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Flushing. */
class WdfFlushTest extends WdfFixture {
    private static void flush(WdfWorkItem item) {
        try {
            item.flush();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("WDF-22")
    @Tag("F1")
    void WDF_22_flushWaitsForAPendingItem() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.enqueue();
        Background flush = Background.start(() -> {
            item.flush();
            log.add("flushed");
        });
        flush.awaitBlocked();
        gate.open();
        flush.join();
        assertEquals(List.of("run", "flushed"), log);
    }

    @Test
    @Tag("WDF-22")
    @Tag("V2")
    void WDF_22_flushWaitsForARunningItem() {
        WdfDevice device = device();
        Gate gate = new Gate();
        int[] plain = new int[1];
        WdfWorkItem item = item(device, i -> {
            gate.run();
            plain[0] = 1;
        });
        item.enqueue();
        gate.awaitEntered();
        Background flush = Background.start(() -> {
            item.flush();
            assertEquals(1, plain[0]);
        });
        flush.awaitBlocked();
        gate.open();
        flush.join();
    }

    @Test
    @Tag("WDF-22")
    void WDF_22_flushWaitsForARunThatWaitsForTheLock() {
        WdfDevice device = synchronizedDevice();
        WdfWorkItem item = item(device, i -> log.add("run"));
        Background[] flush = new Background[1];
        device.callBack(() -> {
            item.enqueue();
            flush[0] = Background.start(item::flush);
            flush[0].awaitBlocked();
            assertEquals(List.of(), log);
        });
        flush[0].join();
        assertEquals(List.of("run"), log);
    }

    @Test
    @Tag("WDF-23")
    void WDF_23_flushOfAnItemThatWasNeverEnqueuedReturnsAtOnce() throws InterruptedException {
        item(device(), i -> {}).flush();
        assertEquals(List.of(), factory.threads);
    }

    @Test
    @Tag("WDF-24")
    @Tag("XW-11")
    @Tag("M2")
    void WDF_24_flushFromTheOwnCallbackIsReportedAndDoesNotWait() throws InterruptedException {
        WdfWorkItem item = item(device(), i -> {
            flush(i);
            log.add("returned");
        });
        item.enqueue();
        item.flush();
        assertEquals(List.of("returned"), log);
        assertEquals(1, misuse.size());
        assertTrue(misuse.get(0).startsWith("WDF-24:"));
    }

    @Test
    @Tag("WDF-24")
    @Tag("XW-6")
    void XW_6_flushFromOneOfTwoOverlappingRunsIsRecognized() {
        Gate first = new Gate();
        CountDownLatch secondEnded = new CountDownLatch(1);
        AtomicBoolean isSecond = new AtomicBoolean();
        WdfWorkItem item = item(device(), i -> {
            if (isSecond.getAndSet(true)) {
                secondEnded.countDown();
                return;
            }
            first.run();
            flush(i);
        });
        item.enqueue();
        first.awaitEntered();
        item.enqueue();
        Background.await(secondEnded);
        first.open();
        Background.start(item::flush).join();
        assertEquals(1, misuse.size());
    }

    @Test
    @Tag("WDF-25")
    @Tag("F2")
    @Tag("XW-3")
    void WDF_25_flushOfAnItemThatKeepsEnqueueingItselfReturns() {
        AtomicBoolean enough = new AtomicBoolean();
        WdfWorkItem item = item(device(), i -> {
            if (!enough.get()) {
                i.enqueue();
            }
        });
        item.enqueue();
        Background.start(item::flush).join();
        enough.set(true);
    }

    @Test
    @Tag("WDF-26")
    void WDF_26_flushThatWouldWaitForItsOwnLockIsRefused() {
        WdfDevice device = synchronizedDevice();
        WdfWorkItem item = item(device, i -> log.add("run"));
        device.callBack(() -> {
            flush(item); // nothing is outstanding, so there is nothing to wait for
            item.enqueue();
            String message =
                    assertThrows(IllegalStateException.class, item::flush).getMessage();
            assertTrue(message.startsWith("WDF-26:"));
        });
        flush(item);
        assertEquals(List.of("run"), log);
    }

    /** The run has left the lock but not finished; it does not need the lock that the flusher now holds. */
    @Test
    @Tag("WDF-26")
    void WDF_26_flushUnderTheLockAfterTheCallbackIsNoMisuse() {
        WdfDevice device = synchronizedDevice();
        for (int n = 0; n < 500; n++) {
            CountDownLatch done = new CountDownLatch(1);
            WdfWorkItem item = item(device, i -> done.countDown());
            item.enqueue();
            Background.await(done);
            device.callBack(() -> flush(item));
            device.callBack(item::delete);
        }
    }

    @Test
    void interruptEndsTheFlushAndNotTheItem() {
        WdfDevice device = deviceOnOneWorker();
        Gate gate = occupy(device);
        WdfWorkItem item = item(device, i -> log.add("run"));
        item.enqueue();
        Background flush = Background.start(item::flush);
        flush.awaitBlocked().interrupt();
        assertInstanceOf(InterruptedException.class, flush.joinThrowing());
        gate.open();
        flush(item);
        assertEquals(List.of("run"), log);
    }
}
