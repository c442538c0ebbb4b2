package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.DeferredWalk;

/**
 * Items of Media Foundation that wait for their time or for an event fire once, are cancelled by their keys, or are
 * forgotten at a shutdown, as the executable specification says; and as long as one has not run, its result locks the
 * platform.
 */
class DeferredProperties {
    @Property
    @Tag("MF-4")
    @Tag("MF-10")
    @Tag("MF-45")
    @Tag("MF-47")
    @Tag("MF-49")
    @Tag("MF-50")
    @Tag("MF-51")
    @Tag("MF-52")
    @Tag("MF-58")
    void deferredItemsDoAsSpecified(@ForAll("deferred") ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> deferred() {
        return Chains.of(DeferredWalk.make());
    }
}
