/**
 * What two profiles disagree about: the shortest scenario that one allows and the other forbids.
 *
 * <p>{@link workqueue.spec.diff.Differ} searches; a {@code Client} for each executable specification says what the steps
 * of a scenario are there.
 */
package workqueue.spec.diff;
