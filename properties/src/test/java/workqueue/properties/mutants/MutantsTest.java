package workqueue.properties.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.properties.suite.Suite;
import workqueue.properties.suite.Suite.Played;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/**
 * The conformance suite notices every defect of the catalogue, and names the rule that it breaks. Each has a scenario that
 * shows it in every interleaving; that random ones may show it, too, is left out.
 */
class MutantsTest {
    private static final int SEEDS = 20;

    static List<Mutant> mutants() {
        return Catalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void suiteNamesTheRule(Mutant mutant) {
        Suite suite = new Suite(mutant.profile(), new Oracle(Oracle.BUDGET, isStrict(mutant)));
        Played played = suite.play(DefectiveReference.load(mutant.defect()), mutant.scenario());
        assertTrue(played.rules().contains(mutant.rule()), () -> "the scenario is said to show " + played.rules());
        assertEquals(mutant.rule(), played.verdict().rule(), played::toString);
        System.out.printf("%-6s %-52s caught in \"%s\"%n", mutant.rule(), mutant.name(), played.scenario());
    }

    static Set<String> profiles() {
        return Suite.profiles();
    }

    /** The loader itself breaks nothing: with a change that changes nothing, all scenarios conform. */
    @ParameterizedTest
    @MethodSource("profiles")
    void runtimeThatIsCompiledAnewConforms(String profile) {
        Defect none = Defect.in("core/Scope.java", "final class Scope {", "final class Scope { ");
        List<Played> violations = new Suite(profile)
                .play(DefectiveReference.load(none), SEEDS, 1)
                .filter(played -> played.verdict() == null || played.verdict().outcome() != Outcome.CONFORMS)
                .toList();
        assertEquals(List.of(), violations);
    }

    /** Whether the rule is one that is only asked for strictly. */
    private static boolean isStrict(Mutant mutant) {
        return Rules.all().get(mutant.rule()).level() == Rule.Level.DE_FACTO;
    }
}
