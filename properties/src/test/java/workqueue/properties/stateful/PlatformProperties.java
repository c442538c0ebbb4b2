package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.PlatformWalk;

/**
 * A Media Foundation platform answers every operation with the HRESULT of the action that the executable specification
 * enables, and what it accepted runs once, on its queue and in order.
 */
class PlatformProperties {
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

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> platform() {
        return Chains.of(PlatformWalk.make());
    }
}
