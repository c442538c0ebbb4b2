/**
 * Media Foundation's work queues, in the clothes of Java.
 *
 * <p>A {@link workqueue.reference.mf.MediaFoundation} has a {@link workqueue.reference.core.WorkQueue} of distinct
 * instances for each of its queues with threads, with one worker if it is serial; serial queues that are allocated over
 * others have no threads and hand their items on. This package adds identifiers, the counts of starts and locks, keys of
 * items that wait for their time or for an event, and statuses.
 *
 * <p>Where the sources differ: ordinary queues are serial (XM-1); the time that a shutdown waits is a parameter (XM-3),
 * and within it accepted items run (XM-4); items run on the queue that the put names (XM-5); undefined platform queues
 * are the standard queue (XM-6); a callback's queue that does not
 * exist or fit is an error (XM-7); one queue too many is E_FAIL (XM-9); a scheduled item that is cancelled in time does not
 * run, and a waiting one is told (XM-10); results unlock the platform when they are released (XM-12); a serial queue can be
 * allocated over every queue that exists (XM-14); the items of a released queue run (XM-15).
 *
 * <p>An argument must not be null unless its documentation says what follows; else it is a {@link NullPointerException},
 * and nothing has changed. Identifiers and keys are numbers: those of another platform name what they name on this one, or
 * nothing.
 *
 * <p>What the facts about the family come to, each with the test that shows it:
 *
 * <table>
 *   <caption>Facts</caption>
 *   <tr><td>MF-1</td><td>the caller's duty; see MF-2</td></tr>
 *   <tr><td>MF-2</td><td>MfPlatformTest#MF_2_onlyTheShutdownThatBalancesTheFirstStartShutsDown</td></tr>
 *   <tr><td>MF-3</td><td>MfPlatformTest#MF_3_shutdownWithoutAStartSucceedsAndChangesNothing</td></tr>
 *   <tr><td>MF-4</td><td>MfPlatformTest#MF_4_allocationNeedsAStartAndAPlatformLock;
 *       a put needs the start only (XM-16)</td></tr>
 *   <tr><td>MF-5</td><td>MfPlatformTest#MF_5_onlyTheFirstStartLocksThePlatform</td></tr>
 *   <tr><td>MF-6</td><td>an exception, not a deadlock:
 *       MfPlatformTest#MF_6_queueThreadMayNeitherStartNorShutDown</td></tr>
 *   <tr><td>MF-7</td><td>MfPlatformTest#MF_7_versionIsChecked, MfPlatformTest#MF_7_refusedStartIsNotCounted</td></tr>
 *   <tr><td>MF-8</td><td>MfPlatformTest#MF_8_shutdownWaitsWhileAQueueIsLocked,
 *       MfPlatformTest#MF_8_shutdownGivesUpAtItsLimit</td></tr>
 *   <tr><td>MF-9</td><td>the caller's duty; the count is believed</td></tr>
 *   <tr><td>MF-10</td><td>MfDeferredTest#MF_10_resultLocksThePlatformUntilItIsReleasedAndHasRun,
 *       MfDeferredTest#MF_10_shutdownWaitsForResults; it is released when its last item has run (XM-12)</td></tr>
 *   <tr><td>MF-11</td><td>an application's own result is one that the application makes; embedding a structure belongs to C</td></tr>
 *   <tr><td>MF-12</td><td>MfPlatformTest#MF_12_resultCanBeMadeBeforeTheStart</td></tr>
 *   <tr><td>MF-13</td><td>apartments belong to COM</td></tr>
 *   <tr><td>MF-14</td><td>MfQueueTest#MF_14_privateIdentifiersHaveAnUpperHalfAndAreNeverGivenOutAgain</td></tr>
 *   <tr><td>MF-15</td><td>MfQueueTest#MF_15_putToAnUnknownPrivateQueueFails</td></tr>
 *   <tr><td>MF-16</td><td>MfQueueTest#MF_16_putToAnUndefinedPlatformQueueGoesToStandard</td></tr>
 *   <tr><td>MF-17</td><td>MfPlatformTest#MF_17_putNeedsAStartedPlatform</td></tr>
 *   <tr><td>MF-18</td><td>MfPlatformTest#MF_18_shutdownWinsOverABadQueue</td></tr>
 *   <tr><td>MF-19</td><td>MfQueueTest#MF_19_queueLivesUntilItIsUnlockedAsOftenAsLocked</td></tr>
 *   <tr><td>MF-20</td><td>MfQueueTest#MF_20_lockingAPlatformQueueDoesNothing</td></tr>
 *   <tr><td>MF-21</td><td>MfQueueTest#MF_21_unlockBeyondTheLastFails</td></tr>
 *   <tr><td>MF-22</td><td>MfQueueTest#MF_22_acceptedItemsRunAfterTheLastUnlockAndThenTheThreadEnds</td></tr>
 *   <tr><td>MF-23</td><td>MfQueueTest#MF_23_tooManyQueuesFail,
 *       MfQueueTest#MF_23_theLimitIsAParameterAndAtFirst124</td></tr>
 *   <tr><td>MF-24</td><td>MfQueueTest#MF_24_allocateIsTheStandardTypeWhichIsSerial</td></tr>
 *   <tr><td>MF-25</td><td>MfSerialQueueTest#MF_25_sharedQueueIsOneForEachTask</td></tr>
 *   <tr><td>MF-26</td><td>MfSerialQueueTest#MF_26_keepsItsBaseAlive</td></tr>
 *   <tr><td>MF-27</td><td>MfSerialQueueTest#MF_27_severalOverOneExcludeOnlyTheirOwn,
 *       MfSerialQueueTest#MF_27_serialQueuesStandOverSerialQueues</td></tr>
 *   <tr><td>MF-28</td><td>MfSerialQueueTest#MF_28_runsOneAtATimeAndInOrder,
 *       MfShutdownTest#S1_serialQueueStaysSerialAcrossAHastyRestart</td></tr>
 *   <tr><td>MF-29</td><td>MfQueueTest#MF_29_multithreadedQueuesRunSeveralItemsAndOneCallbackAtOnce</td></tr>
 *   <tr><td>MF-30</td><td>MfQueueTest#MF_30_standardQueuesAreSerial</td></tr>
 *   <tr><td>MF-31</td><td>all platform queues but MULTITHREADED are serial:
 *       MfQueueTest#MF_30_standardQueuesAreSerial</td></tr>
 *   <tr><td>MF-32</td><td>MfPutTest#MF_32_puttingTheSameTwiceMakesTwoRuns</td></tr>
 *   <tr><td>MF-33</td><td>MfQueueTest#MF_29_multithreadedQueuesRunSeveralItemsAndOneCallbackAtOnce</td></tr>
 *   <tr><td>MF-34</td><td>MfPutTest#MF_34_callbackMayPutToItsOwnQueueAndToOthers</td></tr>
 *   <tr><td>MF-35</td><td>the caller's duty; nothing detects it</td></tr>
 *   <tr><td>MF-36</td><td>MfPriorityTest#MF_36_mostUrgentIsDequeuedFirstAndOfEquallyUrgentOnesTheOldest</td></tr>
 *   <tr><td>MF-37</td><td>MfPriorityTest#MF_37_serialQueuesKeepTheirOrder,
 *       MfPriorityTest#MF_37_serialQueueHandsItsFirstItemOnWithItsPriority</td></tr>
 *   <tr><td>MF-38</td><td>MfSerialQueueTest#MF_38_waitsForTheReply, MfSerialQueueTest#MF_38_replyMayComeFromTheCallbackItself</td></tr>
 *   <tr><td>MF-39</td><td>MfSerialQueueTest#MF_39_secondReplyDoesNothing,
 *       MfSerialQueueTest#MF_39_replyAfterAShutdownStillLetsTheQueueGoOn; a missing one stalls the queue</td></tr>
 *   <tr><td>MF-40</td><td>MfPutTest#MF_40_itemRunsOnTheQueueThatWasNamed,
 *       MfDeferredTest#MF_40_putIgnoresTheQueueThatTheCallbackNames</td></tr>
 *   <tr><td>MF-41</td><td>MfDeferredTest#MF_41_deferredItemsAndInvokedResultsRunWhereTheCallbackSays,
 *       MfDeferredTest#MF_41_standardIsForCallbacksThatNameNoQueue</td></tr>
 *   <tr><td>MF-42</td><td>MfDeferredTest#MF_42_fastCallbacksNeedAFastQueue</td></tr>
 *   <tr><td>MF-43</td><td>an error while there is somebody to tell, else STANDARD (XM-7):
 *       MfDeferredTest#MF_43_queueThatGoesBeforeItsItemFiresIsReplacedByStandard</td></tr>
 *   <tr><td>MF-44</td><td>results have no event</td></tr>
 *   <tr><td>MF-45</td><td>MfDeferredTest#MF_45_scheduledItemRunsWhenItsTimeHasPassed,
 *       MfDeferredTest#MF_45_zeroIsAtOnceAndPositiveIsRefused, MfDeferredTest#MF_45_theMachinesTimePassesByItself</td></tr>
 *   <tr><td>MF-46</td><td>one timer for all: MfDeferredTest#MF_45_scheduledItemRunsWhenItsTimeHasPassed,
 *       MfDeferredTest#MF_53_periodicCallbackIsCalledEveryTenMilliseconds</td></tr>
 *   <tr><td>MF-47</td><td>MfDeferredTest#MF_47_waitingItemRunsOnceWhenItsEventIsSet,
 *       MfDeferredTest#MF_47_eventThatIsSetReleasesAtOnceUntilItIsReset</td></tr>
 *   <tr><td>MF-48</td><td>the race is lost when the item has fired: MfDeferredTest#MF_51_keyOfAnItemThatFiredIsConsumed</td></tr>
 *   <tr><td>MF-49</td><td>MfDeferredTest#MF_49_cancelledScheduledItemDoesNotRun</td></tr>
 *   <tr><td>MF-50</td><td>MfDeferredTest#MF_50_cancelledWaitingItemIsTold</td></tr>
 *   <tr><td>MF-51</td><td>MfDeferredTest#MF_51_keyOfAnItemThatFiredIsConsumed</td></tr>
 *   <tr><td>MF-52</td><td>MfDeferredTest#MF_52_nothingIsDeferredOrCancelledWhileShutDown</td></tr>
 *   <tr><td>MF-53</td><td>MfDeferredTest#MF_53_periodicCallbackIsCalledEveryTenMilliseconds,
 *       MfDeferredTest#MF_53_periodicCallbackThatThrowsIsCalledAgain</td></tr>
 *   <tr><td>MF-54</td><td>MfDeferredTest#MF_54_removedPeriodicCallbackIsNotCalledAgain; a call that has begun is not waited for</td></tr>
 *   <tr><td>MF-55</td><td>a put answers no key</td></tr>
 *   <tr><td>MF-56</td><td>the permission is not used: see MF-57</td></tr>
 *   <tr><td>MF-57</td><td>MfShutdownTest#MF_57_shutdownRunsWhatWasAccepted,
 *       MfShutdownTest#MF_57_itemsThatTheLimitLeftBehindStillRun</td></tr>
 *   <tr><td>MF-58</td><td>MfDeferredTest#MF_58_whatWaitsAtShutdownIsForgotten; no reference is left</td></tr>
 *   <tr><td>MF-59</td><td>MfDeferredTest#MF_59_whatWasCancelledBeforeAShutdownIsTold</td></tr>
 *   <tr><td>MF-60</td><td>MfShutdownTest#MF_60_privateQueuesSurviveAShutdown,
 *       MfSerialQueueTest#MF_60_survivesAShutdownWithItems</td></tr>
 *   <tr><td>MF-61</td><td>MfSerialQueueTest#MF_61_acceptedItemsRunAfterTheLastUnlock</td></tr>
 *   <tr><td>MF-62</td><td>MfQueueTest#MF_62_callbackMayReleaseItsOwnQueue</td></tr>
 *   <tr><td>MF-63</td><td>MfPutTest#MF_63_theResultIsForgottenAfterInvoke</td></tr>
 *   <tr><td>MF-64</td><td>invoke returns nothing; MfPutTest#MF_64_statusThatACallbackLeavesChangesNothing</td></tr>
 *   <tr><td>MF-65</td><td>MfPutTest#MF_65_callbackThatThrowsEndsItsOwnRunOnly</td></tr>
 *   <tr><td>MF-66</td><td>MfPutTest#MF_66_callbackGetsTheStateOnce, MfStressTest#manyThreadsOnAFewQueues</td></tr>
 *   <tr><td>MF-67</td><td>MfPutTest#MF_67_itemsRunOnThreadsOfTheFactory; there is nothing to marshal</td></tr>
 * </table>
 */
package workqueue.reference.mf;
