/**
 * Runs the project's TLA+ models and reads what TLC says of them.
 *
 * <p>{@link workqueue.tla.Models} is the manifest, {@link workqueue.tla.Tlc} the model checker, {@link
 * workqueue.tla.ModelResult} what it found and how that differs from the manifest. {@link workqueue.tla.StateGraph} is
 * a model's complete, labelled state graph, with states as plain Java values ({@link workqueue.tla.TlaValues}).
 *
 * <p>TLC is not a library: it keeps static state and leaves threads behind. So each run is a process of its own, in a
 * directory of its own, and neither outlives the run.
 */
package workqueue.tla;
