package workqueue.properties.suite;

import static workqueue.properties.suite.MediaFoundationCalls.TYPE_MULTITHREADED;
import static workqueue.properties.suite.MediaFoundationCalls.TYPE_STANDARD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;
import workqueue.spec.history.History;

/**
 * A load of random calls on a queue, which is recorded. It keeps to the callers' rules. Which calls each thread makes is
 * the seed's doing; how the threads interleave is the scheduler's, and differs from time to time.
 */
public final class Workload implements AutoCloseable {
    private static final Map<String, Calls> PROFILES = new TreeMap<>(Map.of(
            "io", Workload::io,
            "kmdf", Workload::coalescing,
            "kmdf-legacy", Workload::legacy,
            "ks", Workload::ks,
            "ks-counted", Workload::counted,
            "mf", Workload::mf));

    /**
     * How large a load is.
     *
     * @param setup the profile, the workers, whether callbacks exclude one another
     * @param threads how many threads call, at least 1
     * @param items how many items there are, at least 1, in {@code io} and {@code kmdf-legacy} at least as many as threads;
     *     in {@code ks} items of each thread, in {@code ks-counted} counted workers, and in {@code mf}, where every put is a
     *     new item, queues
     * @param operations how many calls the threads make in all, apart from those that begin and end
     * @param seed what the threads call
     */
    public record Size(Setup setup, int threads, int items, int operations, long seed) {}

    /** What one thread calls, one step after the other. */
    private interface Steps {
        void step(Stage stage, RandomGenerator random) throws Exception;
    }

    /** The calls of a profile. */
    private interface Calls {
        void make(Workload workload) throws Exception;
    }

    private final Size size;
    private final Calls calls;
    private final Stage stage;

    /**
     * Opens a session for a load.
     *
     * @throws IllegalArgumentException if the profile has no load
     */
    public Workload(Implementation implementation, Size size) {
        this.size = size;
        this.calls = PROFILES.get(size.setup().profile());
        if (calls == null) {
            throw new IllegalArgumentException(
                    "no workload for profile \"" + size.setup().profile() + "\"");
        }
        String name = "workload: " + size.threads() + " threads, " + size.items() + " items, " + size.operations()
                + " operations, seed " + size.seed();
        this.stage = new Stage(implementation, new Scenario(name, size.setup(), List.of(), some -> {}));
    }

    /** The profiles that have a load. */
    public static Set<String> profiles() {
        return PROFILES.keySet();
    }

    /** Whether each thread of a profile has items of its own, because an item must not be enqueued twice. */
    public static boolean ownsItems(String profile) {
        return profile.equals("io") || profile.equals("kmdf-legacy");
    }

    /** Makes all calls and waits until everything has come to rest. */
    public void play() throws Exception {
        calls.make(this);
    }

    /**
     * What was recorded so far; any thread may ask at any time.
     *
     * @param end {@code ok} after {@link #play}, {@code cut} before
     */
    public History history(String end) {
        return stage.recorder().history(end);
    }

    @Override
    public void close() {
        stage.close();
    }

    private void coalescing() throws Exception {
        long[] items = LongStream.range(0, size.items()).toArray();
        stage.create(items);
        onThreads(thread -> (some, random) -> {
            long item = random.nextInt(size.items());
            if (random.nextInt(8) == 0) {
                some.flush(item);
            } else {
                some.enqueue(item);
            }
        });
        stage.flush(items);
        stage.delete(items);
    }

    private void legacy() throws Exception {
        long[] items = LongStream.range(0, size.items()).toArray();
        stage.create(items);
        onThreads(thread -> owning(thread, item -> Request.item("enqueue", item)));
        stage.flush(items);
        stage.delete(items);
    }

    private void io() throws Exception {
        for (long item = 0; item < size.items(); item++) {
            stage.call(Request.item("allocate", item));
        }
        onThreads(thread -> owning(thread, item -> Request.put("queue", 1, item)));
        stage.settle(size.operations());
        for (long item = 0; item < size.items(); item++) {
            stage.call(Request.item("free", item));
        }
    }

    /** A thread enqueues items that no other does, each when its run before has begun. */
    private Steps owning(int thread, LongFunction<Request> enqueue) {
        Map<Long, Integer> enqueued = new HashMap<>();
        int own = (size.items() - thread + size.threads() - 1) / size.threads();
        return (some, random) -> {
            long item = thread + (long) size.threads() * random.nextInt(own);
            some.awaitRuns(item, enqueued.getOrDefault(item, 0));
            some.call(enqueue.apply(item));
            enqueued.merge(item, 1, Integer::sum);
        };
    }

    /** Each thread has a worker, which waits in one place at a time. */
    private void ks() throws Exception {
        for (long worker = 0; worker < size.threads(); worker++) {
            stage.call(Request.queue("register", worker));
        }
        onThreads(worker -> {
            Map<Long, Integer> queued = new HashMap<>();
            AtomicLong last = new AtomicLong(-1);
            return (some, random) -> {
                some.awaitRuns(last.get(), queued.getOrDefault(last.get(), 0));
                last.set((long) worker * size.items() + random.nextInt(size.items()));
                queued.merge(last.get(), 1, Integer::sum);
                some.call(Request.put("queue", worker, last.get()));
            };
        });
        for (long worker = 0; worker < size.threads(); worker++) {
            stage.call(Request.queue("unregister", worker));
        }
    }

    private void counted() throws Exception {
        for (long k = 0; k < size.items(); k++) {
            long worker = k;
            stage.onRun(worker, () -> {
                while (stage.call(Request.queue("decrement", worker)).status() > 0) {
                    Thread.onSpinWait();
                }
            });
            stage.call(Request.queue("register", worker));
        }
        onThreads(thread -> (some, random) -> some.call(Request.queue("increment", random.nextInt(size.items()))));
        for (long worker = 0; worker < size.items(); worker++) {
            stage.call(Request.queue("unregister", worker));
        }
    }

    private void mf() throws Exception {
        MediaFoundationCalls.startup(stage);
        List<Long> queues = new ArrayList<>();
        for (int k = 0; k < size.items(); k++) {
            queues.add(MediaFoundationCalls.allocate(stage, k % 2 == 0 ? TYPE_STANDARD : TYPE_MULTITHREADED));
        }
        AtomicLong items = new AtomicLong();
        AtomicInteger accepted = new AtomicInteger();
        onThreads(thread -> (some, random) -> {
            long queue = queues.get(random.nextInt(queues.size()));
            if (MediaFoundationCalls.put(some, queue, items.incrementAndGet()).succeeded()) {
                accepted.incrementAndGet();
            }
        });
        stage.settle(accepted.get());
        for (long queue : queues) {
            MediaFoundationCalls.unlock(stage, queue);
        }
        MediaFoundationCalls.shutdown(stage);
    }

    /** Has every thread make its share of the calls. */
    private void onThreads(IntFunction<Steps> steps) throws Exception {
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int thread = 0; thread < size.threads(); thread++) {
            Steps own = steps.apply(thread);
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(size.seed() * 31 + thread);
            int share = (size.operations() - thread + size.threads() - 1) / size.threads();
            callers.add(stage.spawn(() -> {
                for (int k = 0; k < share; k++) {
                    own.step(stage, random);
                }
            }));
        }
        for (FutureTask<Void> caller : callers) {
            stage.join(caller);
        }
    }
}
