package workqueue.properties.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import workqueue.properties.suite.Suite.Played;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/** What became of the scenarios of one profile. */
final class TestReport {
    private static final Verdict NOTHING_JUDGED =
            new Verdict(Outcome.INCONCLUSIVE, null, "nothing was judged", List.of(), null, 0);

    private final String profile;
    private final List<Played> judged;
    private final List<Played> skipped;

    TestReport(String profile, List<Played> played) {
        this.profile = profile;
        this.judged = played.stream().filter(one -> one.verdict() != null).toList();
        this.skipped = played.stream().filter(one -> one.missing() != null).toList();
    }

    /** The verdicts; where nothing was judged one that says so, for no answer is no success. */
    List<Verdict> verdicts() {
        return judged.isEmpty()
                ? List.of(NOTHING_JUDGED)
                : judged.stream().map(Played::verdict).toList();
    }

    /** The recordings that are a violation, the implementation's or its caller's. */
    List<Played> violations() {
        return judged.stream()
                .filter(one -> one.verdict().outcome().compareTo(Outcome.CALLER_VIOLATES) >= 0)
                .toList();
    }

    /** Whether every scenario was judged. */
    boolean isComplete() {
        return skipped.isEmpty();
    }

    /** What is wrong, what is known of each rule, and a summary. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Played one : judged) {
            if (one.verdict().outcome() != Outcome.CONFORMS) {
                text.append(problem(one));
            }
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
        return open == 0 ? "all conform" : open + " inconclusive";
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
            return skipped.stream().anyMatch(one -> one.rules().contains(rule.id()))
                    ? "not decided: its scenarios were skipped"
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
