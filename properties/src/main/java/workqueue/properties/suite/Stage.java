package workqueue.properties.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Recorder;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;

/** Where a scenario is played: calls that are recorded, what runs do, threads, and bounded waits. */
final class Stage implements AutoCloseable {
    /** What a run does. */
    interface Body {
        void run() throws Exception;
    }

    private final Recorder recorder;
    private final Duration patience;
    private final Map<Long, Body> bodies = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> begun = new ConcurrentHashMap<>();
    private final AtomicReference<RuntimeException> thrown = new AtomicReference<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();

    /** Opens the scenario's session; what is waited for longer than {@code patience} counts as hanging. */
    Stage(Implementation implementation, Scenario scenario, Duration patience) {
        this.patience = patience;
        try {
            recorder = new Recorder(implementation, scenario.setup(), scenario.name(), this::run);
        } catch (UnsupportedOperationException e) {
            throw missing("sessions as asked for", e);
        }
    }

    /** The message is the name of the operation, whatever the implementation says. */
    private static UnsupportedOperationException missing(String operation, UnsupportedOperationException e) {
        return new UnsupportedOperationException(operation, e);
    }

    private void run(Long queue, long item) {
        underWay.incrementAndGet();
        begun.computeIfAbsent(item, i -> new AtomicInteger()).incrementAndGet();
        try {
            bodies.getOrDefault(item, () -> {}).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            underWay.decrementAndGet();
        }
    }

    Recorder recorder() {
        return recorder;
    }

    /** Says what every run of an item does from now on. */
    void onRun(long item, Body body) {
        bodies.put(item, body);
    }

    private RuntimeException noted(RuntimeException e) {
        thrown.compareAndSet(null, e);
        return e;
    }

    /** What a call threw first, also in a run, whose thread is the implementation's and tells nobody; or null. */
    RuntimeException thrown() {
        return thrown.get();
    }

    Reply call(Request request) throws InterruptedException {
        try {
            return recorder.call(request);
        } catch (UnsupportedOperationException e) {
            throw noted(missing(request.op(), e));
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    /** Sets the event that an item waits for. */
    void signal(long item) throws InterruptedException {
        Request signal = Request.item("signal", item);
        try {
            recorder.arrange(signal);
        } catch (UnsupportedOperationException e) {
            throw noted(missing(signal.op(), e));
        } catch (RuntimeException e) {
            throw noted(e);
        }
    }

    void create(long... items) throws InterruptedException {
        for (long item : items) {
            call(Request.item("create", item));
        }
    }

    void enqueue(long... items) throws InterruptedException {
        for (long item : items) {
            call(Request.item("enqueue", item));
        }
    }

    void flush(long... items) throws InterruptedException {
        for (long item : items) {
            call(Request.item("flush", item));
        }
    }

    void delete(long... items) throws InterruptedException {
        for (long item : items) {
            call(Request.item("delete", item));
        }
    }

    /** Has something done when the stage is closed, also after a hang. */
    void onClose(Runnable action) {
        closing.add(action);
    }

    /** Makes runs of an item wait until the latch is counted down. */
    CountDownLatch block(long item) {
        CountDownLatch latch = new CountDownLatch(1);
        onRun(item, latch::await);
        return latch;
    }

    /** Does something on a thread of its own. */
    FutureTask<Void> spawn(Body body) {
        FutureTask<Void> task = new FutureTask<>((Callable<Void>) () -> {
            body.run();
            return null;
        });
        Thread thread = new Thread(task, "caller");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return task;
    }

    void join(FutureTask<Void> task) throws Exception {
        task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until so many runs of an item have begun. */
    void awaitRuns(long item, int count) throws InterruptedException, TimeoutException {
        await(() -> begun.getOrDefault(item, new AtomicInteger()).get() >= count);
    }

    int runs(long item) {
        return begun.getOrDefault(item, new AtomicInteger()).get();
    }

    /** Waits until so many runs have begun in all and none is under way, or a while, for those that will not come. */
    void settle(int runs) throws InterruptedException, TimeoutException {
        try {
            await(() -> underWay.get() == 0
                    && begun.values().stream().mapToInt(AtomicInteger::get).sum() >= runs);
        } catch (TimeoutException e) {
            if (underWay.get() > 0) {
                throw e;
            }
            // What has not come by now will not: the oracle will say so.
        }
    }

    private void await(Callable<Boolean> condition) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("waited for " + patience);
                }
                Thread.sleep(1);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
        threads.forEach(Thread::interrupt);
        recorder.close();
    }
}
