package workqueue.properties.stateful;

/**
 * A queue whose workers' steps are calls. The reference driven by hand and the executable specification both are one, so
 * that what they answer can be compared.
 *
 * <p>Items, workers and scopes are numbers from zero. In a coalescing queue each item is a scope of its own; a queue of
 * distinct instances is one scope, number zero.
 */
public interface DrivenQueue {
    /** Offers the item; returns the name of the outcome. */
    String enqueue(int item);

    /** Has the worker take the head of the queue; returns {@code "item N"}, {@code "none"} or {@code "busy"}. */
    String take(int worker);

    /** Has the worker's run finish; returns {@code "finished"}, {@code "finished, drained"} or {@code "idle"}. */
    String finish(int worker);

    void open(int scope);

    void close(int scope);

    /** Closes the scope; returns whether it is drained. If not, the finish that drains it says so. */
    boolean closeAndWatch(int scope);

    /** Whether nothing of the scope is pending or running. */
    boolean isDrained(int scope);
}
