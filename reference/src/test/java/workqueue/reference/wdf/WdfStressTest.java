package workqueue.reference.wdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.nt.BugCheck;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Factory;

/** Many threads enqueue, flush, delete and create at once. A round is repeated from its seed, up to scheduling. */
@Tag("stress")
class WdfStressTest {
    /** How many rounds; {@code -Dstress.rounds} and {@code -Dstress.seed} have more played, and others. */
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 150);

    private static final long SEED = Long.getLong("stress.seed", 1);
    private static final int THREADS = 5;
    private static final int STEPS = 150;

    @Test
    @Tag("P1")
    @Tag("S2")
    @Tag("F1")
    @Tag("L2")
    @Tag("L3")
    @Tag("V1")
    void manyThreadsOnAFewItems() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            try {
                new Round(seed).play();
            } catch (Throwable t) {
                throw new AssertionError("seed " + seed, t);
            }
        }
    }

    private static final class Round {
        final Random random;
        final Factory factory = new Factory();
        final WorkQueue workers;
        final WdfDevice device;
        final boolean serialized;
        final AtomicInteger insideSerialized = new AtomicInteger();
        final Queue<Probe> probes = new ConcurrentLinkedQueue<>();
        final List<AtomicReference<Probe>> slots = new ArrayList<>();

        Round(long seed) {
            random = new Random(seed);
            serialized = random.nextBoolean();
            workers = new WorkQueue(Dedup.COALESCE, 1 + random.nextInt(4), factory);
            device = WdfDevice.create(
                    workers,
                    WdfObjectAttributes.init()
                            .withExecutionLevel(ExecutionLevel.PASSIVE)
                            .withSynchronizationScope(
                                    serialized ? SynchronizationScope.DEVICE : SynchronizationScope.NONE));
            for (int n = 0; n < 3; n++) {
                slots.add(new AtomicReference<>(new Probe(this)));
            }
        }

        void play() {
            List<Background> threads = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                int me = n;
                long seed = random.nextLong();
                threads.add(Background.start(() -> new Player(this, me, new Random(seed)).play()));
            }
            threads.forEach(Background::join);
            Background.start(device::delete).join();
            workers.stop();
            factory.awaitEnded();
            assertEquals(List.of(), factory.uncaught);
            for (Probe probe : probes) {
                assertEquals(1, probe.cleanups.get());
                assertEquals(1, probe.destructions.get());
                assertEquals(0, probe.inside.get());
            }
        }
    }

    /** An item, and what it and those who use it can say about each other. */
    private static final class Probe {
        final Round round;
        final WdfWorkItem item;
        final long[] stored = new long[THREADS]; // plain on purpose; each element has one writer
        final AtomicLongArray seen = new AtomicLongArray(THREADS);
        final AtomicInteger inside = new AtomicInteger();
        final AtomicBoolean deleting = new AtomicBoolean();
        final AtomicBoolean deleteYourself = new AtomicBoolean();
        final AtomicInteger cleanups = new AtomicInteger();
        final AtomicInteger destructions = new AtomicInteger();

        Probe(Round round) {
            this.round = round;
            item = WdfWorkItem.create(
                            WdfWorkItemConfig.init(i -> run()),
                            WdfObjectAttributes.init()
                                    .withParent(round.device)
                                    .withCleanup(i -> cleanUp())
                                    .withDestroy(i -> destructions.incrementAndGet()))
                    .object();
            round.probes.add(this);
        }

        private void run() {
            inside.incrementAndGet();
            assertEquals(0, cleanups.get(), "run after cleanup");
            if (round.serialized) {
                assertEquals(1, round.insideSerialized.incrementAndGet(), "overlap");
            }
            for (int n = 0; n < THREADS; n++) {
                seen.accumulateAndGet(n, stored[n], Math::max);
            }
            if (deleteYourself.get() && deleting.compareAndSet(false, true)) {
                item.delete();
            }
            if (round.serialized) {
                round.insideSerialized.decrementAndGet();
            }
            inside.decrementAndGet();
        }

        private void cleanUp() {
            assertEquals(0, inside.get(), "cleanup during a run");
            cleanups.incrementAndGet();
        }
    }

    private static final class Player {
        final Round round;
        final int me;
        final Random random;
        long number;

        Player(Round round, int me, Random random) {
            this.round = round;
            this.me = me;
            this.random = random;
        }

        void play() throws InterruptedException {
            for (int n = 0; n < STEPS; n++) {
                AtomicReference<Probe> slot = round.slots.get(random.nextInt(round.slots.size()));
                Probe probe = slot.get();
                if (isReferenced(probe)) {
                    try {
                        use(slot, probe);
                    } finally {
                        probe.item.dereference();
                    }
                } else {
                    slot.compareAndSet(probe, new Probe(round));
                }
            }
        }

        private static boolean isReferenced(Probe probe) {
            try {
                probe.item.reference();
                return true;
            } catch (BugCheck e) {
                assertTrue(probe.deleting.get());
                return false;
            }
        }

        private void use(AtomicReference<Probe> slot, Probe probe) throws InterruptedException {
            int choice = random.nextInt(100);
            if (choice < 70) {
                enqueue(probe);
            } else if (choice < 92) {
                enqueue(probe);
                flush(probe);
            } else if (choice < 96) {
                probe.deleteYourself.set(true);
                enqueue(probe);
            } else {
                delete(probe);
                slot.compareAndSet(probe, new Probe(round));
            }
        }

        private void enqueue(Probe probe) {
            number++;
            probe.stored[me] = number;
            probe.item.enqueue();
        }

        private void flush(Probe probe) throws InterruptedException {
            probe.item.flush();
            if (!probe.deleting.get()) {
                assertTrue(probe.seen.get(me) >= number, "the flush returned before the run, or the run was too early");
            }
        }

        private void delete(Probe probe) {
            if (probe.deleting.compareAndSet(false, true)) {
                probe.item.delete();
                assertEquals(1, probe.cleanups.get(), "the delete returned before the cleanup");
                assertEquals(0, probe.inside.get(), "the delete returned before the run");
                assertFalse(probe.destructions.get() > 0, "destroyed under a reference");
            }
        }
    }
}
