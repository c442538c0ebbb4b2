package workqueue.properties.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernel streaming is linearizable, with the executable specification as the sequential one. */
class KernelStreamingLincheckIT {
    @Test
    @Tag("KS-6")
    @Tag("KS-16")
    @Tag("KS-18")
    void streamingIsLinearizableInEveryInterleavingTried() {
        Tries.modelChecking(SpecifiedKernelStreaming.class).check(KernelStreamingOperations.class);
    }

    @Test
    @Tag("KS-18")
    void streamingIsLinearizableUnderStress() {
        Tries.stress(SpecifiedKernelStreaming.class).check(KernelStreamingOperations.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                CountsInTwoStepsOperations.class,
                QueuesEveryTimeOperations.class,
                MarksAfterQueueingOperations.class
            })
    @Tag("KS-6")
    @Tag("KS-18")
    void defectsOfStreamingAreFound(Class<?> defective) {
        assertThrows(
                LincheckAssertionError.class,
                () -> Tries.modelChecking(SpecifiedKernelStreaming.class).check(defective));
    }
}
