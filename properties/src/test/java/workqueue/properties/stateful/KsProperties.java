package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.KsWalk;

/**
 * Kernel streaming workers, plain and counted, from registration to the end of unregistering, do as the executable
 * specification says: what calls answer, which routines begin, when unregistering returns. Routines go on as they are
 * told to, and are told to queue, to count and to unregister, too.
 */
class KsProperties {
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

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> streaming() {
        return Chains.of(KsWalk.make());
    }
}
