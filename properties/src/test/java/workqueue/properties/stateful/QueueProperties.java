package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.CoalescingWalk;
import workqueue.properties.stateful.reference.DistinctWalk;

/**
 * The reference's queue and the executable specification, driven by hand and side by side, answer the same. After every
 * step they agree on what is pending and outstanding, and whoever waits for a flush or a drained scope has returned if
 * and only if the specification lets him.
 */
class QueueProperties {
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

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> coalescing() {
        return Chains.of(CoalescingWalk.make());
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> serial() {
        return Chains.of(DistinctWalk.serial());
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> concurrent() {
        return Chains.of(DistinctWalk.concurrent());
    }
}
