/**
 * Judges of queues that hand out their items in order, profiles {@code fifo} and {@code dedup}, for histories of millions of
 * calls.
 *
 * <p><b>Both answers are certified.</b> A history conforms only when {@code Replay} has played an order of its calls on the
 * executable specification; it violates only when the general search has refuted a small part of it, cut by {@code Parts}
 * in ways that lose no conforming order. What finds the order, or the part, may therefore guess.
 *
 * <p><b>What is polynomial, and why.</b> If every item is enqueued once, say that e comes before f if the enqueue of e
 * returned before that of f began, or the dequeue of e before that of f began. An order of the queue exists exactly if no
 * two items come before each other: in a longer circle the one whose enqueue returned first and the one whose dequeue
 * returned first would already be such a pair. Then any order that extends the relation will do, so a witness can be built
 * from the front and no choice is ever wrong; {@code Witness} builds one in a pass over the events, {@code Tightening} finds
 * the pair by passes over the bounds. A call that found nothing pending, or took all, is to them a stay that begins and ends
 * at once. If items come again, the k-th stay of an item still lies between bounds that need no knowledge of which call
 * began it ({@code Stays}), and calls that found an item pending, or absent, move them.
 *
 * <p><b>What is not.</b> Which call ended which stay is free where calls of one item overlap, and a choice there can be
 * refuted much later; with calls that take all that is pending it is NP-complete to choose. {@code Attribution} pairs a call
 * with a stay where the bounds leave it only that one. For the rest {@code Witness} goes on, and when it is stuck
 * {@code Repair} goes back to a choice that is to blame and takes it another way, and if no way is left, further back. How
 * often and how far is bounded by numbers of steps, not by time. What stays open is for the general search, and inconclusive if the recording is too long for it.
 *
 * <p><b>By profile.</b> In {@code fifo} an item may be pending several times; in {@code dedup} its stays do not overlap, and
 * enqueues that found it pending narrow the bounds further. In both the judge decides what conforms, if it finds the order,
 * and only suspects what violates: the search decides the part, and names the rule.
 */
package workqueue.spec.oracle.queue;
