package workqueue.reference.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** What becomes of items that are queued as they may be. */
class IoQueueTest extends IoFixture {
    @Test
    @Tag("IO-4")
    void IO_4_queuedItemRunsWithItsRoutineAndContext() {
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queue(this::note, DELAYED, "context");
        drain();
        assertEquals(List.of("context"), log);
    }

    @Test
    @Tag("IO-7")
    void IO_7_routineGetsItsObjectOnASystemThread() {
        AtomicReference<Thread> thread = new AtomicReference<>();
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queueEx(
                (object, context, workItem) -> {
                    thread.set(Thread.currentThread());
                    log.addAll(List.of(object, workItem));
                },
                DELAYED,
                null);
        drain();
        assertSame(device, log.get(0));
        assertSame(item, log.get(1));
        assertNotSame(Thread.currentThread(), thread.get());
        assertTrue(factory.threads.contains(thread.get()));
    }

    @Test
    @Tag("IO-5")
    void IO_5_everyDefinedTypeHasItsOwnQueue() {
        Gate gate = occupy(device);
        for (WorkQueueType type : List.of(
                WorkQueueType.CRITICAL,
                WorkQueueType.HYPER_CRITICAL,
                WorkQueueType.NORMAL,
                WorkQueueType.BACKGROUND,
                WorkQueueType.REAL_TIME,
                WorkQueueType.SUPER_CRITICAL,
                WorkQueueType.customPriority(0),
                WorkQueueType.customPriority(31))) {
            IoWorkItem.allocate(device).queue(this::note, type, type);
            Background.await(() -> log.contains(type)); // though the thread of another type is busy
        }
        gate.open();
    }

    @Test
    @Tag("IO-10")
    @Tag("IO-8")
    void IO_10_routineMayQueueItsItemAgain() {
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queueEx((object, first, self) -> self.queue(this::note, DELAYED, "again"), DELAYED, null);
        Background.await(() -> log.equals(List.of("again")));
        item.free();
    }

    @Test
    @Tag("IO-10")
    void IO_10_othersMayQueueARunningItem() {
        Gate gate = new Gate();
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queue((d, context) -> gate.run(), DELAYED, null);
        gate.awaitEntered();
        item.queue(this::note, DELAYED, "again");
        assertEquals(List.of(), log);
        gate.open();
        drain();
        assertEquals(List.of("again"), log);
    }

    @Test
    @Tag("IO-11")
    void IO_11_runsOfOneItemMayOverlap() {
        Gate first = new Gate();
        Gate second = new Gate();
        IoWorkItem item = IoWorkItem.allocate(deviceOfTwo);
        item.queue((d, context) -> first.run(), DELAYED, null);
        first.awaitEntered();
        item.queue((d, context) -> second.run(), DELAYED, null);
        second.awaitEntered();
        first.open();
        second.open();
    }

    @Test
    @Tag("IO-14")
    void IO_14_routineMayFreeItsItem() {
        IoWorkItem.allocate(device)
                .queueEx(
                        (object, context, self) -> {
                            self.free();
                            log.add(context);
                        },
                        DELAYED,
                        "freed");
        IoWorkItem.initialize(device, Storage.nonpaged(IoWorkItem.sizeOf()))
                .queueEx(
                        (object, context, self) -> {
                            self.uninitialize();
                            log.add(context);
                        },
                        DELAYED,
                        "uninitialized");
        drain();
        assertEquals(List.of("freed", "uninitialized"), log);
        assertEquals(0, device.references());
        assertEquals(List.of(), factory.uncaught);
    }

    @Test
    @Tag("IO-15")
    void IO_15_itemsOfOneTypeRunInTheirOrder() {
        Gate gate = occupy(device);
        for (int n = 0; n < 5; n++) {
            IoWorkItem.allocate(device).queue(this::note, DELAYED, n);
        }
        gate.open();
        drain();
        assertEquals(List.of(0, 1, 2, 3, 4), log);
    }

    @Test
    @Tag("IO-17")
    void IO_17_queuedItemKeepsItsDevice() {
        Gate gate = occupy(device);
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queueEx((object, context, self) -> log.add(object.references()), DELAYED, null);
        assertEquals(2, device.references());
        device.delete();
        assertFalse(device.isGone());
        gate.open();
        drain();
        assertEquals(List.of(1), log); // while its routine runs
        assertTrue(device.isGone());
        item.free();
    }

    @Test
    @Tag("IO-17")
    void IO_17_refusedTryLeavesNoReference() {
        Gate gate = occupy(device);
        assertFalse(IoWorkItem.allocate(device).tryQueue((o, c, i) -> {}, DELAYED, null));
        assertEquals(1, device.references());
        gate.open();
    }

    @Test
    @Tag("IO-22")
    void IO_22_whatARoutineLeavesBehindDoesNotReachTheNext() {
        Gate gate = occupy(device);
        IoWorkItem.allocate(device).queue((d, context) -> Thread.currentThread().interrupt(), DELAYED, null);
        IoWorkItem.allocate(device)
                .queue((d, context) -> log.add(Thread.currentThread().isInterrupted()), DELAYED, null);
        gate.open();
        drain();
        assertEquals(List.of(false), log);
    }

    @Test
    @Tag("IO-23")
    void IO_23_routineThatThrowsIsABugCheckAndEndsItsOwnRunOnly() {
        IllegalStateException thrown = new IllegalStateException("expected");
        IoWorkItem.allocate(device)
                .queue(
                        (d, context) -> {
                            throw thrown;
                        },
                        DELAYED,
                        null);
        IoWorkItem.allocate(device).queue(this::note, DELAYED, "next");
        drain();
        assertEquals(List.of("next"), log);
        assertEquals(1, factory.uncaught.size());
        BugCheck bugCheck = (BugCheck) factory.uncaught.get(0);
        assertEquals(BugCheck.SYSTEM_THREAD_EXCEPTION_NOT_HANDLED, bugCheck.code());
        assertSame(thrown, bugCheck.getCause());
        assertEquals(0, device.references());
    }

    @Test
    @Tag("IO-25")
    void IO_25_tryQueuesOnlyIfAThreadIsFree() {
        IoWorkItem item = IoWorkItem.allocate(device);
        assertTrue(item.tryQueue((o, context, i) -> log.add(context), DELAYED, "first"));
        Background.await(() -> log.contains("first"));
        Gate gate = occupy(device);
        assertFalse(item.tryQueue((o, context, i) -> log.add(context), DELAYED, "never"));
        item.free(); // it is not queued
        gate.open();
        drain();
        assertEquals(List.of("first"), log);
    }

    @Test
    @Tag("IO-25")
    void IO_25_itemsThatWaitCountToo() {
        Gate gate = occupy(deviceOfTwo);
        IoWorkItem other = IoWorkItem.allocate(deviceOfTwo);
        Gate second = new Gate();
        assertTrue(other.tryQueue((o, context, i) -> second.run(), DELAYED, null));
        assertFalse(IoWorkItem.allocate(deviceOfTwo).tryQueue((o, context, i) -> {}, DELAYED, null));
        gate.open();
        second.open();
        Background.await(() -> IoWorkItem.allocate(deviceOfTwo).tryQueue((o, context, i) -> {}, DELAYED, null));
    }

    @Test
    @Tag("IO-27")
    void IO_27_itemOfTheExLevelRunsAndNeedsNoEnd() {
        AtomicReference<ExWorkItem> self = new AtomicReference<>();
        self.set(ExWorkItem.initialize(() -> {
            if (log.size() < 2) {
                log.add("run");
                self.get().queue(one, DELAYED);
            }
        }));
        self.get().queue(one, DELAYED);
        Background.await(() -> log.size() == 2);
    }

    @Test
    @Tag("IO-28")
    void IO_28_queueingARunningItemLeavesTheRunAsItIs() {
        Gate gate = new Gate();
        IoWorkItem item = IoWorkItem.allocate(device);
        item.queue(
                (d, context) -> {
                    gate.run();
                    log.add(context);
                },
                DELAYED,
                "first");
        gate.awaitEntered();
        item.queue((d, context) -> log.add("other routine, " + context), DELAYED, "second");
        gate.open();
        drain();
        assertEquals(List.of("first", "other routine, second"), log);
    }

    @Test
    void virtualThreadsWillDo() {
        Factory.ofVirtualThreads().ifPresent(threads -> {
            SystemWorkers workers = new SystemWorkers(2, threads);
            workers.start();
            IoWorkItem.allocate(new DeviceObject(workers)).queue(this::note, DELAYED, "run");
            workers.stop();
            Background.await(workers::isStopped);
            assertEquals(List.of("run"), log);
        });
    }
}
