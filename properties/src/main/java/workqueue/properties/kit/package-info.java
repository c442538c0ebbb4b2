/**
 * How an implementation enters: {@link workqueue.properties.kit.Implementation} opens sessions, a session performs calls
 * and reports runs, {@link workqueue.properties.kit.Recorder} writes down what happened.
 */
package workqueue.properties.kit;
