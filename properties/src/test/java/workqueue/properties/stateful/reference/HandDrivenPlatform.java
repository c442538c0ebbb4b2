package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import workqueue.properties.stateful.DrivenPlatform;
import workqueue.reference.mf.Allocated;
import workqueue.reference.mf.AsyncCallback;
import workqueue.reference.mf.AsyncResult;
import workqueue.reference.mf.CallbackParameters;
import workqueue.reference.mf.Event;
import workqueue.reference.mf.HResult;
import workqueue.reference.mf.Keyed;
import workqueue.reference.mf.MediaFoundation;
import workqueue.reference.mf.QueueType;

/** The reference's platform, whose queue threads are started when they are told to. A shutdown waits for nothing. */
public final class HandDrivenPlatform implements DrivenPlatform {
    private final List<Runnable> threads = new ArrayList<>();
    private final Map<Integer, List<Integer>> ran = new TreeMap<>();

    /** Which queue a thread serves, as told by what runs on it. */
    private final Map<Thread, Integer> served = new HashMap<>();

    /** What is to be done when its time comes. */
    private final List<Runnable> timed = new ArrayList<>();

    private final Event event = new Event();
    private final MediaFoundation platform =
            new MediaFoundation(this::newThread, 2, 124, Duration.ZERO, this::newTimer);

    public static DrivenPlatform make() {
        return new HandDrivenPlatform();
    }

    private Thread newThread(Runnable task) {
        threads.add(task);
        return new NeverStarted();
    }

    private Runnable newTimer(Duration delay, Runnable action) {
        timed.add(action);
        return () -> timed.remove(action);
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

    @Override
    public int addPlatformLocks(int number) {
        return number > 0
                ? platform.lockPlatform().code()
                : platform.unlockPlatform().code();
    }

    @Override
    public int schedule(int queue, int item) {
        return defer(queue, item, result -> platform.scheduleWorkItemEx(result, -1));
    }

    @Override
    public int await(int queue, int item) {
        return defer(queue, item, result -> platform.putWaitingWorkItem(event, 0, result));
    }

    /** Defers a new result, which is referred to only by what is deferred. */
    private int defer(int queue, int item, Function<AsyncResult, Keyed> deferral) {
        AsyncResult result = platform.createAsyncResult(null, new Callback(queue, item), null);
        Keyed answer = deferral.apply(result);
        result.release();
        return answer.status().succeeded()
                ? (int) answer.key()
                : answer.status().code();
    }

    private final class Callback implements AsyncCallback {
        private final int queue;
        private final int item;

        Callback(int queue, int item) {
            this.queue = queue;
            this.item = item;
        }

        @Override
        public CallbackParameters getParameters() {
            return CallbackParameters.of(0, queue);
        }

        @Override
        public void invoke(AsyncResult result) {
            note(queue, result.getStatus().equals(HResult.MF_E_OPERATION_CANCELLED) ? ~item : item);
        }
    }

    @Override
    public int cancel(int key) {
        return platform.cancelWorkItem(key).code();
    }

    @Override
    public boolean passTime() {
        if (timed.isEmpty()) {
            return false;
        }
        timed.remove(0).run();
        return true;
    }

    @Override
    public void setEvent() {
        event.set();
    }

    @Override
    public void resetEvent() {
        event.reset();
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
