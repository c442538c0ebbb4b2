package workqueue.properties.suite;

import static workqueue.properties.suite.MediaFoundationCalls.STANDARD;
import static workqueue.properties.suite.MediaFoundationCalls.addPeriodic;
import static workqueue.properties.suite.MediaFoundationCalls.put;
import static workqueue.properties.suite.MediaFoundationCalls.removePeriodic;
import static workqueue.properties.suite.MediaFoundationCalls.scenario;
import static workqueue.properties.suite.MediaFoundationCalls.shutdown;
import static workqueue.properties.suite.MediaFoundationCalls.startup;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** What the suite does with periodic callbacks. */
final class MediaFoundationPeriodicScenarios {
    /** In milliseconds, time for several calls. */
    private static final long PERIODS = 50;

    private MediaFoundationPeriodicScenarios() {}

    static List<Scenario> all() {
        return List.of(
                scenario("callbacks are called periodically", List.of("MF-53", "MF-46"), stage -> {
                    startup(stage);
                    CountDownLatch gate = stage.block(1);
                    Long slow = addPeriodic(stage, 1);
                    Long quick = addPeriodic(stage, 2);
                    stage.awaitRuns(1, 1);
                    stage.elapse(PERIODS); // so that calls overlap, if they do
                    gate.countDown();
                    stage.awaitRuns(1, 3);
                    stage.awaitRuns(2, 3);
                    removePeriodic(stage, quick);
                    removePeriodic(stage, slow);
                    stage.settle(6);
                    shutdown(stage);
                }),
                scenario("a periodic callback is removed", List.of("MF-54", "MF-51"), stage -> {
                    startup(stage);
                    removePeriodic(stage, null);
                    Long key = addPeriodic(stage, 1);
                    stage.awaitRuns(1, 1);
                    removePeriodic(stage, key);
                    stage.elapse(PERIODS); // so that it is called all the same, if it is
                    removePeriodic(stage, key);
                    stage.settle(1);
                    shutdown(stage);
                }),
                scenario("a periodic callback removes itself", List.of("MF-54", "MF-46"), stage -> {
                    startup(stage);
                    CompletableFuture<Long> key = new CompletableFuture<>();
                    stage.onRun(1, () -> removePeriodic(stage, key.get()));
                    key.complete(addPeriodic(stage, 1));
                    stage.awaitRuns(1, 1);
                    stage.elapse(PERIODS); // so that it is called all the same, if it is
                    stage.settle(1);
                    shutdown(stage);
                }),
                scenario("the platform shuts down and periodic callbacks go", List.of("MF-52", "MF-58"), stage -> {
                    removePeriodic(stage, addPeriodic(stage, 1));
                    startup(stage);
                    CountDownLatch gate = stage.block(2);
                    Long key = addPeriodic(stage, 2);
                    stage.awaitRuns(2, 1);
                    shutdown(stage); // it does not wait for ever
                    startup(stage);
                    gate.countDown(); // the time of the next call, if there is one, is counted from here
                    stage.elapse(PERIODS);
                    removePeriodic(stage, key);
                    put(stage, STANDARD, 3);
                    stage.awaitRuns(3, 1);
                    stage.settle(2);
                    shutdown(stage);
                    addPeriodic(stage, 4);
                }));
    }
}
