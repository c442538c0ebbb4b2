package workqueue.properties.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;

/** The calls of profile {@code mf} that scenarios make. */
final class MediaFoundationCalls {
    static final long STANDARD = 1;
    static final long MULTITHREADED = 5;
    static final long UNKNOWN = 0x7fff0001L;
    static final long TYPE_STANDARD = 0;
    static final long TYPE_MULTITHREADED = 2;

    /** What items are labelled with that the platform puts itself, as in recordings; their callbacks name no queue. */
    private static final long TIMER = 4;

    private MediaFoundationCalls() {}

    static Scenario scenario(String name, List<String> rules, Scenario.Script script) {
        return new Scenario(name, new Setup("mf", 3, false), rules, script);
    }

    static void startup(Stage stage) throws InterruptedException {
        stage.call(Request.of("startup"));
    }

    static void shutdown(Stage stage) throws InterruptedException {
        stage.call(Request.of("shutdown"));
    }

    static Reply put(Stage stage, long queue, long item) throws InterruptedException {
        return stage.call(Request.put("put", queue, item));
    }

    static Reply put2(Stage stage, long queue, long item, long priority) throws InterruptedException {
        return stage.call(new Request("put2", queue, item, priority));
    }

    static long allocate(Stage stage, long type) throws InterruptedException {
        return allocated(stage.call(new Request("allocate_queue", null, null, type)));
    }

    static long allocateOver(Stage stage, long base) throws InterruptedException {
        return allocated(stage.call(new Request("allocate_serial_queue", null, null, base)));
    }

    /** Locks the queue that a task shares. */
    static long lockShared(Stage stage, long task) throws InterruptedException {
        return allocated(stage.call(new Request("lock_shared_queue", null, null, task)));
    }

    private static long allocated(Reply reply) {
        return reply.queue() == null ? UNKNOWN : reply.queue();
    }

    static void lock(Stage stage, long queue) throws InterruptedException {
        stage.call(Request.queue("lock_queue", queue));
    }

    static void unlock(Stage stage, long queue) throws InterruptedException {
        stage.call(Request.queue("unlock_queue", queue));
    }

    /** Schedules an item; returns its key, or null. */
    static Long schedule(Stage stage, long item, long millis) throws InterruptedException {
        return stage.call(new Request("schedule", TIMER, item, -millis)).key();
    }

    /** Puts an item to wait for its event; returns its key, or null. */
    static Long putWaiting(Stage stage, long item) throws InterruptedException {
        return stage.call(new Request("put_waiting", TIMER, item, null)).key();
    }

    /** Cancels an item by its key, which null is not. */
    static void cancel(Stage stage, long item, Long key) throws InterruptedException {
        stage.call(new Request("cancel", TIMER, item, key == null ? 0 : key));
    }

    /** Adds a periodic callback; returns its key, or null. */
    static Long addPeriodic(Stage stage, long item) throws InterruptedException {
        return stage.call(new Request("add_periodic", TIMER, item, null)).key();
    }

    /** Removes a periodic callback by its key, which null is not. */
    static void removePeriodic(Stage stage, Long key) throws InterruptedException {
        stage.call(new Request("remove_periodic", null, null, key == null ? 0 : key));
    }

    /** Three threads put 36 items to the queues in turn, which all run. */
    static void feed(Stage stage, List<Long> queues) throws Exception {
        AtomicLong items = new AtomicLong();
        List<FutureTask<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            callers.add(stage.spawn(() -> {
                for (int step = 0; step < 12; step++) {
                    put(stage, queues.get(step % queues.size()), items.incrementAndGet());
                }
            }));
        }
        for (FutureTask<Void> caller : callers) {
            stage.join(caller);
        }
        stage.settle(36);
    }
}
