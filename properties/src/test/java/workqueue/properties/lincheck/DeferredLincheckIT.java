package workqueue.properties.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Waiting and scheduled items of Media Foundation are linearizable, with the executable specification as the sequential one. */
class DeferredLincheckIT {
    @Test
    @Tag("MF-47")
    @Tag("MF-49")
    @Tag("MF-50")
    @Tag("MF-51")
    void deferredItemsAreLinearizableInEveryInterleavingTried() {
        Tries.modelChecking(SpecifiedDeferred.class).check(DeferredOperations.class);
    }

    @Test
    @Tag("MF-47")
    @Tag("MF-51")
    void deferredItemsAreLinearizableUnderStress() {
        Tries.stress(SpecifiedDeferred.class).check(DeferredOperations.class);
    }

    @Test
    @Tag("MF-47")
    void lookingForAKeyBeforeConsumingItIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Tries.modelChecking(SpecifiedDeferred.class).check(LooksForTheKeyOperations.class));
    }
}
