package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks beside the specification notice every defect of theirs, and nothing in the same chain without it. */
class WalkMutantsTest {
    static List<WalkMutant> mutants() {
        return Stream.of(
                        QueueDefects.all(),
                        LifeDefects.all(),
                        PlatformDefects.all(),
                        DeferredDefects.all(),
                        KsDefects.all(),
                        IoDefects.all())
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void chainShowsTheDefect(WalkMutant mutant) {
        Chains.play(mutant.sound(), mutant.chain());
        Walk<?> defective = mutant.defective();
        AssertionError noticed =
                assertThrows(AssertionError.class, () -> Chains.play(defective, mutant.chain()), "nothing is noticed");
        assertTrue(noticed.getMessage().startsWith(mutant.notice()), noticed::getMessage);
    }
}
