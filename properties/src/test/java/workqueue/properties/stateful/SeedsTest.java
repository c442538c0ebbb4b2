package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.properties.mutants.Defect;
import workqueue.properties.mutants.DefectiveReference;
import workqueue.properties.stateful.reference.CoalescingWalk;
import workqueue.properties.stateful.reference.DeferredWalk;
import workqueue.properties.stateful.reference.DistinctWalk;
import workqueue.properties.stateful.reference.LifeWalk;
import workqueue.properties.stateful.reference.PlatformWalk;

/** The walks need no property engine: the same ones, every time, by their seeds. */
class SeedsTest {
    private static final int SEEDS = 100;
    private static final int STEPS = 50;

    static Stream<Walk<?>> walks() {
        return Stream.of(
                CoalescingWalk.make(),
                DistinctWalk.serial(),
                DistinctWalk.concurrent(),
                LifeWalk.make(),
                LifeWalk.legacy(),
                PlatformWalk.make(),
                DeferredWalk.make());
    }

    @ParameterizedTest
    @MethodSource("walks")
    void referenceDoesAsSpecified(Walk<?> walk) {
        walkAll(walk);
    }

    @Test
    void defectIsToldBySeedAndCommands() {
        Defect defect = Defect.in(
                "core/WorkQueue.java", "coalesces() ? item.place.take() :", "item == null ? Outcome.REFUSED :");
        Walk<?> walk = DefectiveReference.call(defect, Walk.class, CoalescingWalk.class.getName(), "make");
        AssertionError error = assertThrows(AssertionError.class, () -> walkAll(walk));
        assertTrue(error.getMessage().matches("seed \\d+: \\[.*enqueue.*]"), error.getMessage());
    }

    private static void walkAll(Walk<?> walk) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Seeds.walk(walk, seed, STEPS);
        }
    }
}
