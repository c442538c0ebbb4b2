package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.CoalescingWalk;
import workqueue.properties.stateful.reference.DistinctWalk;

/**
 * The reference's queue and the executable specification, driven by hand and side by side, answer the same. After every
 * step they agree on what is pending and outstanding, and whoever waits for a flush or a drained scope has returned if
 * and only if the specification lets him.
 */
class QueueProperties {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String LANES = "core/Lanes.java";

    @Property
    @Tag("D1")
    @Tag("D2")
    @Tag("A1")
    @Tag("A2")
    @Tag("O1")
    @Tag("P1")
    @Tag("F1")
    @Tag("L2")
    void coalescingQueueDoesAsSpecified(@ForAll("coalescing") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property
    @Tag("D3")
    @Tag("S1")
    @Tag("O1")
    @Tag("R1")
    @Tag("R2")
    void serialQueueDoesAsSpecified(@ForAll("serial") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property
    @Tag("D3")
    @Tag("O1")
    void concurrentQueueDoesAsSpecified(@ForAll("concurrent") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("D1")
    void D1_pendingItemIsAppendedAgain(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = "coalesces() ? item.place.take() :",
                            replace = "item == null ? Outcome.REFUSED :")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("D2")
    void D2_pendingItemOfAClosedScopeIsRefused(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = "&& item.place.confirmTaken()",
                            replace = "&& item.scope.isOpen() && item.place.confirmTaken()")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("A1")
    void A1_closedScopeAccepts(
            @ForAll("coalescing") @Broken(file = QUEUE, find = "!item.scope.isOpen() ||", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("A2")
    void A2_scopeWithSomethingOutstandingRefuses(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = "if (!item.scope.isOpen() ||",
                            replace = "if (!item.scope.isOpen() || item.scope.accepted > item.scope.finished ||")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("O1")
    void O1_newestIsTakenFirst(
            @ForAll("serial")
                    @Broken(
                            file = LANES,
                            find = "lane(priority).removeFirst()",
                            replace = "lane(priority).removeLast()")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("P1")
    void P1_itemIsPendingUntilItsRunHasFinished(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = {"item.place.leave();", "worker.item = null;"},
                            replace = {"", "worker.item.place.leave(); worker.item = null;"})
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("D3")
    void D3_distinctInstancesCoalesce(
            @ForAll("concurrent")
                    @Broken(file = QUEUE, find = "return dedup == Dedup.COALESCE;", replace = "return dedup != null;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("R2")
    void R2_itemStaysInTheQueueWhenItIsTaken(
            @ForAll("serial")
                    @Broken(file = LANES, find = "lane(priority).removeFirst()", replace = "lane(priority).getFirst()")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("F1")
    void F1_flushDoesNotWaitForTheRun(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = "|| atTail(() -> workers.anyMatch(w -> w.item == item && w.instance <= last))",
                            replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("F2")
    void F2_flushWaitsForLaterInstancesToo(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = {"w.instance <= last", "item.dequeued < last"},
                            replace = {"w.instance > 0", "item.place.isTaken()"})
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("L2")
    void L2_scopeIsToldDrainedWithOneInstanceLeft(
            @ForAll("coalescing")
                    @Broken(
                            file = QUEUE,
                            find = "return atTail(() -> scope.finished < scope.accepted",
                            replace = "return atTail(() -> scope.finished + 1 < scope.accepted")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("L2")
    void L2_waitForADrainedScopeIsNotWoken(
            @ForAll("coalescing") @Broken(file = QUEUE, find = "progress.signal();", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> coalescing(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, CoalescingWalk.class, "make"));
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> serial(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, DistinctWalk.class, "serial"));
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> concurrent(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, DistinctWalk.class, "concurrent"));
    }
}
