package workqueue.properties.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference is linearizable with the executable specification as its sequential specification: every interleaving that
 * Lincheck tries has a sequential order that explains its results. The mutants say that Lincheck can tell; they are also
 * the canary for a virtual machine on which it cannot.
 *
 * <p>{@code -Dlincheck.iterations} and {@code -Dlincheck.invocations} raise the budget.
 */
class LinearizabilityLincheckIT {
    private static final int ITERATIONS = Integer.getInteger("lincheck.iterations", 10);
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 200);

    @Test
    @Tag("D1")
    @Tag("D2")
    @Tag("O1")
    @Tag("A1")
    @Tag("A2")
    void queueIsLinearizableInEveryInterleavingTried() {
        modelChecking(SpecifiedQueue.class).check(QueueOperations.class);
    }

    @Test
    @Tag("D1")
    @Tag("O1")
    void queueIsLinearizableUnderStress() {
        stress(SpecifiedQueue.class).check(QueueOperations.class);
    }

    @Test
    @Tag("MF-4")
    @Tag("MF-17")
    @Tag("MF-19")
    @Tag("MF-21")
    void platformIsLinearizableInEveryInterleavingTried() {
        modelChecking(SpecifiedPlatform.class).check(PlatformOperations.class);
    }

    @Test
    @Tag("MF-17")
    void platformIsLinearizableUnderStress() {
        stress(SpecifiedPlatform.class).check(PlatformOperations.class);
    }

    @Test
    @Tag("MF-47")
    @Tag("MF-49")
    @Tag("MF-50")
    @Tag("MF-51")
    void deferredItemsAreLinearizableInEveryInterleavingTried() {
        modelChecking(SpecifiedDeferred.class).check(DeferredOperations.class);
    }

    @Test
    @Tag("MF-47")
    @Tag("MF-51")
    void deferredItemsAreLinearizableUnderStress() {
        stress(SpecifiedDeferred.class).check(DeferredOperations.class);
    }

    @Test
    @Tag("MF-47")
    void lookingForAKeyBeforeConsumingItIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> modelChecking(SpecifiedDeferred.class).check(LooksForTheKeyOperations.class));
    }

    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    @Tag("IO-25")
    @Tag("M1")
    void workItemsAreLinearizableInEveryInterleavingTried() {
        fromTheStart(modelChecking(SpecifiedIoWorkItem.class)).check(IoWorkItemOperations.class);
    }

    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    void workItemsAreLinearizableUnderStress() {
        fromTheStart(stress(SpecifiedIoWorkItem.class)).check(IoWorkItemOperations.class);
    }

    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    void lookingBeforeTakingAPlaceIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> fromTheStart(modelChecking(SpecifiedIoWorkItem.class)).check(LooksFirstOperations.class));
    }

    @Test
    @Tag("KS-6")
    @Tag("KS-16")
    @Tag("KS-18")
    void streamingIsLinearizableInEveryInterleavingTried() {
        modelChecking(SpecifiedKernelStreaming.class).check(KernelStreamingOperations.class);
    }

    @Test
    @Tag("KS-18")
    void streamingIsLinearizableUnderStress() {
        stress(SpecifiedKernelStreaming.class).check(KernelStreamingOperations.class);
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
                () -> modelChecking(SpecifiedKernelStreaming.class).check(defective));
    }

    @Test
    @Tag("P1")
    void markingBeforeAppendingIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> modelChecking(SpecifiedQueue.class).check(TwoStepOperations.class));
    }

    @Test
    @Tag("D1")
    void checkThenActIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> modelChecking(SpecifiedQueue.class).check(CheckThenActOperations.class));
    }

    /** Without calls before those that compete: nothing runs the items, so that few have a place for long. */
    private static <T extends Options<T, ?>> T fromTheStart(T options) {
        return options.actorsBefore(0);
    }

    private static ModelCheckingOptions modelChecking(Class<?> specification) {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(3)
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                // By default the iteration over a map of 16 places counts as a thread that spins.
                .loopIterationsBeforeThreadSwitch(100)
                .loopBound(500)
                .sequentialSpecification(specification);
    }

    private static StressOptions stress(Class<?> specification) {
        return new StressOptions()
                .threads(3)
                .actorsPerThread(3)
                .iterations(ITERATIONS)
                .invocationsPerIteration(INVOCATIONS)
                .sequentialSpecification(specification);
    }
}
