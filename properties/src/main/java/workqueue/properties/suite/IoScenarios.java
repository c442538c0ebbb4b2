package workqueue.properties.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;

/** What the suite does to the I/O manager's work items. The caller keeps the rules, so what is broken is not by him. */
final class IoScenarios {
    private static final long CRITICAL = 0;
    private static final long DELAYED = 1;
    private static final long CUSTOM_PRIORITY = 32;

    private IoScenarios() {}

    static List<Scenario> scripted() {
        return List.of(
                of("items come and go without being queued", 1, List.of("R1", "IO-2", "M1"), stage -> {
                    on("allocate", stage, 0);
                    on("initialize", stage, 1);
                    stage.rest(); // so that one runs, if it does so without being asked
                    on("free", stage, 0);
                    on("uninitialize", stage, 1);
                }),
                of("an item is queued again after its run", 1, List.of("IO-4", "IO-9", "P1", "R2"), stage -> {
                    on("allocate", stage, 0);
                    for (int run = 1; run <= 3; run++) {
                        queue(stage, 0);
                        stage.awaitRuns(0, run);
                    }
                    stage.settle(3);
                    on("free", stage, 0);
                }),
                of("a running item is queued again", 2, List.of("IO-8", "IO-10", "IO-11", "P1", "R2"), stage -> {
                    on("allocate", stage, 0);
                    CountDownLatch gate = stage.block(0);
                    queue(stage, 0);
                    stage.awaitRuns(0, 1);
                    queue(stage, 0);
                    stage.awaitRuns(0, 2); // on the other thread, beside itself
                    gate.countDown();
                    stage.settle(2);
                    on("free", stage, 0);
                }),
                of("an item queues itself", 1, List.of("IO-10", "P1", "R2"), stage -> {
                    on("allocate", stage, 0);
                    AtomicInteger left = new AtomicInteger(5);
                    stage.onRun(0, () -> {
                        if (left.getAndDecrement() > 0) {
                            queue(stage, 0);
                        }
                    });
                    queue(stage, 0);
                    stage.settle(6);
                    on("free", stage, 0);
                }),
                of("items wait behind one thread", 1, List.of("R4", "P1", "R2"), stage -> {
                    CountDownLatch gate = occupy(stage);
                    for (long item = 1; item < 5; item++) {
                        on("allocate", stage, item);
                        queue(stage, item);
                    }
                    stage.rest(); // so that another runs, if there is a thread too many
                    gate.countDown();
                    stage.settle(5);
                }),
                of("items are freed by their own routines", 2, List.of("IO-13", "IO-14", "R1", "IO-6"), stage -> {
                    for (long item = 0; item < 4; item++) {
                        long self = item;
                        boolean allocated = item % 2 == 0;
                        on(allocated ? "allocate" : "initialize", stage, item);
                        stage.onRun(item, () -> on(allocated ? "free" : "uninitialize", stage, self));
                        queue(stage, item);
                    }
                    stage.settle(4);
                }),
                of("a running item is freed by another thread", 1, List.of("IO-13", "IO-14"), stage -> {
                    CountDownLatch gate = occupy(stage);
                    on("free", stage, 0);
                    gate.countDown();
                    stage.settle(1);
                }),
                of("every queue type is used", 1, List.of("IO-4", "IO-5", "R4"), stage -> {
                    long[] types = {CRITICAL, DELAYED, 2, 3, 4, 5, 6, CUSTOM_PRIORITY, CUSTOM_PRIORITY + 31};
                    for (int item = 0; item < types.length; item++) {
                        on("allocate", stage, item);
                        stage.call(Request.put(item % 2 == 0 ? "queue" : "queue_ex", types[item], item));
                    }
                    stage.settle(types.length);
                }),
                of("an item changes its queue type", 1, List.of("IO-4", "IO-9"), stage -> {
                    on("allocate", stage, 0);
                    for (int run = 1; run <= 4; run++) {
                        stage.call(Request.put("queue", run % 2 == 0 ? CRITICAL : DELAYED, 0));
                        stage.awaitRuns(0, run);
                    }
                    stage.settle(4);
                }),
                of("a try finds a thread, and then none", 1, List.of("IO-25", "P1", "R1"), stage -> {
                    on("allocate", stage, 0, 1);
                    CountDownLatch gate = stage.block(0);
                    stage.call(Request.put("try_queue", DELAYED, 0));
                    stage.awaitRuns(0, 1);
                    stage.call(Request.put("try_queue", DELAYED, 1));
                    gate.countDown();
                    stage.settle(1);
                    on("free", stage, 0);
                }),
                of("two items need one another", 2, List.of("P1"), IoScenarios::twoThatNeedOneAnother));
    }

    /** Each of two items runs until the other has begun, so both threads have to be used. */
    private static void twoThatNeedOneAnother(Stage stage) throws Exception {
        on("allocate", stage, 0, 1);
        queue(stage, 0);
        stage.settle(1);
        stage.rest(); // so that the one thread that there is now is idle
        for (int round = 1; round <= 10; round++) {
            CyclicBarrier both = new CyclicBarrier(2);
            stage.onRun(0, both::await);
            stage.onRun(1, both::await);
            queue(stage, 0);
            queue(stage, 1);
            stage.awaitRuns(0, round + 1);
            stage.awaitRuns(1, round);
            stage.settle(2 * round + 1);
        }
    }

    /** Many threads at once, each with items of its own, by a seed. */
    static Scenario random(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> rules = List.of("P1", "R1", "R2", "R4", "IO-10", "IO-14", "IO-25");
        int threads = 1 + random.nextInt(3);
        return of("random calls, seed " + seed, threads, rules, stage -> randomCalls(stage, seed));
    }

    private static void randomCalls(Stage stage, long seed) throws Exception {
        List<FutureTask<Void>> callers = new ArrayList<>();
        AtomicInteger owed = new AtomicInteger();
        for (int caller = 0; caller < 3; caller++) {
            RandomGenerator own = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + caller);
            long first = caller * 100L;
            callers.add(stage.spawn(() -> {
                for (long item = first; item < first + 8; item++) {
                    liveAndLetDie(stage, item, own, owed);
                }
            }));
        }
        for (FutureTask<Void> caller : callers) {
            stage.join(caller);
        }
        stage.settle(owed.get());
    }

    /** An item's life: queued, perhaps again by itself, and freed by its last run. */
    private static void liveAndLetDie(Stage stage, long item, RandomGenerator random, AtomicInteger owed)
            throws Exception {
        boolean allocated = random.nextBoolean();
        AtomicBoolean again = new AtomicBoolean(random.nextBoolean());
        on(allocated ? "allocate" : "initialize", stage, item);
        stage.onRun(item, () -> {
            if (again.getAndSet(false)) {
                queue(stage, item);
            } else {
                on(allocated ? "free" : "uninitialize", stage, item);
            }
        });
        owed.addAndGet(again.get() ? 2 : 1);
        boolean tries = random.nextInt(3) == 0;
        if (!tries || stage.call(Request.put("try_queue", DELAYED, item)).status() == 0) {
            queue(stage, item);
        }
    }

    /** Has item 0 keep a thread busy until the latch is counted down. */
    private static CountDownLatch occupy(Stage stage) throws Exception {
        on("allocate", stage, 0);
        CountDownLatch gate = stage.block(0);
        queue(stage, 0);
        stage.awaitRuns(0, 1);
        return gate;
    }

    private static void on(String op, Stage stage, long... items) throws InterruptedException {
        for (long item : items) {
            stage.call(Request.item(op, item));
        }
    }

    private static void queue(Stage stage, long item) throws InterruptedException {
        stage.call(Request.put("queue", DELAYED, item));
    }

    private static Scenario of(String name, int threads, List<String> rules, Scenario.Script script) {
        return new Scenario(name, new Setup("io", threads, false), rules, script);
    }
}
