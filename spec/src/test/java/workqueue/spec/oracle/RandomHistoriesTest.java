package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * The oracle agrees with enumeration on random histories: what the executable specification can do conforms, and of what was
 * changed both think the same. {@code -Dworkqueue.seed} and {@code -Dworkqueue.seeds} choose others and more.
 */
class RandomHistoriesTest {
    private static final long FIRST = Long.getLong("workqueue.seed", 1);

    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @CsvSource({"kmdf, 5000", "mf, 3000"})
    void oracleAgreesWithEnumeration(String profile, long usual) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        Map<String, Integer> rules = new TreeMap<>();
        long seeds = Long.getLong("workqueue.seeds", usual);
        for (long seed = FIRST; seed < FIRST + seeds; seed++) {
            List<History> histories = Agreement.histories(profile, seed);
            for (int change = 0; change < histories.size(); change++) {
                Verdict verdict = judge(histories.get(change), seed, change);
                outcomes.merge(verdict.outcome(), 1, Integer::sum);
                if (verdict.rule() != null) {
                    rules.merge(verdict.rule(), 1, Integer::sum);
                }
            }
        }
        System.out.println(profile + ", seeds from " + FIRST + ": " + outcomes + ", rules broken: " + rules);
        int total = outcomes.values().stream().mapToInt(n -> n).sum();
        assertTrue(seeds != usual || total >= usual * 2.5, () -> "too few histories: " + outcomes);
        assertTrue(seeds != usual || rules.size() >= 9, () -> "too few rules broken: " + rules);
    }

    /**
     * Seeds whose witnesses, judged alone, broke another rule: the recording's end had told the rule; a run was left out in
     * which a callback of the item flushed it; a call was left out that had linked two queues.
     */
    @ParameterizedTest
    @CsvSource({"kmdf, 51603", "kmdf, 53541", "kmdf, 52048", "mf, 58623"})
    void aWitnessAloneShowsTheRuleOfTheVerdict(String profile, long seed) {
        List<History> histories = Agreement.histories(profile, seed);
        for (int change = 0; change < histories.size(); change++) {
            judge(histories.get(change), seed, change);
        }
    }

    private Verdict judge(History history, long seed, int change) {
        String where = "seed " + seed + (change == 0 ? ", as simulated" : ", change " + change);
        Verdict verdict = oracle.judge(history);
        assertAll(
                () -> assertNull(
                        Agreement.difference(history, verdict.outcome()), () -> explain(where, verdict, history)),
                () -> assertNull(Witness.fault(history, verdict, oracle), () -> explain(where, verdict, history)));
        if (change == 0) {
            assertEquals(Outcome.CONFORMS, verdict.outcome(), () -> explain(where, verdict, history));
        }
        return verdict;
    }

    private static String explain(String where, Verdict verdict, History history) {
        return where + ": " + verdict + "\n" + Agreement.text(history);
    }
}
