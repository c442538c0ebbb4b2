/**
 * The queue that every family is built on: one lock, one FIFO, one algorithm.
 *
 * <p>{@link workqueue.reference.core.WorkQueue} is the Java counterpart of the TLA+ module {@code WorkQueue};
 * {@code ReferenceQueue} is the same algorithm at the grain of its locks, waits and atomic accesses.
 */
package workqueue.reference.core;
