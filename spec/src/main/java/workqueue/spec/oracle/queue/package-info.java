/**
 * Judges of queues that hand out their items in order, profiles {@code fifo} and {@code dedup}, for histories of millions of
 * calls.
 */
package workqueue.spec.oracle.queue;
