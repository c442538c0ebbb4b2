package workqueue.properties.lincheck;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The platform of Media Foundation is linearizable, with the executable specification as the sequential one. */
class PlatformLincheckIT {
    @Test
    @Tag("MF-4")
    @Tag("MF-17")
    @Tag("MF-19")
    @Tag("MF-21")
    void platformIsLinearizableInEveryInterleavingTried() {
        Tries.modelChecking(SpecifiedPlatform.class).check(PlatformOperations.class);
    }

    @Test
    @Tag("MF-17")
    void platformIsLinearizableUnderStress() {
        Tries.stress(SpecifiedPlatform.class).check(PlatformOperations.class);
    }
}
