package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.LifeWalk;

/**
 * Framework work items, from creation to deletion, do as the executable specification says: which runs begin, when
 * flushes and deletes return, when objects go. Callbacks go on as they are told to, and are told to enqueue, to delete
 * and to flush, too.
 */
class LifeProperties {
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

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> life() {
        return Chains.of(LifeWalk.make());
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> legacy() {
        return Chains.of(LifeWalk.legacy());
    }
}
