package workqueue.reference.mf;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import workqueue.reference.core.DrivenThread;

/**
 * The items of a started platform that are put, scheduled or made to wait, on the standard queue, whose thread takes a step
 * when it is told to. Time comes for each item when somebody says so.
 */
public final class DrivenItems {
    private final DrivenThread thread = new DrivenThread();
    private final Guard guard = new Guard();
    private final QueueTable queues = new QueueTable(thread, 1, 1, guard);
    private final DeferredItems deferred = new DeferredItems(guard, queues, this::newAlarm);

    // All below is guarded by the guard, but for what ran, which is the thread's.
    private final Map<Long, Runnable> causes = new HashMap<>();
    private Runnable newest;
    private String ran;

    /** Starts the queues. */
    public DrivenItems() {
        guard.run(queues::start);
    }

    private Runnable newAlarm(Duration delay, Runnable action) {
        newest = action;
        return () -> {};
    }

    /** Puts an item. */
    public void put() {
        queues.find(QueueId.STANDARD).put(item(new long[1]));
    }

    /** Schedules an item; returns its key. */
    public long schedule() {
        return defer(item -> {
            long key = deferred.schedule(item, Duration.ZERO);
            causes.put(key, newest);
            return key;
        });
    }

    /** Puts an item to wait for an event of its own; returns its key. */
    public long await() {
        return defer(item -> {
            Event event = new Event();
            long key = deferred.await(event, item);
            causes.put(key, event::set);
            return key;
        });
    }

    private long defer(ToLongFunction<Item> deferral) {
        long[] key = new long[1];
        return guard.locked(() -> key[0] = deferral.applyAsLong(item(key)));
    }

    private Item item(long[] key) {
        return Item.of(new AsyncResult(null, result -> ran = told(result) + key[0], null), 0);
    }

    private static String told(AsyncResult result) {
        return result.getStatus().equals(HResult.MF_E_OPERATION_CANCELLED) ? "told " : "ran ";
    }

    /**
     * What an item waits for comes, its time or its event; nothing if there is no such item. One at a time: who sets an event
     * that is being set is not told when its items have been released.
     */
    public synchronized void comes(long key) {
        guard.locked(() -> causes.getOrDefault(key, () -> {})).run();
    }

    /** Cancels an item; answers whether it was in time. */
    public boolean cancel(long key) {
        return guard.locked(() -> deferred.cancel(key));
    }

    /** The thread runs the head of the queue; returns the item's key, 0 if it was put, or that there is none. */
    public String run() {
        synchronized (thread) {
            ran = "nothing";
            thread.runOne();
            return ran;
        }
    }
}
