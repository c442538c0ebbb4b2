/** Verdicts written down for others to read: JUnit XML, and HTML pictures of witnesses. */
package workqueue.properties.report;
