package workqueue.spec.model;

/**
 * A scheduled or a waiting item of Media Foundation, which goes to its queue when it fires.
 *
 * @param item the item
 * @param queue the queue that its callback names (rule MF-41)
 * @param timed whether it is scheduled and waits for its time, which comes; otherwise it waits for an event, which may not
 */
public record Deferred(long item, long queue, boolean timed) {}
