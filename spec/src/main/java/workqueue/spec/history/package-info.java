/** Recorded histories: what a line says, and how files of them are read and written. */
package workqueue.spec.history;
