package workqueue.properties.suite;

import static workqueue.properties.suite.MediaFoundationCalls.MULTITHREADED;
import static workqueue.properties.suite.MediaFoundationCalls.STANDARD;
import static workqueue.properties.suite.MediaFoundationCalls.TYPE_MULTITHREADED;
import static workqueue.properties.suite.MediaFoundationCalls.UNKNOWN;
import static workqueue.properties.suite.MediaFoundationCalls.allocate;
import static workqueue.properties.suite.MediaFoundationCalls.allocateOver;
import static workqueue.properties.suite.MediaFoundationCalls.feed;
import static workqueue.properties.suite.MediaFoundationCalls.lockShared;
import static workqueue.properties.suite.MediaFoundationCalls.put;
import static workqueue.properties.suite.MediaFoundationCalls.put2;
import static workqueue.properties.suite.MediaFoundationCalls.scenario;
import static workqueue.properties.suite.MediaFoundationCalls.shutdown;
import static workqueue.properties.suite.MediaFoundationCalls.startup;
import static workqueue.properties.suite.MediaFoundationCalls.unlock;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** What the suite does to serial queues over other queues, and with priorities. */
final class MediaFoundationQueueScenarios {
    private MediaFoundationQueueScenarios() {}

    static List<Scenario> all() {
        return List.of(
                scenario("serial queues over one base are fed by many threads", List.of("S1", "O1", "MF-27"), stage -> {
                    startup(stage);
                    long base = allocate(stage, TYPE_MULTITHREADED);
                    feed(stage, List.of(allocateOver(stage, base), allocateOver(stage, base), base));
                    shutdown(stage);
                }),
                scenario(
                        "serial queues over serial queues are fed by many threads",
                        List.of("S1", "O1", "MF-27"),
                        stage -> {
                            startup(stage);
                            long lower = allocateOver(stage, STANDARD);
                            feed(stage, List.of(allocateOver(stage, lower), lower, STANDARD));
                            shutdown(stage);
                        }),
                scenario("one serial queue does not hold another", List.of("MF-27", "P1"), stage -> {
                    startup(stage);
                    long held = allocateOver(stage, MULTITHREADED);
                    long free = allocateOver(stage, MULTITHREADED);
                    CountDownLatch gate = stage.block(1);
                    put(stage, held, 1);
                    stage.awaitRuns(1, 1);
                    put(stage, held, 2);
                    put(stage, free, 3);
                    stage.awaitRuns(3, 1);
                    gate.countDown();
                    stage.settle(3);
                    shutdown(stage);
                }),
                scenario("a serial queue keeps its base alive", List.of("MF-26", "MF-15", "MF-21", "MF-66"), stage -> {
                    startup(stage);
                    long base = allocate(stage, TYPE_MULTITHREADED);
                    long queue = allocateOver(stage, base);
                    unlock(stage, base);
                    put(stage, queue, 1);
                    int accepted = put(stage, base, 2).succeeded() ? 2 : 1;
                    stage.settle(accepted);
                    unlock(stage, queue);
                    put(stage, queue, 3);
                    put(stage, base, 4);
                    unlock(stage, base);
                    shutdown(stage);
                }),
                scenario(
                        "the last unlock of a serial queue finds items waiting",
                        List.of("MF-61", "MF-66", "C1", "S1", "O1"),
                        stage -> {
                            startup(stage);
                            long base = allocate(stage, TYPE_MULTITHREADED);
                            long queue = allocateOver(stage, base);
                            CountDownLatch gate = stage.block(1);
                            put(stage, queue, 1);
                            stage.awaitRuns(1, 1);
                            for (long item = 2; item <= 6; item++) {
                                put(stage, queue, item);
                            }
                            FutureTask<Void> release = stage.spawn(() -> {
                                unlock(stage, queue);
                                unlock(stage, base);
                            });
                            stage.rest(); // so that what waits is dropped, if it is
                            gate.countDown();
                            stage.join(release);
                            stage.settle(6);
                            shutdown(stage);
                        }),
                scenario("a serial queue is asked for where there is none", List.of("MF-4", "MF-14"), stage -> {
                    allocateOver(stage, MULTITHREADED);
                    startup(stage);
                    long queue = allocateOver(stage, UNKNOWN);
                    int accepted = put(stage, queue, 1).succeeded() ? 1 : 0;
                    stage.settle(accepted);
                    shutdown(stage);
                    allocateOver(stage, MULTITHREADED);
                }),
                scenario("a callback puts to its own queue and releases it", List.of("MF-34", "MF-62", "P1"), stage -> {
                    startup(stage);
                    long queue = allocateOver(stage, allocate(stage, TYPE_MULTITHREADED));
                    stage.onRun(1, () -> {
                        put(stage, queue, 2);
                        put(stage, STANDARD, 3);
                        unlock(stage, queue);
                    });
                    put(stage, queue, 1);
                    stage.settle(3);
                    shutdown(stage);
                }),
                scenario("a task shares a queue", List.of("MF-25", "MF-15", "MF-19", "MF-4"), stage -> {
                    lockShared(stage, 1);
                    startup(stage);
                    long queue = lockShared(stage, 1);
                    lockShared(stage, 1);
                    lockShared(stage, 2);
                    unlock(stage, queue);
                    int accepted = put(stage, queue, 1).succeeded() ? 1 : 0;
                    stage.settle(accepted);
                    unlock(stage, queue);
                    put(stage, queue, 2);
                    lockShared(stage, 1);
                    shutdown(stage);
                }),
                scenario("items of many priorities are put", List.of("MF-36", "MF-37", "O1", "MF-17"), stage -> {
                    put2(stage, STANDARD, 100, 1);
                    startup(stage);
                    put2(stage, UNKNOWN, 101, 1);
                    int accepted = 0;
                    for (long queue : new long[] {STANDARD, allocateOver(stage, MULTITHREADED), MULTITHREADED}) {
                        CountDownLatch gate = stage.block(accepted);
                        for (int k = 0; k < 7; k++) {
                            put2(stage, queue, accepted++, k % 3 - 1);
                        }
                        gate.countDown();
                    }
                    stage.settle(accepted);
                    shutdown(stage);
                }));
    }
}
