package workqueue.spec.oracle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rules;

/**
 * The verdict on a history that was refuted: a small part of it that is refuted as well, and the rule that it breaks.
 *
 * @param <S> the specification's states
 */
final class Explanation<S> {
    /** Which of the two a run too many breaks depends on what was asked for before, which a witness may leave out. */
    private static final Set<String> TOO_MANY = Set.of("R1", "R2");

    private final Hunt<S> hunt;
    private final History refuted;
    private final Budget forRule;
    private final Budget forReduction;
    private final Blame<S> blame;
    private final Reduction<S> reduction;

    private Explanation(Hunt<S> hunt, History refuted, Budget forRule, Budget forReduction) {
        this.hunt = hunt;
        this.refuted = refuted;
        this.forRule = forRule;
        this.forReduction = forReduction;
        this.blame = new Blame<>(hunt, forRule);
        this.reduction = new Reduction<>(hunt, blame, forReduction);
    }

    /** The verdict on a history that the hunt refuted. */
    static <S> Verdict of(Hunt<S> hunt, History refuted) {
        return of(hunt, refuted, hunt.allowance(refuted), hunt.allowance(refuted));
    }

    /** The same, if there is so much to spend on finding the rule, and on a smaller part. */
    static <S> Verdict of(Hunt<S> hunt, History refuted, Budget forRule, Budget forReduction) {
        return new Explanation<>(hunt, refuted, forRule, forReduction).verdict();
    }

    private Verdict verdict() {
        Semantics<S> semantics = hunt.semantics(refuted);
        History part = null;
        long earliest = Long.MAX_VALUE;
        for (History projection : semantics.projections(refuted).values()) {
            if (reduction.isRefuted(projection)) {
                long seq = seqOf(projection, reduction.breakingPoint(projection));
                if (part == null || seq < earliest) {
                    part = projection;
                    earliest = seq;
                }
            }
        }
        boolean whole =
                part == null || (!semantics.projectionsDecide() && reduction.isRefuted(before(earliest, refuted)));
        return whole ? verdict(refuted, true) : verdict(part, false);
    }

    private Verdict verdict(History full, boolean whole) {
        int moment = reduction.breakingPoint(full);
        boolean atTheEnd = moment >= full.events().size();
        History part = atTheEnd ? full : full.with("cut", full.events().subList(0, moment + 1));
        return verdict(
                full, whole, reduction.smaller(reduction.isRefuted(part) ? part : full, whole, reduction::isRefuted));
    }

    /**
     * The verdict. What follows the shown part may tell the rule better than the part itself: a run out of order is lost
     * work, if what should have run never does. Then as much is shown as it takes to tell.
     */
    private Verdict verdict(History full, boolean whole, History shown) {
        Set<Long> places = shown.events().stream().map(Event::seq).collect(Collectors.toSet());
        Event first = shown.events().get(0);
        Set<Long> items = Reduction.items(shown.events());
        History toTheEnd = full.keep(event -> event.seq() >= first.seq()
                && (places.contains(event.seq()) || event.item() == null || items.contains(event.item())));
        Optional<List<String>> rules = blame.rules(toTheEnd, shown);
        if (rules.isEmpty()) {
            return Verdict.inconclusive(
                    "no order of the events is allowed, but the budget of " + hunt.most()
                            + " configurations was spent before it was found which rule they break; --budget raises it",
                    hunt.configurations());
        }
        History witness = shown;
        if (!rules.equals(blame.rules(shown))) {
            Predicate<History> telling = some -> reduction.isRefuted(some) && rules.equals(blame.rules(some));
            witness = reduction.smaller(toTheEnd, whole, telling);
        }
        String rule = rules.get().get(0);
        boolean tooMany = blame.isOneTooMany(rule, full, toTheEnd, shown);
        return standingAlone(verdict(tooMany ? "R2" : rule, rules.get(), witness), witness);
    }

    /**
     * The verdict, if its witness alone shows the rule; else the verdict on the witness. It may show another when what was
     * left out linked queues that now decide alone, and when the recording's end told the rule and the witness does not
     * need it.
     */
    private Verdict standingAlone(Verdict verdict, History witness) {
        Event last = witness.events().get(witness.events().size() - 1);
        boolean needsNoEnd = Objects.equals(verdict.culprit(), last.seq());
        History alone = needsNoEnd ? witness.with("cut", witness.events()) : witness;
        if (alone.equals(refuted) || reduction.isExhausted()) {
            return verdict;
        }
        Verdict again = of(hunt, alone, forRule, forReduction);
        boolean same = again.rule() == null
                || again.rule().equals(verdict.rule())
                || TOO_MANY.containsAll(Set.of(again.rule(), verdict.rule()));
        return same ? verdict : again;
    }

    private Verdict verdict(String rule, List<String> rules, History witness) {
        String others = rules.size() == 1
                ? ""
                : " (Broken as well: " + String.join(", ", rules.subList(1, rules.size())) + ".)";
        int moment = reduction.breakingPoint(witness);
        String size = reduction.isExhausted()
                ? " A part of the witness may violate as well: the budget of " + hunt.most()
                        + " configurations was spent before it was as small as may be; --budget raises it."
                : "";
        String sentence = Rules.all().get(rule).sentence() + others + " " + where(witness, moment) + size;
        Long culprit = moment < witness.events().size() ? Long.valueOf(seqOf(witness, moment)) : null;
        return new Verdict(Outcome.ofBreach(rule), rule, sentence, witness.events(), culprit, hunt.configurations());
    }

    private static String where(History witness, int moment) {
        int last = witness.events().size() - 1;
        if (moment > last) {
            return "In the end nothing moved any more, and what it owes did not come."; // at rest, or in a hang
        }
        return moment == last
                ? "The last event of the witness cannot have happened."
                : "Event #" + witness.events().get(moment).seq() + " of the witness cannot have happened.";
    }

    private static History before(long seq, History history) {
        return history.with(
                "cut",
                history.events().stream().filter(event -> event.seq() < seq).toList());
    }

    private static long seqOf(History history, int moment) {
        return moment < history.events().size() ? history.events().get(moment).seq() : Long.MAX_VALUE;
    }
}
