package workqueue.spec.oracle;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import workqueue.spec.history.History;
import workqueue.spec.oracle.queue.QueueJudge;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/**
 * Judges histories. Immutable and safe for any thread.
 *
 * <p>First the judges that need no search; then each projection of the history alone, because what refutes a part refutes
 * the whole, and parts are small; then the whole. A violation is reported only when an exhaustive search of the reported
 * witness found no order in which it is allowed.
 */
public final class Oracle {
    /** How many configurations are looked at for one answer, unless told otherwise. */
    public static final long BUDGET = 2_000_000;

    /** Configurations for a part that a judge of whole histories suspects: parts are small, and there are several. */
    private static final long OF_A_PART = 20_000;

    /** The search of all orders keeps more of each event than fits for more than so many. */
    private static final int SEARCHABLE = 100_000;

    private final long budget;
    private final boolean strict;

    /** An oracle with the usual budget that asks for what documents state. */
    public Oracle() {
        this(BUDGET, false);
    }

    /**
     * An oracle.
     *
     * @param budget how many configurations one search may look at, at least 1; more than that is {@code inconclusive}
     * @param strict whether to ask also for what only implementations agree on (rules of level DE-FACTO)
     */
    public Oracle(long budget, boolean strict) {
        if (budget < 1) {
            throw new IllegalArgumentException("budget must be at least 1, not " + budget);
        }
        this.budget = budget;
        this.strict = strict;
    }

    /** The names of the profiles that histories can be judged by. */
    public static Set<String> profiles() {
        return Collections.unmodifiableSet(Profile.ALL.keySet());
    }

    /**
     * Judges a history by the rules of the profile that its header names.
     *
     * @throws IllegalArgumentException if the profile is unknown, or the history does not speak its words
     */
    public Verdict judge(History history) {
        Profile<?> profile = Profile.of(history.header().profile());
        profile.words().check(history);
        return profile.queue()
                .flatMap(judge -> opinion(profile, judge.judge(history)))
                .orElseGet(() -> searched(profile, history));
    }

    /** A judge's opinion, if it holds: it found an order, or a part that is refuted. */
    private Optional<Verdict> opinion(Profile<?> profile, QueueJudge.Opinion opinion) {
        if (opinion.conforms()) {
            return Optional.of(Verdict.conforms(opinion.steps()));
        }
        return opinion.suspects().stream()
                .filter(part ->
                        profile.hunt(tolerated(), Math.min(budget, OF_A_PART)).decide(part) == Search.Answer.REFUTED)
                .findFirst()
                .map(part -> profile.hunt(tolerated(), budget).explain(part));
    }

    private Verdict searched(Profile<?> profile, History history) {
        if (profile.queue().isPresent() && history.events().size() > SEARCHABLE) {
            return Verdict.inconclusive(
                    "no order was found, no small part that violates, and the recording is too long to search all orders",
                    0);
        }
        Script script = Script.of(history);
        Call uncovered = profile.uncovered(script);
        if (uncovered != null) {
            return Verdict.inconclusive(
                    "operation " + uncovered.op() + " (seq "
                            + uncovered.invoked().seq() + ") is not covered by the rules of profile " + profile.word()
                            + " yet",
                    0);
        }
        Optional<Judge.Finding> finding = profile.judges().stream()
                .map(judge -> judge.judge(script))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Judge.Finding::moment));
        if (finding.isEmpty()) {
            return search(profile, history);
        }
        Verdict before = search(profile, history.prefix(finding.get().moment()));
        return before.outcome() == Verdict.Outcome.CONFORMS ? verdict(script, finding.get(), before) : before;
    }

    private static Verdict verdict(Script script, Judge.Finding finding, Verdict before) {
        Rule rule = Rules.all().get(finding.rule());
        return new Verdict(
                Verdict.Outcome.ofBreach(rule.id()),
                rule.id(),
                rule.sentence() + " Here: " + finding.reason() + ".",
                finding.witness().stream().map(script::event).toList(),
                finding.witness().contains(finding.moment())
                        ? Long.valueOf(script.event(finding.moment()).seq())
                        : null,
                before.configurations());
    }

    private Verdict search(Profile<?> profile, History history) {
        Hunt<?> hunt = profile.hunt(tolerated(), budget);
        String end = Script.of(history).atRest() ? "ok" : "cut"; // of the whole: a part may leave out who is busy
        History settled = history.with(end, history.events());
        return switch (hunt.decide(settled)) {
            case CONFORMS -> Verdict.conforms(hunt.configurations());
            case REFUTED -> hunt.explain(settled);
            case OUT_OF_BUDGET ->
                Verdict.inconclusive(
                        "the budget of " + budget + " configurations was spent before an answer; --budget raises it",
                        hunt.configurations());
        };
    }

    private Set<String> tolerated() {
        return strict
                ? Set.of()
                : Rules.all().list().stream()
                        .filter(rule -> rule.level() == Rule.Level.DE_FACTO)
                        .map(Rule::id)
                        .collect(Collectors.toSet());
    }
}
