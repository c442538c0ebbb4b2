/**
 * How tests are told of and repeated: {@link workqueue.testing.Rerun} says how to run a test that failed,
 * {@link workqueue.testing.Report} which tests took longest and which were skipped, and {@link workqueue.testing.Repeat}
 * plays what is concurrent many times, on a machine that is idle, narrow or busy.
 */
package workqueue.testing;
