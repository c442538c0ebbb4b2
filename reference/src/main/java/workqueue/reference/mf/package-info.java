/**
 * The core of Media Foundation's work queues, in the clothes of Java.
 *
 * <p>A {@link workqueue.reference.mf.MediaFoundation} has a {@link workqueue.reference.core.WorkQueue} of distinct
 * instances for each of its queues, with one worker if it is serial. This package adds identifiers, the counts of
 * starts and locks, and statuses.
 *
 * <p>Where the sources differ: ordinary queues are serial (XM-1); the time that a shutdown waits is a parameter (XM-3),
 * and within it accepted items run (XM-4); items run on the queue that the put names (XM-5); undefined platform queues
 * are the standard queue (XM-6); one queue too many is E_FAIL (XM-9); the items of a released queue run (XM-15).
 *
 * <p>What the facts about this part of the family come to, each with the test that shows it:
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
 *   <tr><td>MF-10</td><td>results hold no platform lock here</td></tr>
 *   <tr><td>MF-11</td><td>results of the application's own making belong to COM</td></tr>
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
 *   <tr><td>MF-25</td><td>shared queues are not built</td></tr>
 *   <tr><td>MF-26</td><td>allocated serial queues are not built</td></tr>
 *   <tr><td>MF-27</td><td>allocated serial queues are not built</td></tr>
 *   <tr><td>MF-28</td><td>MfQueueTest#MF_30_standardQueuesAreSerial,
 *       MfShutdownTest#S1_serialQueueStaysSerialAcrossAHastyRestart</td></tr>
 *   <tr><td>MF-29</td><td>MfQueueTest#MF_29_multithreadedQueuesRunSeveralItemsAndOneCallbackAtOnce</td></tr>
 *   <tr><td>MF-30</td><td>MfQueueTest#MF_30_standardQueuesAreSerial</td></tr>
 *   <tr><td>MF-31</td><td>all platform queues but MULTITHREADED are serial:
 *       MfQueueTest#MF_30_standardQueuesAreSerial</td></tr>
 *   <tr><td>MF-32</td><td>MfPutTest#MF_32_puttingTheSameTwiceMakesTwoRuns</td></tr>
 *   <tr><td>MF-33</td><td>MfQueueTest#MF_29_multithreadedQueuesRunSeveralItemsAndOneCallbackAtOnce</td></tr>
 *   <tr><td>MF-34</td><td>MfPutTest#MF_34_callbackMayPutToItsOwnQueueAndToOthers</td></tr>
 *   <tr><td>MF-40</td><td>MfPutTest#MF_40_itemRunsOnTheQueueThatWasNamed</td></tr>
 *   <tr><td>MF-55</td><td>there is no such operation</td></tr>
 *   <tr><td>MF-56</td><td>the permission is not used: see MF-57</td></tr>
 *   <tr><td>MF-57</td><td>MfShutdownTest#MF_57_shutdownRunsWhatWasAccepted,
 *       MfShutdownTest#MF_57_itemsThatTheLimitLeftBehindStillRun</td></tr>
 *   <tr><td>MF-58</td><td>scheduled items are not built</td></tr>
 *   <tr><td>MF-59</td><td>waiting items are not built</td></tr>
 *   <tr><td>MF-60</td><td>MfShutdownTest#MF_60_privateQueuesSurviveAShutdown</td></tr>
 *   <tr><td>MF-61</td><td>allocated serial queues are not built</td></tr>
 *   <tr><td>MF-62</td><td>MfQueueTest#MF_62_callbackMayReleaseItsOwnQueue</td></tr>
 *   <tr><td>MF-63</td><td>MfPutTest#MF_63_theResultIsForgottenAfterInvoke</td></tr>
 *   <tr><td>MF-64</td><td>invoke returns nothing</td></tr>
 *   <tr><td>MF-65</td><td>MfPutTest#MF_65_callbackThatThrowsEndsItsOwnRunOnly</td></tr>
 *   <tr><td>MF-66</td><td>MfPutTest#MF_66_callbackGetsTheStateOnce, MfStressTest#manyThreadsOnAFewQueues</td></tr>
 *   <tr><td>MF-67</td><td>MfPutTest#MF_67_itemsRunOnThreadsOfTheFactory; there is nothing to marshal</td></tr>
 * </table>
 */
package workqueue.reference.mf;
