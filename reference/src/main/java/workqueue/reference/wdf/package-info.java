/**
 * The framework work items of KMDF, in the clothes of Java. Versions before 1.7 differ in one thing, what the caller
 * must not do: {@link workqueue.reference.wdf.FrameworkVersion}.
 *
 * <p>A {@link workqueue.reference.wdf.WdfDevice} hangs on the system's queue and worker threads, a
 * {@link workqueue.reference.core.WorkQueue}; a {@link workqueue.reference.wdf.WdfWorkItem} is one of that queue's
 * items and a scope of its own. This package adds the objects' lives, the callback lock, and statuses.
 *
 * <p>An argument must not be null unless its documentation says what follows; else it is a {@link NullPointerException},
 * and nothing has changed.
 *
 * <p>Where the sources differ: a parent that is not passive is an error only if it synchronizes (XW-1); flush waits for
 * what is outstanding when it begins (XW-3); cleanup comes after the callback, also if that deletes its item (XW-4),
 * and after a run that was then pending (XW-5); each run knows its thread, so that overlapping ones may delete or flush
 * their item (XW-6); an item that waits for the callback lock is no longer pending (XW-7).
 *
 * <p>What the facts about this family come to, each with the test that shows it:
 *
 * <table>
 *   <caption>Facts</caption>
 *   <tr><td>WDF-1</td><td>WdfCreateTest#WDF_1_withoutParentThereIsNoItem</td></tr>
 *   <tr><td>WDF-2</td><td>WdfCreateTest#WDF_2_parentMayBeADeviceOrAnythingBelowOne</td></tr>
 *   <tr><td>WDF-3</td><td>WdfCreateTest#WDF_3_nullCallbackIsAnInvalidParameter; memory has no limit here</td></tr>
 *   <tr><td>WDF-4</td><td>Java has no structure sizes</td></tr>
 *   <tr><td>WDF-5</td><td>WdfCreateTest#WDF_5_serializationNeedsAPassiveParentOnlyIfTheParentSynchronizes</td></tr>
 *   <tr><td>WDF-6</td><td>WdfCreateTest#WDF_6_failedCreationLeavesNothingBehind</td></tr>
 *   <tr><td>WDF-7</td><td>WdfCreateTest#WDF_7_creationTakesNoThread</td></tr>
 *   <tr><td>WDF-8</td><td>WdfEnqueueTest#WDF_8_itemsRunInTheOrderInWhichTheyWereEnqueued</td></tr>
 *   <tr><td>WDF-9</td><td>WdfEnqueueTest#WDF_9_enqueueOfAPendingItemAddsNothing</td></tr>
 *   <tr><td>WDF-10</td><td>WdfEnqueueTest#WDF_10_before17EnqueueOfAPendingItemIsReported</td></tr>
 *   <tr><td>WDF-11</td><td>enqueue returns nothing</td></tr>
 *   <tr><td>WDF-12</td><td>WdfEnqueueTest#WDF_12_runSeesWhatWasStoredBeforeTheEnqueueThatCoalesced</td></tr>
 *   <tr><td>WDF-13</td><td>WdfEnqueueTest#WDF_13_enqueueWhileRunningMakesOneMoreRun</td></tr>
 *   <tr><td>WDF-14</td><td>WdfEnqueueTest#WDF_14_runsOfOneItemMayOverlap</td></tr>
 *   <tr><td>WDF-15</td><td>WdfEnqueueTest#WDF_9_enqueueOfAPendingItemAddsNothing,
 *       WdfSerializationTest#XW_7_coalescingEndsAtTheDequeue</td></tr>
 *   <tr><td>WDF-16</td><td>WdfEnqueueTest#WDF_16_deletedItemIsABugCheck; wrong types do not compile</td></tr>
 *   <tr><td>WDF-17</td><td>WdfEnqueueTest#WDF_17_callbackRunsOnASystemWorkerThread;
 *       there are no interrupt levels</td></tr>
 *   <tr><td>WDF-18</td><td>WdfSerializationTest#WDF_18_itemsExcludeOneAnotherAndTheDevicesCallbacks</td></tr>
 *   <tr><td>WDF-19</td><td>WdfSerializationTest#WDF_19_scopeNoneMeansNoExclusion</td></tr>
 *   <tr><td>WDF-20</td><td>WdfSerializationTest#WDF_20_withoutSerializationThereIsNoExclusion</td></tr>
 *   <tr><td>WDF-21</td><td>left open: the lock is not fair</td></tr>
 *   <tr><td>WDF-22</td><td>WdfFlushTest#WDF_22_flushWaitsForAPendingItem</td></tr>
 *   <tr><td>WDF-23</td><td>WdfFlushTest#WDF_23_flushOfAnItemThatWasNeverEnqueuedReturnsAtOnce</td></tr>
 *   <tr><td>WDF-24</td><td>WdfFlushTest#WDF_24_flushFromTheOwnCallbackIsReportedAndDoesNotWait</td></tr>
 *   <tr><td>WDF-25</td><td>the weaker promise (XW-3):
 *       WdfFlushTest#WDF_25_flushOfAnItemThatKeepsEnqueueingItselfReturns</td></tr>
 *   <tr><td>WDF-26</td><td>an exception, not a deadlock:
 *       WdfFlushTest#WDF_26_flushThatWouldWaitForItsOwnLockIsRefused</td></tr>
 *   <tr><td>WDF-27</td><td>there are no interrupt levels</td></tr>
 *   <tr><td>WDF-28</td><td>WdfDeleteTest#WDF_28_deleteOfAnIdleItemCleansItUpHere</td></tr>
 *   <tr><td>WDF-29</td><td>WdfDeleteTest#WDF_29_deleteOfAQueuedItemRunsItFirst</td></tr>
 *   <tr><td>WDF-30</td><td>WdfDeleteTest#WDF_30_deleteOfARunningItemWaitsForTheCallback</td></tr>
 *   <tr><td>WDF-31</td><td>WdfDeleteTest#WDF_31_deleteFromTheOwnCallbackReturnsAtOnceAndCleansUpAfterIt</td></tr>
 *   <tr><td>WDF-32</td><td>the other reading (XW-4), as for WDF-31</td></tr>
 *   <tr><td>WDF-33</td><td>WdfDeleteTest#WDF_33_pendingRunOfASelfDeletedItemRunsBeforeTheCleanup</td></tr>
 *   <tr><td>WDF-34</td><td>there are no interrupt levels; a delete from outside always waits</td></tr>
 *   <tr><td>WDF-35</td><td>WdfDeleteTest#WDF_35_enqueueDuringTheDeletionIsRefusedSilently</td></tr>
 *   <tr><td>WDF-36</td><td>WdfDeleteTest#WDF_36_enqueueDuringTheDeletionOfAPendingItemIsCoalesced</td></tr>
 *   <tr><td>WDF-37</td><td>WdfParentTest#WDF_37_deleteOfTheDeviceFinishesItsItemsFirst</td></tr>
 *   <tr><td>WDF-38</td><td>left open: no test expects an order of siblings</td></tr>
 *   <tr><td>WDF-39</td><td>WdfParentTest#WDF_37_deleteOfTheDeviceFinishesItsItemsFirst</td></tr>
 *   <tr><td>WDF-40</td><td>there are no interrupt levels</td></tr>
 *   <tr><td>WDF-41</td><td>WdfParentTest#WDF_41_referenceKeepsTheHandleGood,
 *       WdfParentTest#WDF_41_outstandingRunKeepsTheHandleGood</td></tr>
 *   <tr><td>WDF-42</td><td>WdfParentTest#WDF_42_dereferenceOfTheFrameworksReferenceIsABugCheck</td></tr>
 *   <tr><td>WDF-43</td><td>the caller's duty; as for WDF-31</td></tr>
 *   <tr><td>WDF-44</td><td>WdfDeleteTest#WDF_44_secondDeleteIsDroppedWhileTheFirstIsUnderWay</td></tr>
 *   <tr><td>WDF-45</td><td>the caller's duty</td></tr>
 *   <tr><td>WDF-46</td><td>WdfEnqueueTest#WDF_46_callbackThatThrowsEndsItsOwnRunOnly;
 *       there are no interrupt levels</td></tr>
 *   <tr><td>WDF-47</td><td>there are no such operations</td></tr>
 *   <tr><td>WDF-48</td><td>WdfCreateTest#WDF_48_everyItemHasItsOwnContext</td></tr>
 * </table>
 */
package workqueue.reference.wdf;
