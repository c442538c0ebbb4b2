package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.oracle.Verdict.Outcome;

/** Recordings that end in the middle: calls and runs under way, work that is owed. */
class CutRecordingsTest {
    private static final int LONGEST = 300;

    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @MethodSource("workqueue.spec.oracle.RecordingsTest#conforming")
    void whereverAConformingRecordingIsCutItConforms(String recording) throws IOException, HistoryException {
        History history = Recordings.read(recording);
        Random random = new Random(recording.hashCode());
        for (int cut = 0; cut < 3; cut++) {
            assertConforms(history.prefix(
                    random.nextInt(Math.min(LONGEST, history.events().size()))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void everyBeginningOfWhatConformsConforms(String profile) {
        for (long seed = 1; seed <= 150; seed++) {
            History history = Agreement.histories(profile, seed).get(0);
            for (int cut = 0; cut < history.events().size(); cut++) {
                assertConforms(history.prefix(cut));
                assertConforms(
                        history.prefix(cut).with("crash", history.prefix(cut).events()));
            }
        }
    }

    /** Cut behind its event a violation is one still, unless calls under way may explain it. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void aViolationIsOneFromItsEventOn(String profile) {
        int violations = 0;
        for (long seed = 1; seed <= 300; seed++) {
            for (History history : Agreement.histories(profile, seed)) {
                Verdict verdict = oracle.judge(history.with("cut", history.events()));
                if (verdict.outcome() == Outcome.IMPLEMENTATION_VIOLATES) {
                    assertNotNull(verdict.culprit(), verdict::toString); // what has not come may yet come
                    int before = (int) history.events().stream()
                            .filter(event -> event.seq() < verdict.culprit())
                            .count();
                    History shown = history.prefix(before + 1);
                    Outcome right = Agreement.outcome(shown); // calls that have not returned yet may explain it
                    assertEquals(right, oracle.judge(shown).outcome(), () -> Agreement.text(shown));
                    violations += right == verdict.outcome() ? 1 : 0;
                }
            }
        }
        assertTrue(violations > 50, "only " + violations);
    }

    private void assertConforms(History history) {
        Verdict verdict = oracle.judge(history);
        assertEquals(Outcome.CONFORMS, verdict.outcome(), () -> verdict + "\n" + Agreement.text(history));
    }
}
