package workqueue.properties.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A queue is linearizable, with the executable specification as the sequential one. */
class QueueLincheckIT {
    @Test
    @Tag("D1")
    @Tag("D2")
    @Tag("O1")
    @Tag("A1")
    @Tag("A2")
    void queueIsLinearizableInEveryInterleavingTried() {
        Tries.modelChecking(SpecifiedQueue.class).check(QueueOperations.class);
    }

    @Test
    @Tag("D1")
    @Tag("O1")
    void queueIsLinearizableUnderStress() {
        Tries.stress(SpecifiedQueue.class).check(QueueOperations.class);
    }

    @Test
    @Tag("P1")
    void markingBeforeAppendingIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Tries.modelChecking(SpecifiedQueue.class).check(TwoStepOperations.class));
    }

    @Test
    @Tag("D1")
    void checkThenActIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Tries.modelChecking(SpecifiedQueue.class).check(CheckThenActOperations.class));
    }
}
