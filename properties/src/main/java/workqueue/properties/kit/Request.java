package workqueue.properties.kit;

/**
 * One call.
 *
 * @param op the operation, in the profile's words
 * @param queue which queue, or null
 * @param item which item, or null
 * @param arg the operation's argument, or null
 */
public record Request(String op, Long queue, Long item, Long arg) {
    /** A call that names nothing. */
    public static Request of(String op) {
        return new Request(op, null, null, null);
    }

    /** A call that names an item. */
    public static Request item(String op, long item) {
        return new Request(op, null, item, null);
    }

    /** A call that names a queue. */
    public static Request queue(String op, long queue) {
        return new Request(op, queue, null, null);
    }

    /** A call that names a queue and an item. */
    public static Request put(String op, long queue, long item) {
        return new Request(op, queue, item, null);
    }
}
