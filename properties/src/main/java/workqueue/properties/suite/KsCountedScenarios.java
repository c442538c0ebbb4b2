package workqueue.properties.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;

/** What the suite does to counted kernel streaming workers. */
final class KsCountedScenarios {
    private static final long WORKER = 0;

    private KsCountedScenarios() {}

    static List<Scenario> scripted() {
        return List.of(
                of("a task is counted and processed", 1, List.of("KS-18", "P1", "R3"), stage -> {
                    register(stage, new CountDownLatch(0));
                    increment(stage, 1);
                    stage.settle(1);
                    unregister(stage);
                }),
                of("a counted worker is registered and left alone", 1, List.of("R1"), stage -> {
                    register(stage, new CountDownLatch(0));
                    stage.rest(); // so that it runs, if it does so without being asked
                    unregister(stage);
                }),
                of("tasks come while one is being processed", 2, List.of("KS-18", "KS-20", "R1", "P1"), stage -> {
                    CountDownLatch gate = stage.gate();
                    AtomicBoolean first = new AtomicBoolean(true);
                    register(stage, () -> {
                        if (first.getAndSet(false)) {
                            gate.await();
                            countDown(stage);
                        } // and a second run, which there must not be, leaves the tasks alone
                    });
                    increment(stage, 1);
                    stage.awaitRuns(WORKER, 1);
                    increment(stage, 1);
                    stage.rest(); // so that another run begins, if the increment has queued one
                    gate.countDown();
                    stage.settle(1);
                    unregister(stage);
                }),
                of("the count returns to zero and rises again", 2, List.of("KS-18", "P1"), stage -> {
                    register(stage, new CountDownLatch(0));
                    for (int n = 1; n <= 3; n++) {
                        increment(stage, 1);
                        stage.settle(n);
                    }
                    unregister(stage);
                }),
                of("a worker is unregistered with tasks left", 2, List.of("KS-13", "KS-18"), stage -> {
                    CountDownLatch gate = stage.gate();
                    register(stage, gate);
                    increment(stage, 2);
                    stage.awaitRuns(WORKER, 1);
                    FutureTask<Void> unregister = stage.spawn(() -> unregister(stage));
                    stage.rest(); // so that it returns, if it does so too early
                    gate.countDown();
                    stage.join(unregister);
                }));
    }

    /** Several callers that add tasks at once. */
    static Scenario random(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int callers = 1 + random.nextInt(4);
        int tasks = 5 + random.nextInt(20);
        List<String> rules = List.of("KS-13", "KS-18", "KS-20", "P1");
        return of("random tasks, seed " + seed, 1 + random.nextInt(3), rules, stage -> {
            register(stage, new CountDownLatch(0));
            List<FutureTask<Void>> spawned = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                spawned.add(stage.spawn(() -> increment(stage, tasks)));
            }
            for (FutureTask<Void> task : spawned) {
                stage.join(task);
            }
            unregister(stage);
        });
    }

    /** Registers a worker whose routine waits for the gate, and then counts tasks down until none is left. */
    private static void register(Stage stage, CountDownLatch gate) throws InterruptedException {
        register(stage, () -> {
            gate.await();
            countDown(stage);
        });
    }

    private static void register(Stage stage, Stage.Body routine) throws InterruptedException {
        stage.onRun(WORKER, routine);
        stage.call(Request.queue("register", WORKER));
    }

    private static void countDown(Stage stage) throws InterruptedException {
        while (stage.call(Request.queue("decrement", WORKER)).status() > 0) {
            Thread.onSpinWait();
        }
    }

    private static void increment(Stage stage, int times) throws InterruptedException {
        for (int n = 0; n < times; n++) {
            stage.call(Request.queue("increment", WORKER));
        }
    }

    private static void unregister(Stage stage) throws InterruptedException {
        stage.call(Request.queue("unregister", WORKER));
    }

    private static Scenario of(String name, int threads, List<String> rules, Scenario.Script script) {
        return new Scenario(name, new Setup("ks-counted", threads, false), rules, script);
    }
}
