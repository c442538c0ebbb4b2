package workqueue.properties.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;

/** What the suite does to plain kernel streaming workers. */
final class KsScenarios {
    private KsScenarios() {}

    static List<Scenario> scripted() {
        return List.of(
                of(
                        "an item is queued and its worker unregistered",
                        1,
                        List.of("KS-13", "A1", "C1", "P1", "R3", "R2"),
                        stage -> {
                            stage.call(Request.queue("register", 0));
                            stage.call(Request.put("queue", 0, 1));
                            stage.call(Request.queue("unregister", 0));
                        }),
                of("a worker is registered and left alone", 1, List.of("R1"), stage -> {
                    stage.call(Request.queue("register", 0));
                    stage.rest(); // so that something runs, if it does so without being asked
                    stage.call(Request.queue("unregister", 0));
                }),
                of("a routine queues its worker", 1, List.of("KS-9", "D3", "R2"), stage -> {
                    stage.call(Request.queue("register", 0));
                    stage.onRun(1, () -> stage.call(Request.put("queue", 0, 2)));
                    stage.call(Request.put("queue", 0, 1));
                    stage.settle(2);
                    stage.call(Request.queue("unregister", 0));
                }),
                of("a worker is queued while its routine runs", 2, List.of("KS-9", "D3"), stage -> {
                    stage.call(Request.queue("register", 0));
                    CountDownLatch gate = stage.block(1);
                    stage.call(Request.put("queue", 0, 1));
                    stage.awaitRuns(1, 1);
                    stage.call(Request.put("queue", 0, 2));
                    gate.countDown();
                    stage.settle(2);
                    stage.call(Request.queue("unregister", 0));
                }),
                of("a worker is unregistered while it waits", 1, List.of("KS-13", "C1", "C3"), stage -> {
                    stage.call(Request.queue("register", 0));
                    stage.call(Request.queue("register", 1));
                    CountDownLatch gate = stage.block(1);
                    stage.call(Request.put("queue", 0, 1));
                    stage.awaitRuns(1, 1);
                    stage.call(Request.put("queue", 1, 2));
                    FutureTask<Void> unregister = stage.spawn(() -> stage.call(Request.queue("unregister", 1)));
                    stage.rest(); // so that it returns, if it does so too early
                    gate.countDown();
                    stage.join(unregister);
                    stage.call(Request.queue("unregister", 0));
                }),
                of(
                        "an item comes while its worker is being unregistered",
                        2,
                        List.of("KS-13", "KS-16", "A2"),
                        stage -> {
                            stage.call(Request.queue("register", 0));
                            CountDownLatch gate = stage.block(1);
                            stage.call(Request.put("queue", 0, 1));
                            stage.awaitRuns(1, 1);
                            FutureTask<Void> unregister = stage.spawn(() -> stage.call(Request.queue("unregister", 0)));
                            stage.rest(); // so that it waits
                            stage.call(Request.put("queue", 0, 2));
                            gate.countDown();
                            stage.join(unregister);
                        }));
    }

    /** Several callers, each with a worker of its own, which it queues as soon as it may. */
    static Scenario random(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int callers = 1 + random.nextInt(3);
        int items = 5 + random.nextInt(20);
        return of("random workers, seed " + seed, 1 + random.nextInt(3), List.of("P1", "R2", "KS-13"), stage -> {
            List<FutureTask<Void>> tasks = new ArrayList<>();
            for (long caller = 0; caller < callers; caller++) {
                long worker = caller;
                tasks.add(stage.spawn(() -> queueOneAfterAnother(stage, worker, items)));
            }
            for (FutureTask<Void> task : tasks) {
                stage.join(task);
            }
        });
    }

    private static void queueOneAfterAnother(Stage stage, long worker, int items) throws Exception {
        stage.call(Request.queue("register", worker));
        for (int n = 0; n < items; n++) {
            long item = 1000 * (worker + 1) + n;
            stage.call(Request.put("queue", worker, item));
            if (n < items - 1) {
                stage.awaitRuns(item, 1);
            }
        }
        stage.call(Request.queue("unregister", worker));
    }

    private static Scenario of(String name, int threads, List<String> rules, Scenario.Script script) {
        return new Scenario(name, new Setup("ks", threads, false), rules, script);
    }
}
