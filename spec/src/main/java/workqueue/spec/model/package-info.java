/**
 * The executable specification: the TLA+ modules said in Java.
 *
 * <p>States are immutable values; every action is a record that says which rules forbid it in a state and what state
 * follows. {@link workqueue.spec.model.WorkQueue}, {@link workqueue.spec.model.Kmdf} and
 * {@link workqueue.spec.model.MediaFoundation} have the variables and actions of the modules of the same names, and for
 * small constants the same reachable states and labelled transitions: a test compares them with TLC's.
 *
 * <p>A variable that TLA+ holds for every item, worker or caller is held here only where it is not at rest: a worker
 * that is absent from {@code running} is idle.
 */
package workqueue.spec.model;
