package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.History;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Then;
import workqueue.spec.oracle.Search.Answer;
import workqueue.spec.oracle.Verdict.Outcome;

/** The comparison with enumeration notices an oracle that is wrong. */
class BrokenOracleTest {
    private static final int SEEDS = 1200;
    private static final Map<String, List<Sample>> SAMPLES = new TreeMap<>();

    /** A history that no judge settles, and whether it conforms. */
    private record Sample(History history, Answer right) {}

    private static synchronized List<Sample> samples(String profile) {
        return SAMPLES.computeIfAbsent(profile, p -> {
            List<Sample> samples = new ArrayList<>();
            for (long seed = 1; seed <= SEEDS; seed++) {
                Agreement.histories(p, seed).stream()
                        .filter(history -> isForSearch(Profile.of(p), history))
                        .map(history -> new Sample(
                                history,
                                Agreement.outcome(history) == Outcome.CONFORMS ? Answer.CONFORMS : Answer.REFUTED))
                        .forEach(samples::add);
            }
            return samples;
        });
    }

    private static boolean isForSearch(Profile<?> profile, History history) {
        Script script = Script.of(history);
        return !history.header().end().equals("hang")
                && profile.judges().stream()
                        .allMatch(judge -> judge.judge(script).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void soundOneIsNotAccused(String profile) {
        assertEquals(Optional.empty(), firstDifference(profile, hunt(Profile.of(profile), meaning -> meaning, 20_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void norOneThatIsGuidedByPartsAtOnce(String profile) {
        assertEquals(Optional.empty(), firstDifference(profile, hunt(Profile.of(profile), meaning -> meaning, 0)));
    }

    @Test
    void kmdf_beginThatForgetsThatSomethingMustHaveBeenEnqueued() {
        assertNoticed("kmdf", "begin", forgetting("R1"));
    }

    /** Counting what is ahead finds the same breaches, and is switched off. */
    @Test
    void kmdf_beginThatForgetsDeletion() {
        assertNoticed("kmdf", Map.of("begin", forgetting("L3"), "plausible", answer -> true));
    }

    @Test
    void kmdf_asksForNothingAtRest() {
        assertNoticed("kmdf", Map.of("atRest", actions -> List.of(Then.nothing()), "plausible", answer -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"F1", "L2"})
    void kmdf_returnThatForgetsARule(String rule) {
        assertNoticed("kmdf", "atReturn", forgetting(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "D1", "A2"})
    void kmdf_enqueueThatForgetsARule(String rule) {
        assertNoticed("kmdf", "point", forgetting(rule));
    }

    @Test
    void kmdf_dequeueThatForgetsHowManyWorkersThereAre() {
        assertNoticed("kmdf", "hidden", forgetting("R4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void neverDequeues(String profile) {
        assertNoticed(profile, "hidden", actions -> List.of());
    }

    @Test
    void mf_asksForNothingAtRest() {
        assertNoticed("mf", "atRest", actions -> List.of(Then.nothing()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void tooFewConfigurationsAreHopeful(String profile) {
        int[] asked = {0};
        assertNoticed(profile, "plausible", answer -> (Boolean) answer && ++asked[0] % 20 != 0);
    }

    @Test
    void kmdf_itemsAreJudgedApartThoughTheyAreOrdered() {
        assertNoticed("kmdf", "projectionsDecide", answer -> true);
    }

    @Test
    void kmdf_enqueueNeverCoalesces() {
        assertNoticed(
                "kmdf", "point", actions -> ((List<?>) actions).subList(0, Math.min(((List<?>) actions).size(), 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MF-4", "MF-15", "MF-17", "MF-19"})
    void mf_callThatForgetsARule(String rule) {
        assertNoticed("mf", "point", forgetting(rule));
    }

    /** That something must have been put, that a key fires once, that calls do not overlap and end with the removal. */
    @ParameterizedTest
    @ValueSource(strings = {"R1", "MF-46", "MF-47", "MF-54"})
    void mf_beginThatForgetsARule(String rule) {
        assertNoticed("mf", "begin", forgetting(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MF-53", "MF-66"})
    void mf_restThatForgetsARule(String rule) {
        assertNoticed("mf", "atRest", forgetting(rule));
    }

    @Test
    void mf_nothingFires() {
        assertNoticed(
                "mf",
                "hidden",
                actions -> ((List<?>) actions)
                        .stream()
                                .filter(action -> !action.toString().contains("Fire["))
                                .toList());
    }

    @Test
    void mf_dequeueThatForgetsSerialization() {
        assertNoticed("mf", "hidden", forgetting("S1"));
    }

    @Test
    void mf_shutdownNeverDrops() {
        assertNoticed(
                "mf",
                "hidden",
                actions -> ((List<?>) actions)
                        .stream()
                                .filter(action -> !(action instanceof MediaFoundation.Discard))
                                .toList());
    }

    private static void assertNoticed(String profile, String method, UnaryOperator<Object> change) {
        assertNoticed(profile, Map.of(method, change));
    }

    private static void assertNoticed(String profile, Map<String, UnaryOperator<Object>> changes) {
        assertTrue(
                noticed(Profile.of(profile), changes),
                () -> "no difference in " + samples(profile).size());
    }

    private static <S> boolean noticed(Profile<S> profile, Map<String, UnaryOperator<Object>> changes) {
        Function<History, Answer> broken = hunt(profile, sound -> altered(sound, changes), 20_000);
        return firstDifference(profile.word(), broken).isPresent();
    }

    private static Optional<History> firstDifference(String profile, Function<History, Answer> oracle) {
        return samples(profile).stream()
                .filter(sample -> oracle.apply(sample.history()) != sample.right())
                .map(Sample::history)
                .findFirst();
    }

    private static <S> Function<History, Answer> hunt(
            Profile<S> profile, UnaryOperator<Semantics<S>> change, long unguided) {
        return history -> new Hunt<S>(
                        script -> change.apply(profile.meaning().apply(script)),
                        Enumeration.TOLERATED,
                        Oracle.BUDGET,
                        unguided,
                        search -> {})
                .decide(history);
    }

    /** A semantics that answers some questions otherwise. */
    @SuppressWarnings("unchecked") // a proxy of the interface is one, whatever its states
    private static <S> Semantics<S> altered(Semantics<S> sound, Map<String, UnaryOperator<Object>> changes) {
        return (Semantics<S>) Proxy.newProxyInstance(
                Semantics.class.getClassLoader(), new Class<?>[] {Semantics.class}, (proxy, called, arguments) -> {
                    try {
                        Object answer = called.invoke(sound, arguments);
                        return changes.getOrDefault(called.getName(), UnaryOperator.identity())
                                .apply(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static UnaryOperator<Object> forgetting(String rule) {
        return actions -> ((List<?>) actions)
                .stream()
                        .map(action -> new Forgetful<>((Action<?>) action, rule))
                        .toList();
    }

    /** An action that may also be taken where a rule forbids it. */
    private record Forgetful<S>(Action<S> action, String rule) implements Action<S> {
        @Override
        public Set<String> broken(S state) {
            Set<String> broken = new HashSet<>(action.broken(state));
            broken.remove(rule);
            return broken;
        }

        @Override
        public boolean possible(S state) {
            return action.possible(state);
        }

        @Override
        public S apply(S state) {
            return action.apply(state);
        }
    }
}
