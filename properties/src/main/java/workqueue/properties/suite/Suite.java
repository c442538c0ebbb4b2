package workqueue.properties.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
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
            "kmdf", new Scenarios(KmdfScenarios.scripted(), KmdfScenarios::random),
            "mf", new Scenarios(MediaFoundationScenarios.scripted(), MediaFoundationScenarios::random)));

    /** Fixed scenarios, and those that a seed makes. */
    private record Scenarios(List<Scenario> scripted, java.util.function.LongFunction<Scenario> random) {}

    /**
     * One scenario's outcome.
     *
     * @param scenario its name
     * @param rules the rules that it can show broken
     * @param verdict the oracle's answer, or null if the implementation does not have what it needs
     * @param history what was recorded, or null
     */
    public record Played(String scenario, List<String> rules, Verdict verdict, History history) {}

    private final Scenarios scenarios;
    private final Oracle oracle = new Oracle();

    /**
     * The suite of a profile.
     *
     * @throws IllegalArgumentException if there is none for it
     */
    public Suite(String profile) {
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
     * Plays all scenarios.
     *
     * @param seeds how many scenarios to make from seeds, counting up from {@code seed}
     * @param seed the first seed
     * @param progress told of each scenario as it was judged
     */
    public List<Played> play(Implementation implementation, int seeds, long seed, Consumer<Played> progress)
            throws InterruptedException {
        List<Scenario> all = new ArrayList<>(scenarios.scripted());
        for (int k = 0; k < seeds; k++) {
            all.add(scenarios.random().apply(seed + k));
        }
        List<Played> played = new ArrayList<>();
        for (Scenario scenario : all) {
            Played one = play(implementation, scenario);
            progress.accept(one);
            played.add(one);
        }
        return played;
    }

    private Played play(Implementation implementation, Scenario scenario) throws InterruptedException {
        try {
            History history = Player.play(implementation, scenario);
            return new Played(scenario.name(), scenario.rules(), oracle.judge(history), history);
        } catch (UnsupportedOperationException e) {
            return new Played(scenario.name(), scenario.rules(), null, null);
        }
    }
}
