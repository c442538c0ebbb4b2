package workqueue.properties.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import workqueue.properties.suite.Suite.Played;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/** What became of the scenarios of one profile. */
final class TestReport {
    private final String profile;
    private final List<Played> judged;
    private final List<Played> skipped;
    private final List<Played> failed;

    TestReport(String profile, List<Played> played) {
        this.profile = profile;
        this.judged = played.stream().filter(one -> one.verdict() != null).toList();
        this.skipped = played.stream().filter(one -> one.missing() != null).toList();
        this.failed = played.stream().filter(one -> one.failure() != null).toList();
    }

    /** The verdicts; an exception is no conformance, and where there is no answer at all that is no success. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        judged.forEach(one -> verdicts.add(one.verdict()));
        failed.forEach(one -> verdicts.add(unfounded(Outcome.IMPLEMENTATION_VIOLATES, one.failure())));
        return verdicts.isEmpty() ? List.of(unfounded(Outcome.INCONCLUSIVE, "nothing was judged")) : verdicts;
    }

    /** A verdict that no recording is behind. */
    private static Verdict unfounded(Outcome outcome, String reason) {
        return new Verdict(outcome, null, reason, List.of(), null, 0);
    }

    /** The recordings that are a violation, the implementation's or its caller's. */
    List<Played> violations() {
        return judged.stream()
                .filter(one -> one.verdict().outcome().compareTo(Outcome.CALLER_VIOLATES) >= 0)
                .toList();
    }

    /** Whether every scenario was judged. */
    boolean isComplete() {
        return skipped.isEmpty() && failed.isEmpty();
    }

    /** What is wrong, what is known of each rule, and a summary. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Played one : judged) {
            if (one.verdict().outcome() != Outcome.CONFORMS) {
                text.append(problem(one));
            }
        }
        for (Played one : failed) {
            text.append("  failed in \"" + one.scenario() + "\": " + Text.harmless(one.failure()) + "\n");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : Rules.all().list()) {
            if (rule.profiles().contains(profile)) {
                rows.add(List.of("  " + rule.id(), answer(rule)));
            }
        }
        return text + Text.table(rows) + "  " + summary() + "\n";
    }

    /** How many scenarios were judged, why the others were not, and what came of it: one line. */
    String summary() {
        String all = judged.isEmpty() ? "nothing was judged" : judged.size() + " recordings judged";
        if (!skipped.isEmpty()) {
            all += ", " + skipped.size() + " scenarios skipped: the implementation lacks "
                    + String.join(", ", missing());
        }
        if (!failed.isEmpty()) {
            String first = Text.harmless(failed.get(0).failure());
            all += ", " + failed.size() + " scenarios failed: the implementation threw an exception, first " + first;
        }
        return judged.isEmpty() ? all : all + ", " + outcome();
    }

    private String outcome() {
        Set<String> broken = broken();
        if (!broken.isEmpty()) {
            return "broken: " + String.join(", ", broken);
        }
        long open = judged.stream()
                .filter(one -> one.verdict().outcome() == Outcome.INCONCLUSIVE)
                .count();
        return open == 0 ? (failed.isEmpty() ? "all conform" : "those judged conform") : open + " inconclusive";
    }

    private Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        skipped.forEach(one -> missing.add(one.missing()));
        return missing;
    }

    private Set<String> broken() {
        Set<String> broken = new TreeSet<>();
        violations().forEach(one -> broken.add(one.verdict().rule()));
        return broken;
    }

    private String answer(Rule rule) {
        if (broken().contains(rule.id())) {
            return "BROKEN";
        }
        List<Played> covering =
                judged.stream().filter(one -> one.rules().contains(rule.id())).toList();
        long conforming = covering.stream()
                .filter(one -> one.verdict().outcome() == Outcome.CONFORMS)
                .count();
        if (covering.isEmpty()) {
            return Stream.concat(skipped.stream(), failed.stream())
                            .anyMatch(one -> one.rules().contains(rule.id()))
                    ? "not decided: its scenarios were skipped or failed"
                    : "no scenario; checked: " + rule.checked();
        }
        return conforming > 0
                ? "conforms (" + conforming + ")"
                : "not decided (" + covering.size() + "): these recordings break another rule, or are inconclusive";
    }

    private static String problem(Played one) {
        Verdict verdict = one.verdict();
        StringBuilder text = new StringBuilder("  " + verdict.outcome().word() + " " + verdict.rule() + " in \""
                + one.scenario() + "\": " + Text.harmless(verdict.reason()) + "\n");
        verdict.witness()
                .forEach(event -> text.append("      ")
                        .append(Text.harmless(event.toString()))
                        .append('\n'));
        return text.toString();
    }
}
