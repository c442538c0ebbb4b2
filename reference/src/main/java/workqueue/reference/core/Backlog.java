package workqueue.reference.core;

/**
 * What is queued, with two ends that are used independently: items are added with the lock of the queue's tail held, and
 * removed with the lock of its head held. Only {@link #fill}, which hands on what was added, needs both.
 */
final class Backlog {
    /** What was added and not handed on yet. Guarded by the tail's lock. */
    private Lanes inbox = new Lanes();

    /** What was handed on, all of it before what is in the inbox. Guarded by the head's lock. */
    private Lanes outbox = new Lanes();

    /** Whether an item ever had a priority, so that what is in the inbox may be more urgent. Set with the tail's lock. */
    private volatile boolean ranked;

    /** With the tail's lock. */
    void add(WorkItem item) {
        ranked |= item.priority != 0;
        inbox.add(item);
    }

    /** Takes an item out again that was just added. With the tail's lock, which was held since. */
    void removeLast(WorkItem item) {
        inbox.removeLast(item);
    }

    /** Whether to look into the inbox before the next {@link #remove}. With the head's lock. */
    boolean isToBeFilled() {
        return outbox.isEmpty() || ranked;
    }

    /** Hands on what was added; answers whether there is anything to remove. With both locks. */
    boolean fill() {
        if (outbox.isEmpty()) {
            Lanes empty = outbox;
            outbox = inbox;
            inbox = empty;
        }
        while (!inbox.isEmpty()) {
            outbox.add(inbox.remove());
        }
        return !outbox.isEmpty();
    }

    /** Takes out the most urgent, and of equally urgent ones the oldest; there must be one. With the head's lock. */
    WorkItem remove() {
        return outbox.remove();
    }

    /** How many items are queued. With both locks. */
    int size() {
        return inbox.size() + outbox.size();
    }
}
