package workqueue.spec.oracle;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workqueue.spec.history.Certificate;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.history.Event;
import workqueue.spec.history.Gaps;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Proof.Outcome;
import workqueue.spec.oracle.Reach.Exhausted;
import workqueue.spec.oracle.Steps.Refused;
import workqueue.spec.rules.Rules;

/**
 * Checks certificates, by other means than they were found with: it knows what events mean in the executable
 * specification, and rules that are read off a recording without search; of how the oracle finds orders and parts it uses
 * nothing. Immutable and safe for any thread.
 */
public final class Verifier {
    private final long budget;

    /**
     * A verifier.
     *
     * @param budget how many configurations it may look at to refute a part, at least 1
     */
    public Verifier(long budget) {
        if (budget < 1) {
            throw new IllegalArgumentException("budget must be at least 1, not " + budget);
        }
        this.budget = budget;
    }

    /**
     * Checks that a certificate proves of a recording that it conforms, or that it does not. Which of its rules a recording
     * breaks that does not is proved only if it can be read off; whose fault it is follows from the rule.
     *
     * @throws IllegalArgumentException if the history does not speak the words of its profile
     */
    public Proof verify(History history, Certificate certificate) {
        Profile<?> profile = Profile.of(history.header().profile());
        profile.words().check(history);
        try {
            return new Proof(Outcome.HOLDS, check(profile, history, certificate));
        } catch (Refused e) {
            return new Proof(Outcome.REFUSED, e.getMessage());
        } catch (Exhausted e) {
            return new Proof(
                    Outcome.OUT_OF_BUDGET, "the budget of " + budget + " configurations was spent; --budget raises it");
        }
    }

    private <S> String check(Profile<S> profile, History history, Certificate certificate) throws Refused, Exhausted {
        if (!certificate.profile().equals(profile.word())
                || certificate.events() != history.events().size()) {
            throw new Refused("it is of a recording of profile " + certificate.profile() + " with "
                    + certificate.events() + " events, and this one is of profile " + profile.word() + " with "
                    + history.events().size());
        }
        Gaps gaps = Gaps.of(history);
        boolean whole = gaps.marks().isEmpty();
        if (certificate.conforms() && !whole) {
            throw new Refused("events of the recording were lost, and only violations before that can be proved");
        }
        Set<String> tolerated = Oracle.tolerated(certificate.strict());
        return certificate.conforms()
                ? conforms(profile, history, certificate, tolerated)
                : violates(profile, whole ? history : history.prefix(gaps.whole()), certificate, tolerated);
    }

    private static <S> String conforms(
            Profile<S> profile, History history, Certificate certificate, Set<String> tolerated) throws Refused {
        Script whole = Script.of(history);
        Optional<String> broken =
                findings(profile, whole).map(Judge.Finding::rule).findFirst();
        if (broken.isPresent() || profile.uncovered(whole) != null) {
            throw new Refused(
                    "the recording breaks rule " + broken.orElse("(not covered)") + ", as can be read off it");
        }
        TreeMap<Long, List<Step>> given =
                new TreeMap<>(certificate.steps().stream().collect(Collectors.groupingBy(Step::part)));
        List<History> parts = parts(profile, Oracle.settled(history));
        for (int k = 0; k < parts.size(); k++) {
            Player<S> player = new Player<>(profile.steps(parts.get(k), tolerated));
            List<Step> steps = given.remove((long) k);
            for (Step step : steps == null ? List.<Step>of() : steps) {
                player.play(step);
            }
            player.finish();
        }
        if (!given.isEmpty()) {
            throw new Refused("the recording has no part " + given.firstKey() + ": it has " + parts.size());
        }
        return certificate.steps().size() + " steps explain its " + certificate.events() + " events";
    }

    /** What decides alone. */
    private static <S> List<History> parts(Profile<S> profile, History history) {
        Semantics<S> semantics = profile.meaning().apply(Script.of(history));
        List<History> projections = List.copyOf(semantics.projections(history).values());
        return semantics.projectionsDecide() && projections.size() > 1
                ? projections.stream()
                        .flatMap(part -> parts(profile, part).stream())
                        .toList()
                : List.of(history);
    }

    /** Tries to refute a part of the recording or, should that not do, of a projection; all draw on one budget. */
    private <S> String violates(Profile<S> profile, History history, Certificate certificate, Set<String> tolerated)
            throws Refused, Exhausted {
        List<Long> events = certificate.steps().stream().map(Step::event).toList();
        if (events.isEmpty() || events.contains(null)) {
            throw new Refused("a violation is shown by events, and there are others or none");
        }
        checkFault(certificate);
        if (isReadOff(profile, history, certificate.rule(), events)) {
            return "rule " + certificate.rule() + " is broken by its " + events.size()
                    + " events, as can be read off them";
        }
        Budget left = new Budget(budget);
        Refused why = null;
        for (History base : bases(profile, Oracle.settled(history)).toList()) {
            try {
                Part<S> part = Part.of(profile, base, new HashSet<>(certificate.items()), events);
                refute(part, tolerated, left);
                return "no order of its " + events.size() + " events is allowed; that this breaks rule "
                        + certificate.rule() + " and no other is not proved";
            } catch (Refused e) {
                why = why == null ? e : why;
            }
        }
        throw why;
    }

    private static void checkFault(Certificate certificate) throws Refused {
        String rule = Objects.requireNonNullElse(certificate.rule(), "(none)");
        if (!Rules.all().has(rule)) {
            throw new Refused("there is no rule " + rule);
        }
        String fault = Verdict.Outcome.ofBreach(rule).word();
        if (!fault.equals(certificate.verdict())) {
            throw new Refused("who breaks rule " + rule + " is told by its level: " + fault);
        }
    }

    private static <S> void refute(Part<S> part, Set<String> tolerated, Budget left) throws Refused, Exhausted {
        if (!part.beginsCalmly(tolerated, left)) {
            throw new Refused("before the first event of the part there may be work that it leaves out");
        }
        if (!part.isRefuted(tolerated, left)) {
            throw new Refused("there is an order in which the part is allowed");
        }
    }

    /** The recording, and its projections, each of which must conform if it does. */
    private static <S> Stream<History> bases(Profile<S> profile, History history) {
        Semantics<S> semantics = profile.meaning().apply(Script.of(history));
        return Stream.concat(
                Stream.of(history),
                semantics.projections(history).values().stream()
                        .filter(part -> part.events().size() < history.events().size())
                        .flatMap(part -> bases(profile, part)));
    }

    private static boolean isReadOff(Profile<?> profile, History history, String rule, List<Long> events) {
        Script script = Script.of(history);
        return findings(profile, script)
                .anyMatch(finding -> finding.rule().equals(rule)
                        && events.equals(finding.witness().stream()
                                .map(script::event)
                                .map(Event::seq)
                                .toList()));
    }

    private static Stream<Judge.Finding> findings(Profile<?> profile, Script script) {
        return profile.judges().stream()
                .map(judge -> judge.judge(script))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Judge.Finding::moment));
    }
}
