package workqueue.properties.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Work items of the I/O manager are linearizable, with the executable specification as the sequential one. No calls come
 * before those that compete: nothing runs the items, so that few would have a place for long.
 */
class IoWorkItemLincheckIT {
    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    @Tag("IO-25")
    @Tag("M1")
    void workItemsAreLinearizableInEveryInterleavingTried() {
        Tries.modelChecking(SpecifiedIoWorkItem.class).actorsBefore(0).check(IoWorkItemOperations.class);
    }

    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    void workItemsAreLinearizableUnderStress() {
        Tries.stress(SpecifiedIoWorkItem.class).actorsBefore(0).check(IoWorkItemOperations.class);
    }

    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    void lookingBeforeTakingAPlaceIsFound() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Tries.modelChecking(SpecifiedIoWorkItem.class)
                        .actorsBefore(0)
                        .check(LooksFirstOperations.class));
    }
}
