package workqueue.spec.oracle;

import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workqueue.spec.history.Certificate;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.history.Event;
import workqueue.spec.history.Gaps;
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
        return judge(history, new Transcript(false));
    }

    /**
     * Judges a history likewise, and certifies the verdict: with a certificate that was verified.
     *
     * @throws IllegalArgumentException if the profile is unknown, or the history does not speak its words
     */
    public Certified certify(History history) {
        Transcript transcript = new Transcript(true);
        Verdict verdict = judge(history, transcript);
        Stream<Certificate> candidates = switch (verdict.outcome()) {
            case INCONCLUSIVE -> Stream.of();
            case CONFORMS -> Stream.of(certificate(history, verdict, List.of(), transcript.steps()));
            case CALLER_VIOLATES, IMPLEMENTATION_VIOLATES -> violations(history, verdict);
        };
        Verifier verifier = new Verifier(budget);
        return new Certified(
                verdict,
                candidates
                        .filter(one -> verifier.verify(history, one).outcome() == Proof.Outcome.HOLDS)
                        .findFirst());
    }

    /** The witness; and in case that it cannot be shown to stand alone, all events of its items, and of all items. */
    private Stream<Certificate> violations(History history, Verdict verdict) {
        List<Event> ofItems = history.only(Reduction.items(verdict.witness())).events();
        return Stream.of(verdict.witness(), ofItems, history.events())
                .map(part -> certificate(
                        history,
                        verdict,
                        List.copyOf(Reduction.items(part)),
                        part.stream().map(event -> Step.of(event.seq())).toList()));
    }

    private Certificate certificate(History history, Verdict verdict, List<Long> items, List<Step> steps) {
        return new Certificate(
                history.header().profile(),
                verdict.outcome().word(),
                verdict.rule(),
                strict,
                history.events().size(),
                items,
                steps);
    }

    private Verdict judge(History history, Transcript transcript) {
        Profile<?> profile = Profile.of(history.header().profile());
        profile.words().check(history);
        Gaps gaps = Gaps.of(history);
        return gaps.marks().isEmpty()
                ? whole(profile, history, transcript)
                : incomplete(profile, history, gaps, transcript);
    }

    /** What was recorded before anything was lost, or shows a violation by itself, is one whatever else happened. */
    private Verdict incomplete(Profile<?> profile, History history, Gaps gaps, Transcript transcript) {
        Verdict before = whole(profile, history.prefix(gaps.whole()), new Transcript(false));
        if (before.outcome() != Verdict.Outcome.CONFORMS) {
            return before;
        }
        Script certain = Script.of(gaps.certain());
        return earliest(profile.ofSome(), certain)
                .map(finding -> verdict(certain, finding, before))
                .orElseGet(() -> Missing.verdict(gaps, whole(profile, gaps.seen(), transcript)));
    }

    private Verdict whole(Profile<?> profile, History history, Transcript transcript) {
        return profile.queue()
                .flatMap(judge -> opinion(profile, history, judge.judge(history), transcript))
                .orElseGet(() -> searched(profile, history, transcript));
    }

    /**
     * Judges a history whose events were ordered by the clocks of several hosts: events of one thread are in order, and of
     * two threads those whose times ({@code t}) differ by more than the skew. It conforms if an order that this leaves open
     * does, and violates if none does. If events were lost it is inconclusive.
     *
     * @param skew by how much two clocks may differ; at least 0, less than a century
     * @throws IllegalArgumentException as {@link #judge(History)}, and if an event has no time, or one that contradicts the
     *     order of the file
     */
    public Verdict judge(History history, Duration skew) {
        Profile.of(history.header().profile()).words().check(history);
        Gaps gaps = Gaps.of(history);
        return gaps.marks().isEmpty()
                ? new Reordering(this::judge, history, skew.toNanos()).judge()
                : Missing.verdict(gaps, "what is left is not judged with a clock skew", 0);
    }

    /** A judge's opinion, if it holds: it found an order, or a part that is refuted. */
    private <S> Optional<Verdict> opinion(
            Profile<S> profile, History history, QueueJudge.Opinion opinion, Transcript transcript) {
        if (opinion.conforms()) {
            transcript.add(() -> profile.steps(history, tolerated(strict)), opinion.order());
            return Optional.of(Verdict.conforms(opinion.steps()));
        }
        return opinion.suspects().stream()
                .filter(part -> profile.hunt(tolerated(strict), Math.min(budget, OF_A_PART), search -> {})
                                .decide(part)
                        == Search.Answer.REFUTED)
                .findFirst()
                .map(part -> Explanation.of(profile.hunt(tolerated(strict), budget, search -> {}), part));
    }

    private Verdict searched(Profile<?> profile, History history, Transcript transcript) {
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
        Optional<Judge.Finding> finding = earliest(profile.judges(), script);
        if (finding.isEmpty()) {
            return search(profile, history, transcript);
        }
        Verdict before = search(profile, history.prefix(finding.get().moment()), new Transcript(false));
        return before.outcome() == Verdict.Outcome.CONFORMS ? verdict(script, finding.get(), before) : before;
    }

    static Optional<Judge.Finding> earliest(List<Judge> judges, Script script) {
        return judges.stream()
                .map(judge -> judge.judge(script))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Judge.Finding::moment));
    }

    /** The verdict on a history that conforms until it breaks a rule that needs no search; empty if it breaks none. */
    static Optional<Verdict> breach(List<Judge> judges, Script script) {
        return earliest(judges, script).map(finding -> verdict(script, finding, Verdict.conforms(0)));
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

    private Verdict search(Profile<?> profile, History history, Transcript transcript) {
        Hunt<?> hunt = profile.hunt(tolerated(strict), budget, transcript::add);
        History settled = settled(history);
        return switch (hunt.decide(settled)) {
            case CONFORMS -> Verdict.conforms(hunt.configurations());
            case REFUTED -> Explanation.of(hunt, settled);
            case OUT_OF_BUDGET ->
                Verdict.inconclusive(
                        "the budget of " + budget + " configurations was spent before an answer; --budget raises it",
                        hunt.configurations());
        };
    }

    /** The history with what its ending comes to. It is that of the whole: a part may leave out who is busy. */
    static History settled(History history) {
        return history.with(Script.of(history).atRest() ? "ok" : "cut", history.events());
    }

    /** The rules that a recording may break: none that documents state, and without {@code strict} the others. */
    static Set<String> tolerated(boolean strict) {
        return strict
                ? Set.of()
                : Rules.all().list().stream()
                        .filter(rule -> rule.level() == Rule.Level.DE_FACTO)
                        .map(Rule::id)
                        .collect(Collectors.toSet());
    }
}
