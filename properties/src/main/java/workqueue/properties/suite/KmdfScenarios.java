package workqueue.properties.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import workqueue.properties.kit.Setup;

/** What the suite does to framework work items. */
final class KmdfScenarios {
    /** After so many runs of an item that enqueues itself its flush has been overtaken, whenever it took effect. */
    private static final int OVERTAKING = 5;

    private final String profile;
    private final boolean coalesces;

    private KmdfScenarios(String profile, boolean coalesces) {
        this.profile = profile;
        this.coalesces = coalesces;
    }

    /** From version 1.7 on: an enqueue of a pending item is legal. */
    static KmdfScenarios coalescingFramework() {
        return new KmdfScenarios("kmdf", true);
    }

    /** Before version 1.7: no scenario enqueues an item that waits for its callback (rule WDF-10). */
    static KmdfScenarios legacyFramework() {
        return new KmdfScenarios("kmdf-legacy", false);
    }

    List<Scenario> scripted() {
        return Stream.of(untouched(), coalesces ? coalescing() : legacy(), common())
                .flatMap(List::stream)
                .toList();
    }

    private List<Scenario> untouched() {
        return List.of(of("an item is created and left alone", 1, List.of("R1", "L1"), stage -> {
            stage.create(0);
            stage.rest(); // so that it runs, if it does so without being asked
            stage.delete(0);
        }));
    }

    private List<Scenario> common() {
        return List.of(
                of("items wait behind one worker", 1, List.of("O1", "R4", "P1", "R2"), stage -> {
                    stage.create(0, 1, 2, 3, 4);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(3, 1, 4, 2);
                    stage.rest(); // so that another runs, if there is a worker too many
                    gate.countDown();
                    stage.flush(0, 1, 2, 3, 4);
                    stage.delete(0, 1, 2, 3, 4);
                }),
                of("an idle item is flushed", 1, List.of("F1", "F2", "L1"), stage -> {
                    stage.create(0);
                    stage.flush(0);
                    stage.delete(0);
                }),
                of("a running item is flushed", 1, List.of("F1", "F2"), stage -> {
                    stage.create(0);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    FutureTask<Void> flush = stage.spawn(() -> stage.flush(0));
                    stage.rest(); // so that it returns, if it does so too early
                    gate.countDown();
                    stage.join(flush);
                    stage.delete(0);
                }),
                of("a queued item is flushed", 1, List.of("F1"), stage -> {
                    stage.create(0, 1);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(1);
                    FutureTask<Void> flush = stage.spawn(() -> stage.flush(1));
                    stage.rest(); // so that it returns, if it does so too early
                    gate.countDown();
                    stage.join(flush);
                    stage.delete(0, 1);
                }),
                of(
                        "an item that enqueues itself is flushed",
                        1,
                        List.of("F1", "F2"),
                        KmdfScenarios::flushOfSelfEnqueueing),
                of("a queued item is deleted", 1, List.of("C1", "C3", "L2", "L3"), stage -> {
                    stage.create(0, 1);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(1);
                    FutureTask<Void> delete = stage.spawn(() -> stage.delete(1));
                    stage.rest(); // so that it returns, if it does so too early
                    gate.countDown();
                    stage.join(delete);
                    stage.delete(0);
                }),
                of("a running item is deleted", 1, List.of("L2", "L3"), stage -> {
                    stage.create(0);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    FutureTask<Void> delete = stage.spawn(() -> stage.delete(0));
                    stage.rest(); // so that it returns, if it does so too early
                    gate.countDown();
                    stage.join(delete);
                }),
                of("an item deletes itself", 1, List.of("L4"), stage -> {
                    stage.create(0);
                    stage.onRun(0, () -> stage.delete(0));
                    stage.enqueue(0);
                    stage.settle(1);
                }),
                of("an item enqueues and deletes itself", 2, List.of("L4", "C1"), stage -> {
                    stage.create(0);
                    AtomicBoolean first = new AtomicBoolean(true);
                    stage.onRun(0, () -> {
                        if (first.getAndSet(false)) {
                            stage.enqueue(0);
                            stage.delete(0);
                        }
                    });
                    stage.enqueue(0);
                    stage.settle(2);
                }),
                of("an item deletes and then enqueues itself", 2, List.of("A1", "L4"), stage -> {
                    stage.create(0);
                    AtomicBoolean first = new AtomicBoolean(true);
                    stage.onRun(0, () -> {
                        if (first.getAndSet(false)) {
                            stage.delete(0);
                            stage.enqueue(0);
                        }
                    });
                    stage.enqueue(0);
                    stage.settle(1);
                }),
                of("two items need one another", 2, List.of("P1"), KmdfScenarios::twoThatNeedOneAnother));
    }

    /** What only a coalescing framework allows, from version 1.7 on. */
    private List<Scenario> coalescing() {
        return List.of(
                of("a pending item is enqueued again", 1, List.of("D1", "D2", "P1", "R2"), stage -> {
                    stage.create(0, 1);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(1, 1, 1);
                    gate.countDown();
                    stage.settle(2);
                    stage.delete(0, 1);
                }),
                of("a running item is enqueued again", 2, List.of("P1", "R1", "R2", "A1"), stage -> {
                    stage.create(0);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(0, 0);
                    stage.rest();
                    gate.countDown();
                    stage.flush(0);
                    stage.delete(0);
                }),
                serialized("serialized items are enqueued at once", 3, List.of("S2", "P1"), stage -> {
                    stage.create(0, 1, 2);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(0, 1, 2, 0);
                    stage.rest(); // so that others run, if nothing excludes them
                    gate.countDown();
                    stage.flush(0, 1, 2);
                    stage.delete(0, 1, 2);
                }));
    }

    /** Before version 1.7 a running item may be enqueued once, and each enqueue is a run. */
    private List<Scenario> legacy() {
        return List.of(
                of(
                        "a running item is enqueued once more",
                        2,
                        List.of("D3", "P1", "R1", "R2", "A1", "WDF-10"),
                        stage -> {
                            stage.create(0);
                            CountDownLatch gate = stage.block(0);
                            stage.enqueue(0);
                            stage.awaitRuns(0, 1);
                            stage.enqueue(0);
                            gate.countDown();
                            stage.settle(2);
                            stage.delete(0);
                        }),
                of("an item enqueues itself", 1, List.of("D3", "P1", "R1", "R2", "WDF-10"), stage -> {
                    stage.create(0);
                    AtomicInteger left = new AtomicInteger(9);
                    stage.onRun(0, () -> {
                        if (left.getAndDecrement() > 0) {
                            stage.enqueue(0);
                        }
                    });
                    stage.enqueue(0);
                    stage.settle(10); // and no delete: a run that is missing is then P1's
                }),
                serialized("serialized items are enqueued at once", 3, List.of("S2", "P1"), stage -> {
                    stage.create(0, 1, 2);
                    CountDownLatch gate = stage.block(0);
                    stage.enqueue(0);
                    stage.awaitRuns(0, 1);
                    stage.enqueue(1, 2);
                    stage.rest(); // so that others run, if nothing excludes them
                    gate.countDown();
                    stage.flush(0, 1, 2);
                    stage.delete(0, 1, 2);
                }));
    }

    private static void flushOfSelfEnqueueing(Stage stage) throws Exception {
        stage.create(0);
        CountDownLatch first = stage.gate();
        CountDownLatch last = stage.gate();
        stage.onRun(0, () -> {
            first.await();
            if (stage.runs(0) < OVERTAKING) {
                stage.enqueue(0);
            } else {
                last.await();
            }
        });
        stage.enqueue(0);
        stage.awaitRuns(0, 1);
        FutureTask<Void> flush = stage.spawn(() -> stage.flush(0));
        stage.rest(); // so that it waits for this run
        first.countDown();
        stage.awaitRuns(0, OVERTAKING);
        stage.join(flush); // which waits for none of the others
        last.countDown();
        stage.delete(0);
    }

    /** Each of two items runs until the other has begun, so both workers have to be used. */
    private static void twoThatNeedOneAnother(Stage stage) throws Exception {
        stage.create(0, 1);
        stage.enqueue(0);
        stage.flush(0);
        stage.rest(); // so that the one worker that there is now is idle
        for (int round = 1; round <= 10; round++) {
            CyclicBarrier both = new CyclicBarrier(2);
            stage.onRun(0, both::await);
            stage.onRun(1, both::await);
            stage.enqueue(0);
            stage.enqueue(1);
            stage.awaitRuns(0, round + 1);
            stage.awaitRuns(1, round);
            stage.flush(0, 1);
        }
        stage.delete(0, 1);
    }

    /** Many threads at once, by a seed. */
    Scenario random(long seed) {
        if (seed % 8 == 0) { // whether a wake-up is lost depends on a moment's chance, which each session has once
            return of(
                    "two items need one another, seed " + seed, 2, List.of("P1"), KmdfScenarios::twoThatNeedOneAnother);
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int items = 1 + random.nextInt(4);
        Setup setup = new Setup(profile, 1 + random.nextInt(3), random.nextInt(3) == 0);
        List<String> rules = List.of("A1", "P1", "R1", "R2", "F1", "L2", "C1", "O1", "R4", "S2");
        return new Scenario("random calls, seed " + seed, setup, rules, stage -> randomCalls(stage, items, seed));
    }

    private void randomCalls(Stage stage, int items, long seed) throws Exception {
        List<AtomicBoolean> waiting =
                Stream.generate(AtomicBoolean::new).limit(items).toList();
        for (long item = 0; item < items; item++) {
            stage.create(item);
            long self = item;
            RandomGenerator own = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + item);
            AtomicBoolean again = new AtomicBoolean();
            stage.onRun(item, () -> {
                waiting.get((int) self).set(false);
                if (again.getAndSet(!again.get()) && self % 2 == 0) {
                    enqueue(stage, self, waiting);
                }
                pause(own);
            });
        }
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            RandomGenerator own = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + 100 + caller);
            callers.add(stage.spawn(() -> {
                for (int step = 0; step < 20; step++) {
                    boolean flush = own.nextInt(8) == 0;
                    long item = own.nextLong(items);
                    if (flush) {
                        stage.flush(item);
                    } else {
                        enqueue(stage, item, waiting);
                    }
                    pause(own);
                }
            }));
        }
        for (FutureTask<Void> caller : callers) {
            stage.join(caller);
        }
        for (long item = 0; item < items; item++) {
            enqueue(stage, item, waiting);
            stage.delete(item);
        }
    }

    /** Enqueues an item; before version 1.7 only if it does not wait for its callback (rule WDF-10). */
    private void enqueue(Stage stage, long item, List<AtomicBoolean> waiting) throws InterruptedException {
        if (!waiting.get((int) item).getAndSet(true) || coalesces) {
            stage.enqueue(item);
        }
    }

    private static void pause(RandomGenerator random) {
        boolean park;
        synchronized (random) {
            park = random.nextInt(4) == 0;
        }
        if (park) {
            LockSupport.parkNanos(50_000);
        }
    }

    private Scenario of(String name, int workers, List<String> rules, Scenario.Script script) {
        return new Scenario(name, new Setup(profile, workers, false), rules, script);
    }

    private Scenario serialized(String name, int workers, List<String> rules, Scenario.Script script) {
        return new Scenario(name, new Setup(profile, workers, true), rules, script);
    }
}
