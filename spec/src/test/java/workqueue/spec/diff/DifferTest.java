package workqueue.spec.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;
import workqueue.spec.model.ClientGo;

/** What profiles disagree about, worked out on paper; and a specification that was changed differs from itself. */
class DifferTest {
    private static final Set<Verb> OPEN = Set.of(Verb.CLOSE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    kmdf | linux       | enqueue 1, enqueue 1, begin 1, begin 1                  | S3
                    kmdf | kmdf-legacy | enqueue 1, enqueue 1                                    | WDF-10
                    kmdf | mf          | enqueue 1, enqueue 1, enqueue 2, begin 2                | O1
                    fifo | dedup       | enqueue 1, enqueue 1, begin 1, begin 1                  | R1
                    dedup | fifo       | enqueue 1, enqueue 1, begin 1, cancel nothing 1         | CG-7
                    client-go | dedup  | enqueue 1, begin 1, enqueue 1, enqueue 2, begin 2       | O1
                    """)
    void openQueues(String one, String other, String scenario, String rule) {
        assertEquals(
                scenario + " : " + rule,
                told(Differ.compare(one, other, 8, OPEN).onlyFirst().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    linux | kmdf      | close, enqueue 1            | A1
                    kmdf  | linux     | close, enqueue refused 1    | A2
                    mf    | kmdf      | enqueue 1, close, closed    | L2
                    linux | client-go | close, enqueue 1            | CG-1
                    io    | ks        | close, enqueue 1            | KS-16
                    """)
    void queuesThatAreShutDown(String one, String other, String scenario, String rule) {
        assertEquals(
                scenario + " : " + rule,
                told(Differ.compare(one, other, 8, Set.of()).onlyFirst().orElseThrow()));
    }

    @Test
    void legacyAllowsNothingThatCoalescingForbids() {
        assertEquals(
                Optional.empty(),
                Differ.compare("kmdf", "kmdf-legacy", 8, Set.of()).onlySecond());
    }

    static Set<String> profiles() {
        return Differ.profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void nothingDiffersFromItself(String profile) {
        Comparison comparison = Differ.compare(profile, profile, 6, Set.of());
        assertEquals(Optional.empty(), comparison.onlyFirst());
        assertEquals(Optional.empty(), comparison.onlySecond());
        assertTrue(comparison.compared().contains(Verb.BEGIN));
    }

    /** A queue that loses what it coalesces. */
    private static final class Lossy implements Client<ClientGo> {
        private final Client<ClientGo> sound = new HandingOutClient(ClientGo.Kind.DEDUP);

        @Override
        public ClientGo initial() {
            return sound.initial();
        }

        @Override
        public Set<Verb> verbs() {
            return sound.verbs();
        }

        @Override
        public String closing() {
            return sound.closing();
        }

        @Override
        public List<Action<ClientGo>> visible(ClientGo state, Step step) {
            return step.verb() == Verb.ENQUEUE && state.pending(step.item())
                    ? List.of(new ClientGo.Cancel(step.item()))
                    : sound.visible(state, step);
        }

        @Override
        public List<Action<ClientGo>> hidden(ClientGo state) {
            return sound.hidden(state);
        }
    }

    @Test
    void defectIsFound() {
        Comparison comparison = Differ.search(
                new Lossy(), new HandingOutClient(ClientGo.Kind.DEDUP), 8, Set.of(Verb.CANCEL, Verb.CANCEL_NOTHING));
        assertEquals(
                "enqueue 1, enqueue 1, begin 1 : R1",
                told(comparison.onlySecond().orElseThrow()));
        assertEquals(
                "enqueue 1, close, enqueue 1 : CG-1",
                told(comparison.onlyFirst().orElseThrow()));
    }

    @Test
    void unknownProfile() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> Differ.compare("kmdf", "vms", 8, Set.of()));
        assertTrue(thrown.getMessage().startsWith("unknown profile \"vms\"; known are client-go, dedup, fifo, io"));
    }

    private static String told(Difference difference) {
        return difference.scenario().stream().map(Step::toString).collect(Collectors.joining(", "))
                + " : "
                + difference.rules().stream().sorted().collect(Collectors.joining(", "));
    }
}
