/**
 * Kernel streaming workers in the clothes of Java.
 *
 * <p>{@link workqueue.reference.ks.KernelStreaming} has the system's queues and registers workers; a
 * {@link workqueue.reference.ks.KsWorker} is a place in a queue for one item at a time, a
 * {@link workqueue.reference.ks.KsCountedWorker} one that counts tasks. Each queue is a
 * {@link workqueue.reference.core.WorkQueue}, each worker a place in it and a scope of it.
 *
 * <p>An argument must not be null unless its documentation says what follows; else it is a {@link NullPointerException},
 * and nothing has changed.
 *
 * <p>Where documents are silent or differ: a worker that waits is not queued, not even with another item (XK-2); runs of a
 * plain worker may overlap (XK-4); the count tells whether the item was queued (XK-5); unregistering is told with the
 * queue's lock held that nothing is left (XK-3). What the caller must not do throws {@link IllegalStateException}, with
 * the rule in its message. IRQL has no counterpart (KS-2).
 */
package workqueue.reference.ks;
