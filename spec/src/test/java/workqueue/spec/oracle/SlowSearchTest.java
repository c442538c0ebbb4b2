package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Reach.Exhausted;
import workqueue.spec.oracle.Search.Answer;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * In every profile, what judges, projections, guidance and pruning make of a history is what the slow search makes of the
 * whole of it, which has none of these. {@code -Dworkqueue.seed} and {@code -Dworkqueue.seeds} choose others and more.
 */
class SlowSearchTest {
    private static final long FIRST = Long.getLong("workqueue.seed", 1);
    private static final long SEEDS = Long.getLong("workqueue.seeds", 500);
    private static final int LONGEST = 14;
    private static final long BUDGET = 20_000;
    private static final Set<String> TOLERATED = Oracle.tolerated(false);

    /** The profiles whose rules are of one queue. */
    private static final Set<String> OF_A_QUEUE =
            Set.of("ks", "ks-counted", "linux", "libuv", "libdispatch", "win32-threadpool");

    static Set<String> profiles() {
        return Oracle.profiles();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void agrees(String word) {
        Profile<?> profile = Profile.of(word);
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Random random = new Random(seed);
            History history = Growing.history(
                    profile,
                    random,
                    4 + random.nextInt(LONGEST - 3),
                    grown -> slowly(profile, grown) == Answer.CONFORMS);
            outcomes.merge(compare(profile, history, seed), 1, Integer::sum);
        }
        System.out.println(word + ", seeds from " + FIRST + ": " + outcomes);
        assertTrue(outcomes.getOrDefault(Outcome.CONFORMS, 0) > SEEDS / 20, () -> "too few: " + outcomes);
        assertTrue(
                outcomes.getOrDefault(Outcome.IMPLEMENTATION_VIOLATES, 0) > SEEDS / 20, () -> "too few: " + outcomes);
        assertTrue(outcomes.getOrDefault(Outcome.INCONCLUSIVE, 0) <= SEEDS / 50, () -> "too many: " + outcomes);
    }

    private static <S> Outcome compare(Profile<S> profile, History history, long seed) {
        Answer right = slowly(profile, history);
        if (right == Answer.OUT_OF_BUDGET) {
            return Outcome.INCONCLUSIVE;
        }
        String which = "seed " + seed + "\n" + Agreement.text(history);
        Script script = Script.of(history);
        boolean isReadOff = Oracle.earliest(profile.judges(), script).isPresent();
        if (!isReadOff) {
            History settled = Oracle.settled(history);
            Hunt<S> guided = new Hunt<>(profile.meaning(), TOLERATED, BUDGET, 0, search -> {});
            assertEquals(right, profile.hunt(TOLERATED, BUDGET, search -> {}).decide(settled), which);
            assertEquals(right, guided.decide(settled), () -> "guided, " + which);
        }
        Certified certified = new Oracle().certify(history);
        Verdict verdict = certified.verdict();
        Outcome outcome = verdict.outcome();
        boolean conforms = outcome == Outcome.CONFORMS;
        if (profile.uncovered(script) == null) {
            assertEquals(right == Answer.CONFORMS && !isReadOff, conforms, () -> verdict + " " + which);
        }
        boolean isDecided = outcome != Outcome.INCONCLUSIVE;
        assertEquals(isDecided, certified.certificate().isPresent(), () -> verdict + " " + which);
        Verdict online = OnlineOracleTest.online(history);
        assertTrue(
                online.outcome() == Outcome.INCONCLUSIVE || (online.outcome() == Outcome.CONFORMS) == conforms,
                () -> "whole " + verdict + "\nonline " + online + " " + which);
        return outcome;
    }

    /** What the slow search says of the whole; or of each queue, where the rules are of one. */
    private static <S> Answer slowly(Profile<S> profile, History history) {
        History settled = Oracle.settled(history);
        Collection<History> wholes = OF_A_QUEUE.contains(profile.word())
                ? settled.split(Event::queue).values()
                : List.of(settled);
        try {
            for (History whole : wholes) {
                if (!new Reach<>(steps(profile, whole), new Budget(BUDGET)).endsWell()) {
                    return Answer.REFUTED;
                }
            }
            return Answer.CONFORMS;
        } catch (Exhausted e) {
            return Answer.OUT_OF_BUDGET;
        }
    }

    /** Where items are judged alone, nothing is asked of the order between them. */
    private static <S> Steps<S> steps(Profile<S> profile, History whole) {
        boolean ordered = !profile.meaning().apply(Script.of(whole)).projectionsDecide();
        Set<String> tolerated = new HashSet<>(TOLERATED);
        tolerated.addAll(ordered ? Set.of() : Set.of("O1"));
        return profile.steps(whole, tolerated);
    }
}
