package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workqueue.properties.stateful.DrivenPlatform;
import workqueue.reference.mf.Allocated;
import workqueue.reference.mf.MediaFoundation;
import workqueue.reference.mf.QueueType;

/** The reference's platform, whose queue threads are started when they are told to. A shutdown waits for nothing. */
public final class HandDrivenPlatform implements DrivenPlatform {
    private final List<Runnable> threads = new ArrayList<>();
    private final Map<Integer, List<Integer>> ran = new TreeMap<>();

    /** Which queue a thread serves, as told by what runs on it. */
    private final Map<Thread, Integer> served = new HashMap<>();

    private final MediaFoundation platform = new MediaFoundation(this::newThread, 2, 124, Duration.ZERO);

    public static DrivenPlatform make() {
        return new HandDrivenPlatform();
    }

    private Thread newThread(Runnable task) {
        threads.add(task);
        return new NeverStarted();
    }

    @Override
    public int startup() {
        return platform.startup(MediaFoundation.VERSION).code();
    }

    /** Starts with a version that does not exist (rule MF-7). */
    int startupOfAnotherVersion() {
        return platform.startup(MediaFoundation.VERSION + 1).code();
    }

    @Override
    public int shutdown() {
        return platform.shutdown().code();
    }

    @Override
    public int allocate(boolean serial) {
        Allocated allocated = platform.allocateWorkQueueEx(serial ? QueueType.STANDARD : QueueType.MULTITHREADED);
        return allocated.status().succeeded()
                ? allocated.queueId()
                : allocated.status().code();
    }

    @Override
    public int lock(int queue) {
        return platform.lockWorkQueue(queue).code();
    }

    @Override
    public int unlock(int queue) {
        return platform.unlockWorkQueue(queue).code();
    }

    @Override
    public int put(int queue, int item) {
        return platform.putWorkItem(queue, result -> note(queue, item), null).code();
    }

    private void note(int queue, int item) {
        Integer other = served.putIfAbsent(Thread.currentThread(), queue);
        if (other != null && other != queue) {
            throw new AssertionError("MF-40: items of two queues run on one thread");
        }
        ran.computeIfAbsent(queue, id -> new ArrayList<>()).add(item);
    }

    /** Has the threads run, which end when their queues are empty, for those are stopped; returns what ran where. */
    Map<Integer, List<Integer>> runAll() throws InterruptedException {
        ran.clear();
        List<Throwable> problems = new ArrayList<>();
        for (Runnable task : threads) {
            Thread thread = new Thread(task); // one of its own, because the platform marks its threads
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((ended, thrown) -> problems.add(thrown));
            thread.start();
            thread.join();
        }
        threads.clear();
        served.clear();
        assertEquals(List.of(), problems);
        return new TreeMap<>(ran);
    }

    private static final class NeverStarted extends Thread {
        @Override
        public void start() {
            // The task is run by runAll.
        }
    }
}
