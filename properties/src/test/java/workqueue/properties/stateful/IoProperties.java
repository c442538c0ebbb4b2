package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.IoWalk;

/**
 * The I/O manager's work items do as the executable specification says: which runs begin, which calls are stopped and for
 * which rule, what refers to the device. Routines go on as they are told to, and are told to queue and to free, too.
 */
class IoProperties {
    private static final String ITEM = "io/IoWorkItem.java";
    private static final String PLACE = "core/Place.java";
    private static final String WORKERS = "core/Workers.java";
    private static final String QUEUE = "core/WorkQueue.java";
    private static final String TYPE_QUEUE = "io/TypeQueue.java";

    @Property
    @Tag("IO-2")
    @Tag("IO-6")
    @Tag("IO-8")
    @Tag("IO-9")
    @Tag("IO-10")
    @Tag("IO-11")
    @Tag("IO-13")
    @Tag("IO-14")
    @Tag("IO-15")
    @Tag("IO-17")
    @Tag("IO-25")
    @Tag("M1")
    @Tag("P1")
    @Tag("R1")
    @Tag("R2")
    @Tag("R4")
    void workItemsDoAsSpecified(@ForAll("items") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-2")
    void IO_2_pairsMayBeMixedUp(
            @ForAll("items")
                    @Broken(
                            file = ITEM,
                            find = "if (free != allocated && !place.isClosed()) {",
                            replace = "if (false) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-9")
    void IO_9_queuedItemIsQueuedAgain(
            @ForAll("items")
                    @Broken(
                            file = TYPE_QUEUE,
                            find = "throw new BugCheck(BugCheck.WORKER_INVALID, ACTIVE_ITEM_QUEUED);",
                            replace = "true;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-10")
    void IO_10_placeIsFreeOnlyAfterTheRun(
            @ForAll("items")
                    @Broken(
                            file = QUEUE,
                            find = {"item.place.leave();", "worker.item = null;"},
                            replace = {"", "worker.item.place.leave(); worker.item = null;"})
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-13")
    void IO_13_queuedItemIsFreed(
            @ForAll("items")
                    @Broken(
                            file = ITEM,
                            find = "if (!place.close()) {",
                            replace = "if (!place.close() && place.isClosed()) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-14")
    void IO_14_itemIsNotFreedWhileItsDeviceIsInUse(
            @ForAll("items")
                    @Broken(
                            file = ITEM,
                            find = "        if (!place.close()) {\n",
                            replace =
                                    "        if (object.references() > 0) {\n throw new BugCheck(0xE4, 2);\n }\n        if (!place.close()) {\n")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-15")
    void IO_15_newestIsDequeuedFirst(
            @ForAll("items")
                    @Broken(
                            file = "core/Lanes.java",
                            find = "lane(priority).removeFirst()",
                            replace = "lane(priority).removeLast()")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("IO-17")
    void IO_17_runKeepsNoReference(
            @ForAll("items")
                    @Broken(
                            file = ITEM,
                            find = {
                                "        Runnable run = () -> {\n            try {\n",
                                "            } finally {\n                object.dereference();\n            }\n        };"
                            },
                            replace = {
                                "        Runnable run = () -> {\n object.dereference();\n            try {\n",
                                "            } finally {\n            }\n        };"
                            })
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("IO-17")
    void IO_17_referenceIsNotGivenBack(
            @ForAll("items")
                    @Broken(
                            file = ITEM,
                            find =
                                    "            } finally {\n                object.dereference();\n            }\n        };",
                            replace = "            } finally {\n            }\n        };")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("IO-25")
    void IO_25_tryQueuesThoughNoThreadIsFree(
            @ForAll("items") @Broken(file = WORKERS, find = "queued + busy < limit", replace = "queued + busy <= limit")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("IO-25")
    void IO_25_tryFindsNoThread(
            @ForAll("items")
                    @Broken(file = WORKERS, find = "queued + busy < limit", replace = "queued + busy < limit - 1")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("M1")
    void M1_freedItemIsUsed(
            @ForAll("items")
                    @Broken(file = PLACE, find = "STATE.compareAndSet(this, FREE, CLOSED)", replace = "state == FREE")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin(hangs = true)
    @Tag("P1")
    void P1_queueingWakesNobody(
            @ForAll("items") @Broken(file = QUEUE, find = "            woken.wake();\n", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> items(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, IoWalk.class, "make"));
    }
}
