/** Recorded histories, and certificates of verdicts on them: what a line says, and how files are read and written. */
package workqueue.spec.history;
