package workqueue.properties.stateful;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.providers.TypeUsage;
import net.jqwik.api.state.ActionChain;
import workqueue.properties.stateful.reference.DeferredWalk;

/**
 * Items of Media Foundation that wait for their time or for an event fire once, are cancelled by their keys, or are
 * forgotten at a shutdown, as the executable specification says; and as long as one has not run, its result locks the
 * platform.
 */
class DeferredProperties {
    private static final String PLATFORM = "mf/MediaFoundation.java";
    private static final String DEFERRED = "mf/DeferredItems.java";
    private static final String EVENT = "mf/Event.java";

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

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-10")
    void MF_10_resultDoesNotLockThePlatform(
            @ForAll("deferred")
                    @Broken(
                            file = PLATFORM,
                            find = "        lockPlatform();\n        return result;",
                            replace = "        return result;")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-10")
    void MF_10_itemThatIsForgottenKeepsItsLock(
            @ForAll("deferred")
                    @Broken(
                            file = DEFERRED,
                            find = "deferred.forget.run();\n            deferred.item.drop();",
                            replace = "deferred.forget.run();")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-45")
    void MF_45_scheduledItemRunsAtOnce(
            @ForAll("deferred")
                    @Broken(
                            file = DEFERRED,
                            find = "items.put(key, new Deferred(item, false, forget));",
                            replace = "items.put(key, new Deferred(item, false, forget)); fire(key);")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-47")
    void MF_47_eventThatIsSetReleasesNothing(
            @ForAll("deferred") @Broken(file = EVENT, find = "if (!set) {", replace = "if (true) {")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-49")
    void MF_49_cancelledScheduledItemRuns(
            @ForAll("deferred")
                    @Broken(
                            file = DEFERRED,
                            find = "} else {\n            deferred.item.drop();",
                            replace = "} else {\n            dispatch(deferred.item);")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-50")
    void MF_50_cancelledWaitingItemIsNotTold(
            @ForAll("deferred")
                    @Broken(
                            file = DEFERRED,
                            find = "dispatch(deferred.item.cancel());",
                            replace = "dispatch(deferred.item);")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-51")
    void MF_51_keyOutlivesItsItem(
            @ForAll("deferred")
                    @Broken(
                            file = DEFERRED,
                            find = "Deferred deferred = items.remove(key);\n            if",
                            replace = "Deferred deferred = items.get(key);\n            if")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-52")
    void MF_52_cancelKnowsNoShutdown(
            @ForAll("deferred")
                    @Broken(
                            file = PLATFORM,
                            find = """
                                    return admission.ifStarted(
                                                    () -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND, status -> status);""",
                            replace =
                                    "return guard.locked(() -> deferred.cancel(key) ? HResult.S_OK : HResult.MF_E_NOT_FOUND);")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Property(seed = FailsWithin.SEED)
    @FailsWithin
    @Tag("MF-58")
    void MF_58_shutdownForgetsNothing(
            @ForAll("deferred") @Broken(file = PLATFORM, find = "deferred.clear();", replace = "")
                    ActionChain<? extends Pair> chain) {
        Chains.run(chain);
    }

    @Provide
    Arbitrary<? extends ActionChain<? extends Pair>> deferred(TypeUsage parameter) {
        return Chains.of(Broken.Walks.make(parameter, DeferredWalk.class, "make"));
    }
}
