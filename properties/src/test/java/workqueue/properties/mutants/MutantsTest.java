package workqueue.properties.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.properties.kit.Implementation;
import workqueue.properties.suite.Suite;
import workqueue.properties.suite.Suite.Played;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/** The conformance suite notices every defect of the catalogue, and names the rule that it breaks. */
class MutantsTest {
    private static final int SEEDS = 200;

    static List<Mutant> mutants() {
        return Catalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void suiteNamesTheRule(Mutant mutant) {
        List<Played> violations = new ArrayList<>();
        Optional<Played> named = violations(
                        mutant.profile(), DefectiveReference.load(mutant.defect()), isStrict(mutant))
                .peek(violations::add)
                .filter(violation -> mutant.rule().equals(violation.verdict().rule()))
                .findFirst();
        assertTrue(
                named.isPresent(), () -> "not named in " + SEEDS + " random scenarios and all others: " + violations);
        System.out.printf(
                "%-6s %-52s caught in \"%s\"%n",
                mutant.rule(), mutant.name(), named.get().scenario());
    }

    /** The loader itself breaks nothing: the same, with a change that changes nothing. */
    @Test
    void runtimeThatIsCompiledAnewConforms() {
        Defect none = Defect.in("core/Scope.java", "final class Scope {", "final class Scope { ");
        assertEquals(
                Optional.empty(),
                violations("kmdf", DefectiveReference.load(none), false)
                        .findFirst()
                        .map(Played::verdict));
    }

    /** Whether the rule is one that is only asked for strictly. */
    private static boolean isStrict(Mutant mutant) {
        return Rules.all().get(mutant.rule()).level() == Rule.Level.DE_FACTO;
    }

    /** What the suite finds; a defect that depends on timing may also break other rules than its own. */
    private static Stream<Played> violations(String profile, Implementation implementation, boolean strict) {
        Suite suite = new Suite(profile, Duration.ofSeconds(1), new Oracle(Oracle.BUDGET, strict));
        return suite.play(implementation, SEEDS, 1)
                .filter(one -> one.verdict() != null && one.verdict().outcome() != Outcome.CONFORMS);
    }
}
