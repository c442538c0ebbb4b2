package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Factory;

/** Many threads put, allocate, lock and unlock while another starts and shuts down. */
@Tag("stress")
class MfStressTest {
    /** How many rounds; {@code -Dstress.rounds} and {@code -Dstress.seed} have more played, and others. */
    private static final int ROUNDS = Integer.getInteger("stress.rounds", 60);

    private static final long SEED = Long.getLong("stress.seed", 1);
    private static final int THREADS = 4;
    private static final int STEPS = 300;

    @Test
    @Tag("MF-19")
    @Tag("MF-22")
    @Tag("MF-60")
    @Tag("MF-66")
    @Tag("S1")
    @Tag("O1")
    void manyThreadsOnAFewQueues() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            try {
                new Round(seed).play();
            } catch (Throwable t) {
                throw new AssertionError("seed " + seed, t);
            }
        }
    }

    /** A queue, and what was told about the puts to it. */
    private static final class Probe {
        final int id;
        final boolean serial;
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger accepted = new AtomicInteger();
        final AtomicInteger ran = new AtomicInteger();
        final int[] last = new int[THREADS]; // by the serial queue's runs only

        Probe(int id, boolean serial) {
            this.id = id;
            this.serial = serial;
        }

        void run(int thread, int number) {
            if (serial) {
                assertEquals(1, inside.incrementAndGet(), "overlap on a serial queue");
                assertTrue(last[thread] < number, "out of order on a serial queue");
                last[thread] = number;
                inside.decrementAndGet();
            }
            ran.incrementAndGet();
        }
    }

    private static final class Round {
        final Random random;
        final Factory factory = new Factory();
        final MediaFoundation mf;
        final Queue<Probe> probes = new ConcurrentLinkedQueue<>();
        final List<AtomicReference<Probe>> slots = new ArrayList<>();

        Round(long seed) {
            random = new Random(seed);
            mf = new MediaFoundation(factory, 1 + random.nextInt(4), 16, Duration.ofMillis(random.nextInt(2)));
            mf.startup(MediaFoundation.VERSION);
            slots.add(slot(new Probe(QueueId.STANDARD, true)));
            slots.add(slot(new Probe(QueueId.MULTITHREADED, false)));
            slots.add(slot(allocate(random)));
            slots.add(slot(allocate(random)));
        }

        private AtomicReference<Probe> slot(Probe probe) {
            probes.add(probe);
            return new AtomicReference<>(probe);
        }

        private Probe allocate(Random chance) {
            boolean serial = chance.nextBoolean();
            Allocated allocated = mf.allocateWorkQueueEx(serial ? QueueType.STANDARD : QueueType.MULTITHREADED);
            return allocated.status().succeeded() ? new Probe(allocated.queueId(), serial) : null;
        }

        void play() {
            List<Background> threads = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                int me = n;
                Random mine = new Random(random.nextLong());
                threads.add(Background.start(() -> use(me, mine)));
            }
            threads.add(Background.start(this::restart));
            threads.forEach(Background::join);
            mf.shutdown();
            slots.forEach(slot -> mf.unlockWorkQueue(slot.get().id));
            factory.awaitEnded();
            assertEquals(List.of(), factory.uncaught);
            probes.forEach(probe -> assertEquals(probe.accepted.get(), probe.ran.get()));
        }

        private void restart() {
            for (int n = 0; n < 20; n++) {
                assertEquals(HResult.S_OK, mf.shutdown());
                assertEquals(HResult.S_OK, mf.startup(MediaFoundation.VERSION));
            }
        }

        private void use(int me, Random mine) {
            for (int number = 1; number <= STEPS; number++) {
                AtomicReference<Probe> slot = slots.get(mine.nextInt(slots.size()));
                Probe probe = slot.get();
                int choice = mine.nextInt(100);
                if (choice < 85) {
                    put(probe, me, number);
                } else if (choice < 92) {
                    if (mf.lockWorkQueue(probe.id).succeeded()) {
                        put(probe, me, number);
                        assertEquals(HResult.S_OK, mf.unlockWorkQueue(probe.id));
                    }
                } else if (QueueId.isPrivate(probe.id)) {
                    replace(slot, probe, mine);
                }
            }
        }

        private void put(Probe probe, int me, int number) {
            HResult answer = mf.putWorkItem(probe.id, result -> probe.run(me, number), null);
            if (answer.succeeded()) {
                probe.accepted.incrementAndGet();
            } else {
                assertTrue(answer.equals(HResult.MF_E_SHUTDOWN) || answer.equals(HResult.MF_E_INVALID_WORKQUEUE));
            }
        }

        private void replace(AtomicReference<Probe> slot, Probe probe, Random mine) {
            Probe fresh = allocate(mine);
            if (fresh == null) {
                return;
            }
            probes.add(fresh);
            if (slot.compareAndSet(probe, fresh)) {
                assertEquals(HResult.S_OK, mf.unlockWorkQueue(probe.id));
            } else {
                assertEquals(HResult.S_OK, mf.unlockWorkQueue(fresh.id));
            }
        }
    }
}
