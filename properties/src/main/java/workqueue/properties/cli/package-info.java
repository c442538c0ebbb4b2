/** The command line {@code wq}. */
package workqueue.properties.cli;
