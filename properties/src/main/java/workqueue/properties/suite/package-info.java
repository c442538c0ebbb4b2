/** The conformance suite: scenarios that are played on an implementation, recorded, and judged by the oracle. */
package workqueue.properties.suite;
