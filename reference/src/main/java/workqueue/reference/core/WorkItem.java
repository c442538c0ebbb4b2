package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

/** Something that can be enqueued: a callback, the scope that it opens and closes with, and its place. */
public final class WorkItem {
    final Scope scope;
    final Place place;
    final int priority;
    final Runnable callback;

    /** How many instances were accepted; the number of the latest. Guarded by the lock of the queue's tail. */
    long accepted;

    /** How many of them were dequeued; the number of the latest. Guarded by the lock of the queue's head. */
    long dequeued;

    /**
     * Makes an item with priority 0 and a place of its own, which can be enqueued on one queue.
     *
     * @param scope what the item opens and closes with
     * @param callback what a run of the item calls, on a thread of the queue; it may enqueue any item, this one too
     */
    public WorkItem(Scope scope, Runnable callback) {
        this(scope, new Place(), 0, callback);
    }

    /**
     * Makes an item that may share its place, as {@link #WorkItem(Scope, Runnable)} does else.
     *
     * @param place where it is pending on a coalescing queue; on others it means nothing, and all may share one
     * @param priority any number; of what is queued the greatest is dequeued first
     */
    public WorkItem(Scope scope, Place place, int priority, Runnable callback) {
        this.scope = requireNonNull(scope, "scope");
        this.place = requireNonNull(place, "place");
        this.priority = priority;
        this.callback = requireNonNull(callback, "callback");
    }
}
