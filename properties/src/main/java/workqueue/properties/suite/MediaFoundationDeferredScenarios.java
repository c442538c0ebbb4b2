package workqueue.properties.suite;

import static workqueue.properties.suite.MediaFoundationCalls.STANDARD;
import static workqueue.properties.suite.MediaFoundationCalls.cancel;
import static workqueue.properties.suite.MediaFoundationCalls.put;
import static workqueue.properties.suite.MediaFoundationCalls.putWaiting;
import static workqueue.properties.suite.MediaFoundationCalls.scenario;
import static workqueue.properties.suite.MediaFoundationCalls.schedule;
import static workqueue.properties.suite.MediaFoundationCalls.shutdown;
import static workqueue.properties.suite.MediaFoundationCalls.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What the suite does with items that wait for their time or for an event. */
final class MediaFoundationDeferredScenarios {
    private static final long LONG = 60_000;

    private MediaFoundationDeferredScenarios() {}

    static List<Scenario> all() {
        return List.of(
                scenario("items are scheduled", List.of("MF-45", "MF-47", "MF-41", "MF-66", "S1", "O1"), stage -> {
                    startup(stage);
                    CountDownLatch gate = stage.block(1);
                    schedule(stage, 1, 0);
                    stage.awaitRuns(1, 1);
                    for (long item = 2; item <= 8; item++) {
                        schedule(stage, item, 8 - item);
                    }
                    stage.elapse(20); // so that others run beside it, if nothing excludes them
                    gate.countDown();
                    stage.settle(8);
                    shutdown(stage);
                }),
                scenario("scheduled items are cancelled", List.of("MF-49", "MF-51", "MF-55"), stage -> {
                    startup(stage);
                    Long late = schedule(stage, 1, LONG);
                    cancel(stage, 1, late);
                    cancel(stage, 1, late);
                    Long soon = schedule(stage, 2, 1);
                    stage.awaitRuns(2, 1);
                    cancel(stage, 2, soon);
                    put(stage, STANDARD, 3);
                    stage.settle(2);
                    shutdown(stage);
                }),
                scenario("items wait for an event", List.of("MF-47", "MF-51", "MF-41", "MF-66"), stage -> {
                    startup(stage);
                    List<Long> keys = new ArrayList<>();
                    for (long item = 0; item < 5; item++) {
                        keys.add(putWaiting(stage, item));
                    }
                    for (long item = 0; item < 5; item++) {
                        stage.signal(item);
                        stage.signal(item);
                    }
                    stage.settle(5);
                    for (int item = 0; item < 5; item++) {
                        cancel(stage, item, keys.get(item));
                    }
                    stage.rest(); // so that one runs once more, if it does
                    putWaiting(stage, 0); // whose event is set
                    stage.settle(6);
                    shutdown(stage);
                }),
                scenario("waiting items are cancelled", List.of("MF-50", "MF-51", "MF-47"), stage -> {
                    startup(stage);
                    Long key = putWaiting(stage, 1);
                    cancel(stage, 1, key);
                    cancel(stage, 1, key);
                    stage.settle(1);
                    stage.signal(1);
                    stage.rest(); // and no shutdown, which would excuse that it has not run at all
                }),
                scenario("cancels race with events", List.of("MF-47", "MF-48", "MF-50"), stage -> {
                    startup(stage);
                    for (long item = 0; item < 40; item++) {
                        raceWithEvent(stage, item);
                    }
                    stage.settle(40);
                    shutdown(stage);
                }),
                scenario("cancels race with time", List.of("MF-47", "MF-48", "MF-49"), stage -> {
                    startup(stage);
                    for (long item = 0; item < 40; item++) {
                        Long key = schedule(stage, item, item % 2);
                        cancel(stage, item, key);
                    }
                    put(stage, STANDARD, 100);
                    stage.awaitRuns(100, 1);
                    stage.elapse(20); // for those that were too late to be cancelled
                    shutdown(stage);
                }),
                scenario("nothing is deferred unless the platform is started", List.of("MF-17", "MF-52"), stage -> {
                    cancel(stage, 1, schedule(stage, 1, 1));
                    cancel(stage, 2, putWaiting(stage, 2));
                    startup(stage);
                    Long key = schedule(stage, 3, LONG);
                    shutdown(stage);
                    cancel(stage, 3, key);
                    schedule(stage, 4, 1);
                    putWaiting(stage, 5);
                    stage.signal(5);
                    stage.elapse(20); // so that what was refused runs, if it does
                }),
                scenario(
                        "the platform shuts down while items are deferred",
                        List.of("MF-58", "MF-56", "MF-51"),
                        stage -> {
                            startup(stage);
                            Long scheduled = schedule(stage, 1, 30);
                            Long waiting = putWaiting(stage, 2);
                            shutdown(stage);
                            stage.elapse(50);
                            stage.signal(2);
                            startup(stage);
                            cancel(stage, 1, scheduled);
                            cancel(stage, 2, waiting);
                            put(stage, STANDARD, 3);
                            stage.settle(1);
                            shutdown(stage);
                        }),
                scenario("the platform shuts down after a cancel", List.of("MF-59", "MF-56"), stage -> {
                    startup(stage);
                    CountDownLatch gate = stage.block(1);
                    put(stage, STANDARD, 1);
                    stage.awaitRuns(1, 1);
                    cancel(stage, 2, putWaiting(stage, 2));
                    FutureTask<Void> shutdown = stage.spawn(() -> shutdown(stage));
                    stage.rest(); // so that the cancelled item is forgotten, if it is
                    gate.countDown();
                    stage.join(shutdown);
                    stage.settle(2);
                }));
    }

    private static void raceWithEvent(Stage stage, long item) throws Exception {
        Long key = putWaiting(stage, item);
        FutureTask<Void> signal = stage.spawn(() -> stage.signal(item));
        cancel(stage, item, key);
        stage.join(signal);
    }

    /** Many threads at once, by a seed. */
    static Scenario random(long seed) {
        List<String> rules = List.of("MF-47", "MF-49", "MF-50", "MF-51", "MF-66", "R1", "S1");
        return scenario("random deferrals, seed " + seed, rules, stage -> randomDeferrals(stage, seed));
    }

    private static void randomDeferrals(Stage stage, long seed) throws Exception {
        startup(stage);
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            long first = caller * 100L;
            RandomGenerator own = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + caller);
            callers.add(stage.spawn(() -> {
                for (long item = first; item < first + 6; item++) {
                    defer(stage, item, own);
                }
            }));
        }
        for (FutureTask<Void> caller : callers) {
            stage.join(caller);
        }
        stage.elapse(10); // for those whose time has still to come
        put(stage, STANDARD, 1000);
        stage.awaitRuns(1000, 1);
        stage.settle(1);
        shutdown(stage);
    }

    private static void defer(Stage stage, long item, RandomGenerator random) throws InterruptedException {
        boolean timed = random.nextBoolean();
        Long key = timed ? schedule(stage, item, random.nextLong(3)) : putWaiting(stage, item);
        if (random.nextBoolean()) {
            Thread.sleep(random.nextLong(2));
            cancel(stage, item, key);
        }
        if (!timed) {
            stage.signal(item);
        }
    }
}
