package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Starting, locking and shutting down the platform. */
class MfPlatformTest extends MfFixture {
    private static final AsyncCallback NOTHING = result -> {};

    private HResult put() {
        return mf.putWorkItem(QueueId.STANDARD, NOTHING, null);
    }

    @Test
    @Tag("MF-1")
    @Tag("MF-2")
    void MF_2_onlyTheShutdownThatBalancesTheFirstStartShutsDown() {
        mf.startup(MediaFoundation.VERSION);
        assertEquals(HResult.S_OK, mf.shutdown());
        assertEquals(HResult.S_OK, put());
        assertEquals(HResult.S_OK, mf.shutdown());
        assertEquals(HResult.MF_E_SHUTDOWN, put());
    }

    @Test
    @Tag("MF-3")
    void MF_3_shutdownWithoutAStartSucceedsAndChangesNothing() {
        mf.shutdown();
        assertEquals(HResult.S_OK, mf.shutdown());
        mf.startup(MediaFoundation.VERSION);
        assertEquals(HResult.S_OK, put());
    }

    @Test
    @Tag("MF-4")
    @Tag("XM-16")
    void MF_4_allocationNeedsAStartAndAPlatformLock() {
        assertEquals(HResult.S_OK, mf.unlockPlatform());
        assertEquals(HResult.MF_E_SHUTDOWN, mf.allocateWorkQueue().status());
        assertEquals(HResult.S_OK, put());
        assertEquals(HResult.S_OK, mf.lockPlatform());
        assertEquals(HResult.S_OK, mf.allocateWorkQueue().status());
    }

    @Test
    @Tag("MF-4")
    void MF_4_platformLocksDoNotStartThePlatform() {
        MediaFoundation other = new MediaFoundation();
        other.lockPlatform();
        assertEquals(new Allocated(HResult.MF_E_SHUTDOWN, QueueId.UNDEFINED), other.allocateWorkQueue());
        assertEquals(HResult.MF_E_SHUTDOWN, other.putWorkItem(QueueId.STANDARD, NOTHING, null));
    }

    @Test
    @Tag("MF-5")
    void MF_5_onlyTheFirstStartLocksThePlatform() {
        mf.startup(MediaFoundation.VERSION);
        mf.unlockPlatform();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.allocateWorkQueue().status());
    }

    @Test
    @Tag("MF-6")
    @Tag("M3")
    void MF_6_queueThreadMayNeitherStartNorShutDown() {
        int released = allocate(QueueType.STANDARD);
        for (int queue : List.of(QueueId.STANDARD, QueueId.MULTITHREADED, released)) {
            put(queue, () -> {
                mf.unlockWorkQueue(queue);
                log.add(assertThrows(IllegalStateException.class, () -> mf.startup(MediaFoundation.VERSION))
                        .getMessage()
                        .startsWith("MF-6:"));
                log.add(assertThrows(IllegalStateException.class, mf::shutdown)
                        .getMessage()
                        .startsWith("MF-6:"));
            });
        }
        mf.shutdown();
        assertEquals(List.of(true, true, true, true, true, true), log);
    }

    @Test
    @Tag("MF-6")
    void MF_6_queueThreadsOfAnotherPlatformMay() {
        MediaFoundation other = platform(Duration.ZERO);
        put(QueueId.STANDARD, () -> log.add(other.shutdown()));
        mf.shutdown();
        assertEquals(List.of(HResult.S_OK), log);
    }

    @ParameterizedTest
    @Tag("MF-7")
    @CsvSource({"0x00020070, true", "0x00010070, true", "0xdead0070, false", "0x00030070, false", "0, false"})
    void MF_7_versionIsChecked(String version, boolean good) {
        mf.shutdown();
        HResult expected = good ? HResult.S_OK : HResult.MF_E_BAD_STARTUP_VERSION;
        assertEquals(expected, mf.startup(Long.decode(version).intValue()));
        assertEquals(good ? HResult.S_OK : HResult.MF_E_SHUTDOWN, put());
    }

    @Test
    @Tag("MF-7")
    void MF_7_refusedStartIsNotCounted() {
        mf.startup(0);
        mf.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, put());
    }

    @Test
    @Tag("MF-8")
    void MF_8_shutdownWaitsWhileThePlatformIsLocked() {
        mf.lockPlatform();
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        assertEquals(HResult.MF_E_SHUTDOWN, put());
        mf.unlockPlatform();
        shutdown.join();
    }

    @Test
    @Tag("MF-8")
    void MF_8_shutdownWaitsWhileAQueueIsLocked() {
        int queue = allocate(QueueType.STANDARD);
        mf.lockWorkQueue(queue);
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        mf.unlockWorkQueue(queue);
        shutdown.awaitBlocked();
        mf.unlockWorkQueue(queue);
        shutdown.join();
    }

    @Test
    @Tag("MF-8")
    void MF_8_shutdownStopsWaitingForLocksWhenThePlatformIsStartedAgain() {
        mf.lockPlatform();
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        mf.startup(MediaFoundation.VERSION);
        shutdown.join();
        assertEquals(HResult.S_OK, put());
    }

    @Test
    @Tag("MF-8")
    @Tag("XM-3")
    void MF_8_shutdownGivesUpAtItsLimit() {
        MediaFoundation hasty = platform(Duration.ofMillis(1));
        hasty.lockPlatform();
        hasty.allocateWorkQueue();
        Gate gate = new Gate();
        hasty.putWorkItem(QueueId.STANDARD, result -> gate.run(), null);
        gate.awaitEntered();
        assertEquals(HResult.S_OK, hasty.shutdown());
        gate.open();
    }

    @Test
    @Tag("MF-8")
    void MF_8_interruptEndsTheWaitAndIsNotLost() {
        Gate gate = occupy(QueueId.STANDARD);
        Background shutdown = Background.start(() -> {
            log.add(mf.shutdown());
            log.add(Thread.interrupted());
        });
        shutdown.awaitBlocked().interrupt();
        shutdown.join();
        assertEquals(List.of(HResult.S_OK, true), log);
        gate.open();
    }

    @Test
    @Tag("MF-12")
    void MF_12_resultCanBeMadeBeforeTheStart() {
        AsyncResult result = new AsyncResult("object", NOTHING, "state");
        MediaFoundation other = new MediaFoundation();
        assertEquals(HResult.MF_E_SHUTDOWN, other.putWorkItemEx(QueueId.STANDARD, result));
        other.startup(MediaFoundation.VERSION_VISTA);
        assertEquals(HResult.S_OK, other.putWorkItemEx(QueueId.STANDARD, result));
        other.shutdown();
    }

    @Test
    @Tag("MF-17")
    void MF_17_putNeedsAStartedPlatform() {
        int queue = allocate(QueueType.STANDARD);
        assertEquals(HResult.S_OK, mf.putWorkItem(queue, NOTHING, null));
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        assertEquals(HResult.MF_E_SHUTDOWN, put());
        assertEquals(HResult.MF_E_SHUTDOWN, mf.putWorkItem(queue, NOTHING, null));
        mf.unlockWorkQueue(queue);
        shutdown.join();
    }

    /** Its threads go on, for what the serial queue has accepted. */
    @Test
    @Tag("MF-17")
    void MF_17_baseOfABusySerialQueueRefusesLikeOthers() {
        int base = allocate(QueueType.STANDARD);
        int serial = allocateOver(base);
        Gate gate = occupy(serial);
        Background shutdown = Background.start(mf::shutdown);
        shutdown.awaitBlocked();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.putWorkItem(base, NOTHING, null));
        gate.open();
        mf.unlockWorkQueue(serial);
        mf.unlockWorkQueue(base);
        shutdown.join();
    }

    @Test
    @Tag("MF-18")
    void MF_18_shutdownWinsOverABadQueue() {
        assertEquals(HResult.MF_E_INVALID_WORKQUEUE, mf.putWorkItem(0x00420000, NOTHING, null));
        mf.shutdown();
        assertEquals(HResult.MF_E_SHUTDOWN, mf.putWorkItem(0x00420000, NOTHING, null));
    }

    @Test
    void numbersAreThoseOfTheHeaders() {
        assertEquals("0x00000000", HResult.S_OK.toString());
        assertEquals("0x80004001", HResult.E_NOTIMPL.toString());
        assertEquals("0x80004003", HResult.E_POINTER.toString());
        assertEquals("0x80004005", HResult.E_FAIL.toString());
        assertEquals("0x80070057", HResult.E_INVALIDARG.toString());
        assertEquals("0xC00D36D5", HResult.MF_E_NOT_FOUND.toString());
        assertEquals("0xC00D36E3", HResult.MF_E_BAD_STARTUP_VERSION.toString());
        assertEquals("0xC00D36ED", HResult.MF_E_OPERATION_CANCELLED.toString());
        assertEquals("0xC00D36FF", HResult.MF_E_INVALID_WORKQUEUE.toString());
        assertEquals("0xC00D3E85", HResult.MF_E_SHUTDOWN.toString());
        assertTrue(HResult.S_OK.succeeded());
        assertFalse(HResult.MF_E_SHUTDOWN.succeeded());
    }

    @Test
    void nullIsRefusedAtOnce() {
        assertInstanceOf(
                NullPointerException.class,
                Background.start(() -> mf.putWorkItem(QueueId.STANDARD, null, null))
                        .joinThrowing());
        assertThrows(NullPointerException.class, () -> mf.putWorkItemEx(QueueId.STANDARD, null));
    }
}
