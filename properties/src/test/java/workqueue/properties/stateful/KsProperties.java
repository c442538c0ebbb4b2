package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.KsWalk;

/**
 * Kernel streaming workers, plain and counted, from registration to the end of unregistering, do as the executable
 * specification says: what calls answer, which routines begin, when unregistering returns. Routines go on as they are
 * told to, and are told to queue, to count and to unregister, too.
 */
class KsProperties {
    private static final String WORKER = "ks/KsWorker.java";
    private static final String COUNTED = "ks/KsCountedWorker.java";

    @Property
    @Tag("KS-6")
    @Tag("KS-9")
    @Tag("KS-13")
    @Tag("KS-16")
    @Tag("KS-17")
    @Tag("KS-18")
    @Tag("KS-19")
    @Tag("KS-20")
    @Tag("M1")
    @Tag("O1")
    @Tag("P1")
    @Tag("R1")
    @Tag("R2")
    void workersDoAsSpecified(@ForAll("streaming") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-6")
    void KS_6_workerThatWaitsIsQueued(
            @ForAll("streaming")
                    @Broken(
                            file = WORKER,
                            find = "COALESCED -> waiting()",
                            replace = "COALESCED -> NtStatus.STATUS_SUCCESS")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-9")
    void KS_9_workerThatRunsIsTakenToWait(
            @ForAll("streaming")
                    @Broken(
                            file = "core/WorkQueue.java",
                            find = {"item.place.leave();", "worker.item = null;"},
                            replace = {"", "worker.item.place.leave(); worker.item = null;"})
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-13")
    void KS_13_unregisterDoesNotWait(
            @ForAll("streaming") @Broken(file = WORKER, find = "queue.awaitDrained(scope);", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-16")
    void KS_16_workerThatIsBeingUnregisteredAccepts(
            @ForAll("streaming") @Broken(file = WORKER, find = "        queue.close(scope);\n", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("KS-17")
    void KS_17_unregisterFromTheOwnRoutineWaits(
            @ForAll("streaming")
                    @Broken(file = WORKER, find = "if (queue.isRunning(scope)) {", replace = "if (false) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("KS-18")
    void KS_18_secondIncrementQueuesTheItem(
            @ForAll("streaming") @Broken(file = COUNTED, find = "count == 0 ? worker", replace = "count == 1 ? worker")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-18")
    void KS_18_decrementAnswersTheOldCount(
            @ForAll("streaming") @Broken(file = COUNTED, find = "return --count;", replace = "return count--;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-19")
    void KS_19_countGoesBelowZero(
            @ForAll("streaming")
                    @Broken(
                            file = COUNTED,
                            find = "if (count == 0) {\n                throw",
                            replace = "if (false) {\n                throw")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("KS-20")
    void KS_20_everyIncrementQueuesTheItem(
            @ForAll("streaming") @Broken(file = COUNTED, find = "count == 0 ? worker", replace = "true ? worker")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("M1")
    void M1_workerIsUsedAfterItWasUnregistered(
            @ForAll("streaming") @Broken(file = WORKER, find = "        gone = true;\n", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> streaming(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, KsWalk.class, "make"));
    }
}
