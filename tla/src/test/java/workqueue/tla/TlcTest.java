package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever differs from the manifest is reported, and in words. */
class TlcTest {
    private static final String CONTRACT = "WorkQueueContract.tla";

    private static List<String> deviations(Model model) throws InterruptedException {
        return new Tlc().run(model).deviations();
    }

    private static void assertOnly(String part, List<String> deviations) {
        assertEquals(1, deviations.size(), deviations::toString);
        assertTrue(deviations.get(0).contains(part), deviations::toString);
    }

    @Test
    void nothingDeviates() throws InterruptedException {
        List<Progress> progress = Collections.synchronizedList(new ArrayList<>());
        ModelResult result = new Tlc().withProgress(progress::add).run(Samples.passing());
        assertEquals(List.of(), result.deviations());
        assertEquals(List.of(), result.trace());
        assertEquals("", result.error());
        assertFalse(progress.isEmpty());
        assertEquals(result.distinct(), progress.get(progress.size() - 1).distinct());
    }

    @Test
    void wrongCounts() throws InterruptedException {
        Expectation e = Samples.passing().expect();
        List<String> deviations = deviations(Samples.expecting(
                Samples.passing(),
                new Expectation(Outcome.OK, null, e.distinct() + 1, e.generated() - 1, e.depth() + 2, null)));
        assertEquals(
                List.of(
                        "distinct states: expected " + (e.distinct() + 1) + ", but TLC found " + e.distinct(),
                        "generated states: expected " + (e.generated() - 1) + ", but TLC found " + e.generated(),
                        "depth: expected " + (e.depth() + 2) + ", but TLC found " + e.depth()),
                deviations);
    }

    @Test
    void wrongCoverage() throws InterruptedException {
        Expectation noneMissed = new Expectation(Outcome.OK, null, null, null, null, List.of("Accept"));
        Model neverDrops = Samples.mutated(
                Samples.expecting(Samples.passing(), noneMissed),
                new Mutation(CONTRACT, "/\\ MayDiscard", "/\\ FALSE"));
        assertEquals(
                List.of(
                        "action Drop was never taken",
                        "action Accept was taken, but the manifest says that it never is"),
                deviations(neverDrops));
    }

    @Test
    void violationThatIsNotExpected() throws InterruptedException {
        Model mutant = Samples.named("WorkQueueContract-starts-excluded");
        Model expectedToPass = Samples.expecting(mutant, Samples.passing().expect());
        ModelResult result = new Tlc().run(expectedToPass);
        assertOnly(
                "expected no violation, but TLC found a violation of the invariant MutualExclusion",
                result.deviations());
        Step first = result.trace().get(0);
        Step last = result.trace().get(result.trace().size() - 1);
        assertEquals("Initial predicate", first.action());
        assertEquals("Start", last.action());
        assertEquals(
                Map.of("i1", 0L, "i2", 0L), TlaValues.parseState(first.state()).get("executing"));
    }

    /** A model that has to fail is checked for what it violates, and for nothing else. */
    @Test
    void violationOfSomethingElse() throws InterruptedException {
        Expectation other = new Expectation(Outcome.INVARIANT, "TypeOK", null, null, null, null);
        assertOnly(
                "expected a violation of the invariant TypeOK, but TLC found no violation",
                deviations(Samples.expecting(Samples.passing(), other)));
    }

    @Test
    void mutantThatViolatesNothing() throws InterruptedException {
        Model mutant = Samples.named("WorkQueueContract-starts-excluded");
        Mutation harmless = new Mutation(CONTRACT, "executing[j] = 0", "executing[j] < 1");
        assertOnly(
                "expected a violation of the invariant MutualExclusion, but TLC found no violation",
                deviations(Samples.mutated(mutant, harmless)));
    }

    @Test
    void behaviourThatGoesOnForEver() throws InterruptedException {
        List<Step> trace =
                new Tlc().run(Samples.named("WorkQueueHistory-unfair-enter")).trace();
        assertTrue(trace.get(trace.size() - 1).action().matches("Back to state \\d+|Stuttering"), trace::toString);
    }

    @Test
    void mutationThatFindsNothing() throws InterruptedException {
        assertOnly(
                "WorkQueueContract.tla does not contain the text to mutate: no such text",
                deviations(Samples.mutated(Samples.passing(), new Mutation(CONTRACT, "no such text", ""))));
    }

    @Test
    void mutationThatFindsTwo() throws InterruptedException {
        assertOnly(
                "WorkQueueContract.tla contains the text to mutate more than once: MayDiscard",
                deviations(Samples.mutated(Samples.passing(), new Mutation(CONTRACT, "MayDiscard", "TRUE"))));
    }

    @Test
    void mutationOfAModuleThatIsNotUsed() throws InterruptedException {
        assertOnly(
                "MCWorkQueueContract does not import Kmdf.tla",
                deviations(Samples.mutated(Samples.passing(), new Mutation("Kmdf.tla", "Device", ""))));
    }

    @Test
    void moduleThatCannotBeParsed() throws InterruptedException {
        List<String> deviations =
                deviations(Samples.mutated(Samples.passing(), new Mutation(CONTRACT, "/\\ MayDiscard", "/\\ (")));
        assertOnly("expected no violation, but TLC found an error in the model", deviations);
        assertOnly("Could not parse module WorkQueueContract", deviations);
    }

    @Test
    void moduleThatCannotBeEvaluated() throws InterruptedException {
        assertOnly(
                "expected no violation, but TLC found an error in the model",
                deviations(
                        Samples.mutated(Samples.passing(), new Mutation(CONTRACT, "/\\ MayDiscard", "/\\ open.no"))));
    }

    @Test
    void endOfTime() throws InterruptedException {
        ModelResult result = new Tlc().withLimit(Duration.ofMillis(1)).run(Samples.passing());
        assertOnly("expected no violation, but TLC found no end in time", result.deviations());
    }
}
