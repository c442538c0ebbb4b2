package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.LifeWalk;

/**
 * Framework work items, from creation to deletion, do as the executable specification says: which runs begin, when
 * flushes and deletes return, when objects go. Callbacks go on as they are told to, and are told to enqueue, to delete
 * and to flush, too.
 */
class LifeProperties {
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String OBJECT = "wdf/WdfObject.java";
    private static final String ITEM = "wdf/WdfWorkItem.java";

    @Property
    @Tag("L1")
    @Tag("L2")
    @Tag("L3")
    @Tag("L4")
    @Tag("L5")
    @Tag("C1")
    @Tag("D1")
    @Tag("D2")
    @Tag("F1")
    @Tag("F2")
    @Tag("M1")
    @Tag("M2")
    @Tag("O1")
    @Tag("P1")
    @Tag("R1")
    @Tag("R2")
    @Tag("R4")
    @Tag("WDF-35")
    @Tag("WDF-44")
    void workItemsDoAsSpecified(@ForAll("life") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property
    @Tag("WDF-10")
    @Tag("L1")
    @Tag("L2")
    @Tag("P1")
    @Tag("R2")
    void legacyWorkItemsDoAsSpecified(@ForAll("legacy") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("WDF-10")
    void WDF_10_breachIsNotReported(
            @ForAll("legacy")
                    @Broken(
                            file = ITEM,
                            find = "if (outcome == Outcome.COALESCED && device.version()",
                            replace = "if (false && device.version()")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("WDF-10")
    void WDF_10_everyEnqueueIsReported(
            @ForAll("legacy")
                    @Broken(
                            file = ITEM,
                            find = "if (outcome == Outcome.COALESCED && device.version()",
                            replace = "if (device.version()")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("D2")
    void D2_enqueueOfAPendingItemIsReportedToANewerDriver(
            @ForAll("life")
                    @Broken(file = ITEM, find = "&& device.version() == FrameworkVersion.BEFORE_1_7", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("L1")
    void L1_newItemRefuses(
            @ForAll("life")
                    @Broken(file = ITEM, find = "workItem.device.systemWorkers().open(workItem.scope);", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("L2")
    void L2_deleteDoesNotWait(
            @ForAll("life")
                    @Broken(
                            file = OBJECT,
                            find = "        mine.attend(this::isDisposed);\n",
                            replace = "mine.leave();\n")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("L2")
    void L2_objectGoesWhileItsCallbackRuns(
            @ForAll("life")
                    @Broken(
                            file = ITEM,
                            find = "device.systemWorkers().close(scope, ranDown);",
                            replace = "device.systemWorkers().close(scope); ranDown.run();")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("L4")
    void L4_deleteFromTheOwnCallbackWaits(
            @ForAll("life")
                    @Broken(
                            file = ITEM,
                            find = "return super.isInCallback() || device.systemWorkers().isRunning(scope);",
                            replace = "return super.isInCallback();")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("WDF-35")
    void WDF_35_itemThatIsBeingDeletedAccepts(
            @ForAll("life") @Broken(file = QUEUE, find = "if (!item.scope.isOpen() ||", replace = "if (")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("WDF-44")
    void WDF_44_secondDeleteWaits(
            @ForAll("life")
                    @Broken(
                            file = OBJECT,
                            find = "if (!beginDelete(mine) || !waits) {",
                            replace = "beginDelete(mine); if (!waits) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("F1")
    void F1_flushDoesNotWaitForTheRun(
            @ForAll("life")
                    @Broken(
                            file = QUEUE,
                            find = "|| atTail(() -> workers.anyMatch(w -> w.item == item && w.instance <= last))",
                            replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("M2")
    void M2_flushFromTheOwnCallbackWaits(
            @ForAll("life") @Broken(file = ITEM, find = "if (workers.isRunning(scope)) {", replace = "if (false) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("P1")
    void P1_itemIsPendingUntilItsRunHasFinished(
            @ForAll("life")
                    @Broken(
                            file = QUEUE,
                            find = {"item.place.leave();", "worker.item = null;"},
                            replace = {"", "worker.item.place.leave(); worker.item = null;"})
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("C1")
    void C1_deleteDropsWhatIsPending(
            @ForAll("life")
                    @Broken(
                            file = QUEUE,
                            find = "            if (isOutstanding(scope)) {\n                scope.whenDrained",
                            replace = """
                                    synchronized (tail) {
                                        backlog.fill();
                                        for (int left = backlog.size(); left > 0; left--) {
                                            WorkItem queued = backlog.remove();
                                            if (queued.scope == scope) {
                                                queued.place.leave();
                                                scope.finished++;
                                            } else {
                                                backlog.add(queued);
                                            }
                                        }
                                    }
                                    if (isOutstanding(scope)) {
                                        scope.whenDrained""")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> life(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, LifeWalk.class, "make"));
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> legacy(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, LifeWalk.class, "legacy"));
    }
}
