/**
 * The work items of the I/O manager and of the executive, in the clothes of Java.
 *
 * <p>{@link workqueue.reference.io.SystemWorkers} has a queue and threads for each
 * {@link workqueue.reference.io.WorkQueueType}; an {@link workqueue.reference.io.IoWorkItem} is bound to a device or a
 * driver, an {@link workqueue.reference.io.ExWorkItem} to nothing. Each time that an item is queued makes an instance of a
 * {@link workqueue.reference.core.WorkQueue} of distinct ones; this package adds the one place that an item has, the
 * objects' references, and the bug checks. What the documents have a bug check for throws a
 * {@link workqueue.reference.nt.BugCheck} with its number and first parameter; what they only forbid, an exception whose
 * message begins with the rule.
 *
 * <p>Where the sources differ: every defined type will do (XI-1); a second queueing is found at once, so that no list is
 * corrupted and 0x96 never follows (XI-2); a routine that is not there is 0xE4 with 7 (XI-3); memory must be nonpaged (XI-4);
 * nothing looks at an item whose routine was called (XI-5); routine and context are of the call that queues, and the place is
 * free from the begin of the routine on, not from the dequeue (XI-6); each type is first in, first out (XI-7).
 *
 * <p>An argument must not be null unless its documentation says what follows; else it is a {@link NullPointerException},
 * and nothing has changed.
 *
 * <p>What the facts about this family come to, each with the test that shows it:
 *
 * <table>
 *   <caption>Facts</caption>
 *   <tr><td>IO-1</td><td>IoMisuseTest#IO_1_itemOfADriverIsOfTheExtendedKind</td></tr>
 *   <tr><td>IO-2</td><td>IoMisuseTest#IO_2_pairsAreNotMixedUp</td></tr>
 *   <tr><td>IO-3</td><td>IoMisuseTest#IO_3_memoryIsNonpagedAndLargeEnough</td></tr>
 *   <tr><td>IO-4</td><td>IoQueueTest#IO_4_queuedItemRunsWithItsRoutineAndContext</td></tr>
 *   <tr><td>IO-5</td><td>IoQueueTest#IO_5_everyDefinedTypeHasItsOwnQueue</td></tr>
 *   <tr><td>IO-6</td><td>queue and queueEx return nothing</td></tr>
 *   <tr><td>IO-7</td><td>IoQueueTest#IO_7_routineGetsItsObjectOnASystemThread;
 *       there are no interrupt levels</td></tr>
 *   <tr><td>IO-8</td><td>IoQueueTest#IO_10_routineMayQueueItsItemAgain</td></tr>
 *   <tr><td>IO-9</td><td>IoMisuseTest#IO_9_queuedItemIsNotQueuedAgain</td></tr>
 *   <tr><td>IO-10</td><td>IoQueueTest#IO_10_othersMayQueueARunningItem</td></tr>
 *   <tr><td>IO-11</td><td>IoQueueTest#IO_11_runsOfOneItemMayOverlap</td></tr>
 *   <tr><td>IO-12</td><td>there is no such help; it is the caller's recipe</td></tr>
 *   <tr><td>IO-13</td><td>IoMisuseTest#IO_13_queuedItemIsNotFreed</td></tr>
 *   <tr><td>IO-14</td><td>IoQueueTest#IO_14_routineMayFreeItsItem</td></tr>
 *   <tr><td>IO-15</td><td>IoQueueTest#IO_15_itemsOfOneTypeRunInTheirOrder</td></tr>
 *   <tr><td>IO-16</td><td>left open: no test expects an order of ends</td></tr>
 *   <tr><td>IO-17</td><td>IoQueueTest#IO_17_queuedItemKeepsItsDevice</td></tr>
 *   <tr><td>IO-18</td><td>the caller's duty</td></tr>
 *   <tr><td>IO-19</td><td>the caller's duty</td></tr>
 *   <tr><td>IO-20</td><td>routines may wait: IoQueueTest#IO_10_othersMayQueueARunningItem</td></tr>
 *   <tr><td>IO-21</td><td>the caller's duty</td></tr>
 *   <tr><td>IO-22</td><td>IoQueueTest#IO_22_whatARoutineLeavesBehindDoesNotReachTheNext;
 *       a thread has no interrupt level (0xE1), impersonation (0xDF) or attachment</td></tr>
 *   <tr><td>IO-23</td><td>IoQueueTest#IO_23_routineThatThrowsIsABugCheckAndEndsItsOwnRunOnly</td></tr>
 *   <tr><td>IO-24</td><td>IoMisuseTest#IO_24_thereIsARoutineATypeAnObjectAndAQueue</td></tr>
 *   <tr><td>IO-25</td><td>IoQueueTest#IO_25_tryQueuesOnlyIfAThreadIsFree</td></tr>
 *   <tr><td>IO-26</td><td>the caller's choice</td></tr>
 *   <tr><td>IO-27</td><td>IoQueueTest#IO_27_itemOfTheExLevelRunsAndNeedsNoEnd</td></tr>
 *   <tr><td>IO-28</td><td>IoQueueTest#IO_28_queueingARunningItemLeavesTheRunAsItIs</td></tr>
 *   <tr><td>IO-29</td><td>IoMisuseTest#IO_29_queueingAfterTheEndIsRefused</td></tr>
 *   <tr><td>IO-30</td><td>the number of threads is fixed</td></tr>
 * </table>
 */
package workqueue.reference.io;
