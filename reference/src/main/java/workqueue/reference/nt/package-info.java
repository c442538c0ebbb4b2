/** What the families of the kernel share: the numbers of its statuses, and its bug checks. */
package workqueue.reference.nt;
