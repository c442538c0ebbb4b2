package workqueue.reference.mf;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The items that wait for their time or for an event, by key. Every method is called with the platform's lock held, and
 * takes it where others call.
 */
final class DeferredItems {
    private final Map<Long, Deferred> items = new HashMap<>();
    private final Guard guard;
    private final QueueTable queues;
    private final Timer timer;
    private long lastKey;

    /**
     * One of them.
     *
     * @param waits whether for an event, so that a cancel is told to the callback (rule MF-50)
     * @param forget takes the item from the timer or the event
     */
    private record Deferred(Item item, boolean waits, Runnable forget) {}

    DeferredItems(Guard guard, QueueTable queues, Timer timer) {
        this.guard = guard;
        this.queues = queues;
        this.timer = timer;
    }

    /** Defers an item for a time (rules MF-45, MF-46); returns its key. */
    long schedule(Item item, Duration delay) {
        long key = ++lastKey;
        Runnable forget = timer.after(delay, () -> fire(key)); // first, for it may fail; the lock keeps it waiting
        items.put(key, new Deferred(item, false, forget));
        return key;
    }

    /** Defers an item until the event is set, which it may be (rule MF-47); returns its key. */
    long await(Event event, Item item) {
        long key = ++lastKey;
        Runnable watcher = () -> fire(key);
        items.put(key, new Deferred(item, true, () -> event.forget(watcher)));
        event.watch(watcher);
        return key;
    }

    /** The key is consumed by what comes first, its item's time or a cancel, and so the item runs once (rule MF-47). */
    private void fire(long key) {
        guard.run(() -> {
            Deferred deferred = items.remove(key);
            if (deferred != null) {
                dispatch(deferred.item);
            }
        });
    }

    /** Cancels an item that has not fired (rules MF-49, MF-50); answers whether there is one (rule MF-51). */
    boolean cancel(long key) {
        Deferred deferred = items.remove(key);
        if (deferred == null) {
            return false;
        }
        deferred.forget.run();
        if (deferred.waits) {
            dispatch(deferred.item.cancel());
        } else {
            deferred.item.drop();
        }
        return true;
    }

    /** Forgets all: they do not fire when the platform is shut down (rule MF-58). */
    void clear() {
        items.values().forEach(deferred -> {
            deferred.forget.run();
            deferred.item.drop();
        });
        items.clear();
    }

    /** A queue that went meanwhile is replaced by the standard one: there is nobody left to tell of it (MF-43). */
    private void dispatch(Item item) {
        MfQueue queue = queues.find(item.parameters().queueId());
        (queue != null ? queue : queues.find(QueueId.STANDARD)).put(item);
    }
}
