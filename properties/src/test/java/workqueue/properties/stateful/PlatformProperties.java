package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.PlatformWalk;

/**
 * A Media Foundation platform answers every operation with the HRESULT of the action that the executable specification
 * enables, and what it accepted runs once, on its queue and in order.
 */
class PlatformProperties {
    private static final String PLATFORM = "mf/MediaFoundation.java";
    private static final String COUNTS = "mf/Platform.java";
    private static final String TABLE = "mf/QueueTable.java";
    private static final String MF_QUEUE = "mf/MfQueue.java";
    private static final String THREADS = "mf/ThreadQueue.java";
    private static final String ADMISSION = "mf/Admission.java";

    @Property
    @Tag("A1")
    @Tag("A2")
    @Tag("D3")
    @Tag("O1")
    @Tag("MF-2")
    @Tag("MF-3")
    @Tag("MF-4")
    @Tag("MF-7")
    @Tag("MF-14")
    @Tag("MF-15")
    @Tag("MF-17")
    @Tag("MF-18")
    @Tag("MF-19")
    @Tag("MF-20")
    @Tag("MF-21")
    @Tag("MF-22")
    @Tag("MF-32")
    @Tag("MF-40")
    @Tag("MF-66")
    @Tag("MF-68")
    void platformDoesAsSpecified(@ForAll("platform") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-2")
    void MF_2_everyShutdownShutsDown(
            @ForAll("platform") @Broken(file = COUNTS, find = "startups--;", replace = "startups = 0;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-3")
    void MF_3_shutdownWithoutAStartIsCounted(
            @ForAll("platform")
                    @Broken(
                            file = COUNTS,
                            find = "if (startups == 0) {\n            return false;",
                            replace = "if (startups == 0) {\n            startups--;\n            return false;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-4")
    void MF_4_allocationNeedsNoStart(
            @ForAll("platform")
                    @Broken(
                            file = ADMISSION,
                            find = "if (!platform.isStarted() || !platform.isLocked()) {",
                            replace = "if (false) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-18")
    void MF_18_badQueueWinsOverShutdown(
            @ForAll("platform")
                    @Broken(
                            file = PLATFORM,
                            find = "return admission.put(result, priority, item -> queues.find(queueId));",
                            replace = """
                                    if (guard.locked(() -> queues.find(queueId)) == null) {
                                        return HResult.MF_E_INVALID_WORKQUEUE;
                                    }
                                    return admission.put(result, priority, item -> queues.find(queueId));""")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-19")
    @Tag("MF-15")
    void MF_19_releasedQueueAccepts(
            @ForAll("platform")
                    @Broken(
                            file = TABLE,
                            find = "return queue != null && queue.isAlive() ? queue : null;",
                            replace = "return queue;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-21")
    void MF_21_lockThatIsNotTakenBackKeepsTheQueue(
            @ForAll("platform") @Broken(file = MF_QUEUE, find = "locks++;", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-20")
    void MF_20_platformQueueCanBeReleased(
            @ForAll("platform")
                    @Broken(
                            file = PLATFORM,
                            find = "if (!QueueId.isPrivate(queueId)) {\n            return HResult.S_OK;",
                            replace =
                                    "if (!QueueId.isPrivate(queueId)) {\n            return HResult.MF_E_INVALID_WORKQUEUE;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-40")
    void MF_40_everythingRunsOnTheStandardQueue(
            @ForAll("platform")
                    @Broken(
                            file = TABLE,
                            find = "return queue != null && queue.isAlive() ? queue : null;",
                            replace =
                                    "return queue != null && queue.isAlive() ? platform.get(QueueId.STANDARD) : null;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-66")
    void MF_66_nothingIsAcceptedAfterARestart(
            @ForAll("platform") @Broken(file = THREADS, find = "items.restart();", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-68")
    void MF_68_identifierIsGivenOutAgain(
            @ForAll("platform") @Broken(file = TABLE, find = "nextId++);", replace = "nextId);")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> platform(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, PlatformWalk.class, "make"));
    }
}
