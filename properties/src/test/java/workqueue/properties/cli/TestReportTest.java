package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;
import workqueue.properties.reference.ReferenceImplementation;
import workqueue.properties.suite.Suite;
import workqueue.properties.suite.Suite.Played;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rules;

/** What {@code wq test} says of a class, and what it does not. */
class TestReportTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int test(Class<?> implementation, String... more) {
        List<String> args = new ArrayList<>(
                List.of("test", "--class", implementation.getName(), "--profile", "kmdf", "--seeds", "1"));
        args.addAll(List.of(more));
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    }

    /** Has no operation at all. */
    public static final class HasNothing implements Implementation {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public Session open(Setup setup, Runs runs) {
            return request -> {
                throw new UnsupportedOperationException();
            };
        }
    }

    @Test
    void whatJudgedNothingIsInconclusiveAndNamesWhatIsMissing() {
        assertEquals(Exit.INCONCLUSIVE, test(HasNothing.class));
        assertTrue(out.toString().contains("nothing was judged, "), out.toString());
        assertTrue(out.toString().contains(" scenarios skipped: the implementation lacks create\n"), out.toString());
        assertFalse(out.toString().contains("conform"), out.toString());
    }

    @Test
    void theSameIsSaidBesideJson() {
        assertEquals(Exit.INCONCLUSIVE, test(HasNothing.class, "--json"));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("wq: profile kmdf: nothing was judged, "), err.toString());
    }

    private static Played played(Outcome outcome, String broken, String... rules) {
        Verdict verdict = new Verdict(outcome, broken, "a reason", List.of(), null, 0);
        return new Played("a scenario", List.of(rules), verdict, null, null, null);
    }

    private static String row(String rule, Played... played) {
        return new TestReport("kmdf", List.of(played))
                .text()
                .lines()
                .filter(line -> line.startsWith("  " + rule + " "))
                .findFirst()
                .orElseThrow()
                .substring(2 + rule.length())
                .strip();
    }

    @Test
    void aRuleConformsInRecordingsThatConform() {
        Played good = played(Outcome.CONFORMS, null, "P1", "D2");
        Played bad = played(Outcome.IMPLEMENTATION_VIOLATES, "P1", "P1", "D2");
        assertEquals("BROKEN", row("P1", good, bad));
        assertEquals("conforms (2)", row("D2", good, bad, good));
        assertEquals("not decided (2): these recordings break another rule, or are inconclusive", row("D2", bad, bad));
    }

    @Test
    void whatIsOutOfBudgetDecidesNoRule() {
        Played open = played(Outcome.INCONCLUSIVE, null, "D2");
        assertEquals("not decided (1): these recordings break another rule, or are inconclusive", row("D2", open));
        assertTrue(new TestReport("kmdf", List.of(open)).summary().endsWith("1 inconclusive"));
    }

    @Test
    void whatNoScenarioShowsIsCheckedOtherwise() {
        assertEquals("no scenario; checked: " + Rules.all().get("A2").checked(), row("A2"));
        assertEquals(
                "not decided: its scenarios were skipped or failed",
                row("D2", new Played("a scenario", List.of("D2"), null, null, "flush", null)));
    }

    /** The reference, but for one operation. Scenarios flush on threads of their own, too, and delete in runs. */
    private static Implementation without(String operation, Supplier<RuntimeException> thrown) {
        return new Implementation() {
            @Override
            public String name() {
                return "no " + operation;
            }

            @Override
            public Session open(Setup setup, Runs runs) {
                Session reference = new ReferenceImplementation().open(setup, runs);
                return new Session() {
                    @Override
                    public Reply call(Request request) throws InterruptedException {
                        if (request.op().equals(operation)) {
                            throw thrown.get();
                        }
                        return reference.call(request);
                    }

                    @Override
                    public void close() {
                        reference.close();
                    }
                };
            }
        };
    }

    private static TestReport reportOn(Implementation implementation) {
        Suite suite = new Suite("kmdf");
        return new TestReport("kmdf", suite.play(implementation, 1, 1).toList());
    }

    @Test
    void anOperationThatIsMissingOnAnyThreadSkipsTheScenario() {
        TestReport report = reportOn(without("flush", UnsupportedOperationException::new));
        assertTrue(report.summary().endsWith("scenarios skipped: the implementation lacks flush, all conform"));
        assertEquals(Exit.CONFORMS, Exit.of(report.verdicts()));
    }

    /** A run that calls it has no end, which is nobody's violation. */
    @Test
    void anOperationThatIsMissingInARunSkipsTheScenario() {
        TestReport report = reportOn(without("delete", UnsupportedOperationException::new));
        assertTrue(report.summary().endsWith("scenarios skipped: the implementation lacks delete"), report.text());
        assertEquals(Exit.INCONCLUSIVE, Exit.of(report.verdicts()));
    }

    @Test
    void anExceptionFailsTheScenarioAndTheRestIsPlayed() {
        TestReport report = reportOn(without("flush", () -> new IllegalStateException("bo\nom")));
        String line = "  failed in \"a running item is flushed\": java.lang.IllegalStateException: bo\\u000aom";
        assertTrue(report.text().lines().anyMatch(line::equals), report.text());
        assertTrue(report.summary().endsWith("those judged conform"), report.summary());
        assertEquals(Exit.VIOLATION, Exit.of(report.verdicts()));
    }

    @Test
    void anExceptionWhenASessionIsOpenedFailsTheScenario() {
        TestReport report = reportOn(new Implementation() {
            @Override
            public String name() {
                return "no session";
            }

            @Override
            public Session open(Setup setup, Runs runs) {
                throw new IllegalStateException("boom");
            }
        });
        assertTrue(report.summary().startsWith("nothing was judged, "), report.summary());
        assertTrue(report.summary().endsWith("first java.lang.IllegalStateException: boom"), report.summary());
        assertEquals(Exit.VIOLATION, Exit.of(report.verdicts()));
    }
}
