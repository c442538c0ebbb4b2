/** The reference runtime as an {@link workqueue.properties.kit.Implementation}: what is tested unless told otherwise. */
package workqueue.properties.reference;
