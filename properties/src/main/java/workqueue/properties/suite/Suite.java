package workqueue.properties.suite;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import workqueue.properties.kit.Implementation;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/**
 * The conformance suite of one profile: plays its scenarios on an implementation and judges the recordings.
 *
 * <p>Timing decides what happens in a scenario, so a pass says that nothing was found; a violation is certain.
 */
public final class Suite {
    private static final Map<String, Scenarios> PROFILES = new TreeMap<>(Map.of(
            "io", new Scenarios(IoScenarios.scripted(), IoScenarios::random),
            "kmdf", framework(KmdfScenarios.coalescingFramework()),
            "kmdf-legacy", framework(KmdfScenarios.legacyFramework()),
            "ks", new Scenarios(KsScenarios.scripted(), KsScenarios::random),
            "ks-counted", new Scenarios(KsCountedScenarios.scripted(), KsCountedScenarios::random),
            "mf", new Scenarios(MediaFoundationScenarios.scripted(), MediaFoundationScenarios::random)));

    /** Fixed scenarios, and those that a seed makes. */
    private record Scenarios(List<Scenario> scripted, LongFunction<Scenario> random) {}

    private static Scenarios framework(KmdfScenarios scenarios) {
        return new Scenarios(scenarios.scripted(), scenarios::random);
    }

    /**
     * One scenario's outcome.
     *
     * @param scenario its name
     * @param rules the rules that it can show broken
     * @param verdict the oracle's answer, or null if it was skipped or failed
     * @param history what was recorded, or null
     * @param missing the operation, or the session, that the implementation does not have and the scenario needs; null if it was not skipped
     * @param failure the exception that the implementation threw; null if it did not
     */
    public record Played(
            String scenario, List<String> rules, Verdict verdict, History history, String missing, String failure) {
        private static Played judged(Scenario scenario, Verdict verdict, History history) {
            return new Played(scenario.name(), scenario.rules(), verdict, history, null, null);
        }

        private static Played skipped(Scenario scenario, String missing) {
            return new Played(scenario.name(), scenario.rules(), null, null, missing, null);
        }

        private static Played failed(Scenario scenario, Throwable thrown) {
            return new Played(scenario.name(), scenario.rules(), null, null, null, thrown.toString());
        }
    }

    private final Scenarios scenarios;
    private final Oracle oracle;

    /**
     * The suite of a profile.
     *
     * @throws IllegalArgumentException if there is none for it
     */
    public Suite(String profile) {
        this(profile, new Oracle());
    }

    /**
     * The suite of a profile.
     *
     * @param oracle what judges the recordings
     * @throws IllegalArgumentException if there is none for it
     */
    public Suite(String profile, Oracle oracle) {
        this.oracle = oracle;
        this.scenarios = PROFILES.get(profile);
        if (scenarios == null) {
            throw new IllegalArgumentException(
                    "no suite for profile \"" + profile + "\"; there are " + String.join(", ", PROFILES.keySet()));
        }
    }

    /** The profiles that have a suite. */
    public static Set<String> profiles() {
        return PROFILES.keySet();
    }

    /** How many scenarios {@link #play} plays. */
    public int size(int seeds) {
        return scenarios.scripted().size() + seeds;
    }

    /**
     * Plays the scenarios, each when the stream gets to it.
     *
     * @param seeds how many scenarios to make from seeds, counting up from {@code seed}
     * @param seed the first seed
     */
    public Stream<Played> play(Implementation implementation, int seeds, long seed) {
        Stream<Scenario> random = LongStream.range(seed, seed + seeds).mapToObj(scenarios.random());
        return Stream.concat(scenarios.scripted().stream(), random).map(scenario -> play(implementation, scenario));
    }

    /** The names of the scenarios that no seed makes. */
    public List<String> scripted() {
        return scenarios.scripted().stream().map(Scenario::name).toList();
    }

    /**
     * Plays one of the scenarios that no seed makes.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Played play(Implementation implementation, String scripted) {
        Scenario scenario = scenarios.scripted().stream()
                .filter(one -> one.name().equals(scripted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario \"" + scripted + "\""));
        return play(implementation, scenario);
    }

    private Played play(Implementation implementation, Scenario scenario) {
        try {
            History history = Player.play(implementation, scenario);
            return Played.judged(scenario, oracle.judge(history), history);
        } catch (UnsupportedOperationException e) {
            return Played.skipped(scenario, e.getMessage());
        } catch (ExecutionException e) {
            return Played.failed(scenario, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in scenario " + scenario.name(), e);
        }
    }
}
