package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.IoWalk;

/**
 * The I/O manager's work items do as the executable specification says: which runs begin, which calls are stopped and for
 * which rule, what refers to the device. Routines go on as they are told to, and are told to queue and to free, too.
 */
class IoProperties {
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

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> items() {
        return Chains.of(IoWalk.make());
    }
}
