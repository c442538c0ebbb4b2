package workqueue.properties.suite;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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
    private final Stillness stillness;
    private final Map<Long, Body> bodies = new ConcurrentHashMap<>();
    private final Map<Long, AtomicInteger> begun = new ConcurrentHashMap<>();
    private final AtomicReference<RuntimeException> thrown = new AtomicReference<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<CountDownLatch> closing = new CopyOnWriteArrayList<>();

    /** Opens the scenario's session. */
    Stage(Implementation implementation, Scenario scenario) {
        stillness = new Stillness(this::recorded);
        try {
            recorder = new Recorder(implementation, scenario.setup(), scenario.name(), this::run);
        } catch (UnsupportedOperationException e) {
            throw missing("sessions as asked for", e);
        }
    }

    private long recorded() {
        return recorder.events();
    }

    /** The message is the name of the operation, whatever the implementation says. */
    private static UnsupportedOperationException missing(String operation, UnsupportedOperationException e) {
        return new UnsupportedOperationException(operation, e);
    }

    private void run(Long queue, long item) {
        stillness.watch(Thread.currentThread());
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

    /** What runs and callers can wait for, until it is counted down; when the stage is closed, it is in any case. */
    CountDownLatch gate() {
        CountDownLatch gate = new CountDownLatch(1);
        closing.add(gate);
        return gate;
    }

    /** Makes runs of an item wait until the gate is counted down. */
    CountDownLatch block(long item) {
        CountDownLatch gate = gate();
        onRun(item, gate::await);
        return gate;
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

    /** Waits until a task is done; throws what it threw, as the cause of an {@link ExecutionException}. */
    void join(FutureTask<Void> task) throws InterruptedException, TimeoutException, ExecutionException {
        await(task::isDone);
        task.get();
    }

    /** Waits until so many runs of an item have begun. */
    void awaitRuns(long item, int count) throws InterruptedException, TimeoutException {
        await(() -> begun.getOrDefault(item, new AtomicInteger()).get() >= count);
    }

    int runs(long item) {
        return begun.getOrDefault(item, new AtomicInteger()).get();
    }

    /** Waits until so many runs have begun in all and none is under way, or until those that are missing will not come. */
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

    /** Waits until everybody waits, so that whatever can happen has happened, but for what time brings. */
    void rest() throws InterruptedException {
        stillness.rest();
    }

    /** Lets time pass, and waits until what it has brought has happened. */
    void elapse(long millis) throws InterruptedException {
        Thread.sleep(millis);
        rest();
    }

    private void await(BooleanSupplier condition) throws InterruptedException, TimeoutException {
        if (!stillness.await(condition)) {
            throw new TimeoutException("what is waited for does not come");
        }
    }

    /**
     * Waits, on a thread that is none of the scenario's, until the task is done; false if it will not be, or if so many
     * events were recorded before.
     */
    boolean awaitEnd(FutureTask<Void> task, long events) throws InterruptedException {
        return stillness.await(() -> task.isDone() || recorded() >= events) && task.isDone();
    }

    @Override
    public void close() {
        closing.forEach(CountDownLatch::countDown);
        threads.forEach(Thread::interrupt);
        recorder.close();
    }
}
