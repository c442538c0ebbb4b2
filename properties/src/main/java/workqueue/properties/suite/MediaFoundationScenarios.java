package workqueue.properties.suite;

import static workqueue.properties.suite.MediaFoundationCalls.MULTITHREADED;
import static workqueue.properties.suite.MediaFoundationCalls.STANDARD;
import static workqueue.properties.suite.MediaFoundationCalls.TYPE_MULTITHREADED;
import static workqueue.properties.suite.MediaFoundationCalls.TYPE_STANDARD;
import static workqueue.properties.suite.MediaFoundationCalls.UNKNOWN;
import static workqueue.properties.suite.MediaFoundationCalls.allocate;
import static workqueue.properties.suite.MediaFoundationCalls.allocateOver;
import static workqueue.properties.suite.MediaFoundationCalls.feed;
import static workqueue.properties.suite.MediaFoundationCalls.lock;
import static workqueue.properties.suite.MediaFoundationCalls.put;
import static workqueue.properties.suite.MediaFoundationCalls.put2;
import static workqueue.properties.suite.MediaFoundationCalls.scenario;
import static workqueue.properties.suite.MediaFoundationCalls.shutdown;
import static workqueue.properties.suite.MediaFoundationCalls.startup;
import static workqueue.properties.suite.MediaFoundationCalls.unlock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;

/** What the suite does to Media Foundation work queues. */
final class MediaFoundationScenarios {
    private MediaFoundationScenarios() {}

    static List<Scenario> scripted() {
        return Stream.of(
                        platform(),
                        MediaFoundationQueueScenarios.all(),
                        MediaFoundationDeferredScenarios.all(),
                        MediaFoundationPeriodicScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario> platform() {
        return List.of(
                scenario(
                        "puts before startup and after shutdown",
                        List.of("MF-17", "MF-18", "MF-4", "A1", "A2"),
                        stage -> {
                            put(stage, STANDARD, 1);
                            allocate(stage, TYPE_STANDARD);
                            startup(stage);
                            put(stage, STANDARD, 2);
                            stage.settle(1);
                            shutdown(stage);
                            put(stage, STANDARD, 3);
                            put(stage, UNKNOWN, 4);
                            allocate(stage, TYPE_STANDARD);
                        }),
                scenario("startups nest", List.of("MF-2", "MF-3", "MF-17"), stage -> {
                    startup(stage);
                    startup(stage);
                    shutdown(stage);
                    put(stage, STANDARD, 1);
                    stage.settle(1);
                    shutdown(stage);
                    put(stage, STANDARD, 2);
                    shutdown(stage);
                    startup(stage);
                    put(stage, STANDARD, 3);
                    stage.settle(2);
                    shutdown(stage);
                }),
                scenario(
                        "puts to queues that do not exist",
                        List.of("MF-15", "MF-16", "A3", "MF-20", "MF-21", "R1"),
                        stage -> {
                            startup(stage);
                            int accepted = 0;
                            for (long queue : new long[] {UNKNOWN, 0x10000, 0xffffffffL, 0, 6, 0xffff}) {
                                accepted += put(stage, queue, queue).succeeded() ? 1 : 0;
                                lock(stage, queue);
                                unlock(stage, queue);
                            }
                            stage.settle(accepted);
                            shutdown(stage);
                        }),
                scenario(
                        "a queue is locked, unlocked and gone",
                        List.of("MF-14", "MF-19", "MF-21", "MF-68", "MF-15"),
                        stage -> {
                            startup(stage);
                            long queue = allocate(stage, TYPE_STANDARD);
                            lock(stage, queue);
                            unlock(stage, queue);
                            put(stage, queue, 1);
                            stage.settle(1);
                            unlock(stage, queue);
                            put(stage, queue, 2);
                            unlock(stage, queue);
                            allocate(stage, TYPE_STANDARD);
                            put(stage, queue, 3);
                            shutdown(stage);
                        }),
                scenario(
                        "the last unlock finds items waiting",
                        List.of("MF-22", "MF-66", "C1", "C3", "P1", "S1", "O1"),
                        stage -> {
                            startup(stage);
                            long queue = allocate(stage, TYPE_STANDARD);
                            CountDownLatch gate = stage.block(1);
                            put(stage, queue, 1);
                            stage.awaitRuns(1, 1);
                            for (long item = 2; item <= 6; item++) {
                                put(stage, queue, item);
                            }
                            FutureTask<Void> unlock = stage.spawn(() -> unlock(stage, queue));
                            stage.rest(); // so that what waits is dropped, if it is
                            gate.countDown();
                            stage.join(unlock);
                            stage.settle(6);
                            shutdown(stage);
                        }),
                scenario("one result is put many times", List.of("MF-32", "D3", "R1", "R2"), stage -> {
                    startup(stage);
                    for (long queue : new long[] {allocate(stage, TYPE_STANDARD), MULTITHREADED}) {
                        CountDownLatch gate = stage.block(queue);
                        for (int k = 0; k < 5; k++) {
                            stage.call(Request.put("put_ex", queue, queue));
                        }
                        gate.countDown();
                    }
                    stage.settle(10);
                    shutdown(stage);
                }),
                scenario("a serial queue is fed by many threads", List.of("S1", "O1", "MF-40"), stage -> {
                    startup(stage);
                    feed(stage, List.of(STANDARD, allocate(stage, TYPE_STANDARD)));
                    shutdown(stage);
                }),
                scenario("a multithreaded queue is fed by many threads", List.of("R1", "R2", "MF-40"), stage -> {
                    startup(stage);
                    feed(stage, List.of(MULTITHREADED, allocate(stage, TYPE_MULTITHREADED)));
                    shutdown(stage);
                }),
                scenario("too many queues are allocated", List.of("MF-23", "MF-14"), stage -> {
                    startup(stage);
                    boolean more = true;
                    for (int k = 0; k < 2000 && more; k++) {
                        more = stage.call(new Request("allocate_queue", null, null, TYPE_STANDARD))
                                .succeeded();
                    }
                    shutdown(stage);
                }),
                scenario("the platform restarts with a queue alive", List.of("MF-17", "MF-19", "MF-2"), stage -> {
                    startup(stage);
                    long queue = allocate(stage, TYPE_STANDARD);
                    shutdown(stage);
                    put(stage, queue, 1);
                    startup(stage);
                    int accepted = put(stage, queue, 2).succeeded() ? 1 : 0;
                    stage.settle(accepted);
                    unlock(stage, queue);
                    shutdown(stage);
                }),
                scenario("the platform shuts down with items waiting", List.of("MF-56", "C2"), stage -> {
                    startup(stage);
                    CountDownLatch gate = stage.block(1);
                    for (long item = 1; item <= 4; item++) {
                        put(stage, STANDARD, item);
                    }
                    stage.awaitRuns(1, 1);
                    FutureTask<Void> shutdown = stage.spawn(() -> shutdown(stage));
                    stage.rest(); // so that what must wait runs, if it does
                    gate.countDown();
                    stage.join(shutdown);
                    stage.settle(4);
                }));
    }

    /** Many threads at once, by a seed. */
    static Scenario random(long seed) {
        if (seed % 4 == 0) {
            return MediaFoundationDeferredScenarios.random(seed);
        }
        Setup setup = new Setup("mf", 1 + (int) Long.remainderUnsigned(seed, 3), false);
        List<String> rules = List.of("MF-17", "MF-15", "MF-19", "MF-66", "R1", "R2", "S1", "O1");
        return new Scenario("random calls, seed " + seed, setup, rules, stage -> randomCalls(stage, seed));
    }

    private static void randomCalls(Stage stage, long seed) throws Exception {
        startup(stage);
        long serial = allocate(stage, TYPE_STANDARD);
        long concurrent = allocate(stage, TYPE_MULTITHREADED);
        long over = allocateOver(stage, concurrent);
        long[] queues = {STANDARD, MULTITHREADED, serial, concurrent, over, allocateOver(stage, serial)};
        AtomicLong items = new AtomicLong();
        AtomicInteger accepted = new AtomicInteger();
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            RandomGenerator own = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 31 + caller);
            callers.add(stage.spawn(() -> {
                for (int step = 0; step < 15; step++) {
                    long queue = queues[own.nextInt(queues.length)];
                    if (own.nextInt(6) == 0) {
                        lock(stage, queue);
                        unlock(stage, queue);
                    } else if (put2(stage, queue, items.incrementAndGet(), own.nextInt(-1, 2))
                            .succeeded()) {
                        accepted.incrementAndGet();
                    }
                }
            }));
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        if (random.nextBoolean()) { // released while others still put
            Thread.sleep(random.nextInt(2));
            unlock(stage, serial);
            unlock(stage, over);
        }
        for (FutureTask<Void> caller : callers) {
            stage.join(caller);
        }
        stage.settle(accepted.get());
        unlock(stage, concurrent);
        unlock(stage, serial);
        shutdown(stage);
    }
}
