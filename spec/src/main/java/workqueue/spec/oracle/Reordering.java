package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Clocks.Precedence;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * Judges a history whose clocks leave the order of some events open. It conforms if it does in one of the orders, which is
 * then at hand; it violates if a part of it does in all of them. More orders than can be tried are inconclusive.
 *
 * <p>An order that is refuted names the items that refute it. They alone, up to a moment after which all is certain, are a
 * part small enough to try its orders; one in which it conforms is what the next order of the whole starts from.
 */
final class Reordering {
    /** How many orders are tried. */
    private static final int ENOUGH = 1_000;

    private final Function<History, Verdict> judge;
    private final History history;
    private final long skew;
    private final Clocks clocks;
    private final Set<Outcome> outcomes = new HashSet<>();
    private final Set<String> rules = new TreeSet<>();
    private int tried;
    private Verdict open;

    /**
     * Prepares to judge a history.
     *
     * @param judge what judges one order
     * @param skew by how many nanoseconds clocks may differ
     * @throws IllegalArgumentException if the history does not tell the times of its events
     */
    Reordering(Function<History, Verdict> judge, History history, long skew) {
        this.judge = judge;
        this.history = history;
        this.skew = skew;
        this.clocks = new Clocks(history, skew);
    }

    Verdict judge() {
        Verdict recorded = tried(history);
        Verdict last = recorded;
        Set<Long> shown = new HashSet<>();
        Set<Precedence> known = null;
        boolean whole = false;
        while (isViolation(last)) {
            last.witness().forEach(event -> shown.add(event.seq()));
            History part = whole ? history : part(shown, recorded.culprit() == null || last.culprit() == null);
            Set<Precedence> allowed = search(new Clocks(part, skew), part, Set.of());
            if (allowed == null) {
                return open == null ? violation(recorded) : open;
            }
            whole = allowed.equals(known); // the part has nothing left to tell
            known = allowed;
            last = inOrder(clocks.order(known), history);
        }
        return last;
    }

    /** What happened to the items of some events, unless to the end only until what follows certainly follows. */
    private History part(Set<Long> shown, boolean toTheEnd) {
        boolean rests = Script.of(history).atRest(); // the part may leave out who is busy
        History settled = rests ? history : history.with("cut", history.events());
        Set<Long> items = new HashSet<>();
        history.events().stream().filter(event -> shown.contains(event.seq())).forEach(event -> {
            items.addAll(event.items());
            if (event.item() != null) {
                items.add(event.item());
            }
        });
        History part = settled.only(items);
        return toTheEnd ? part : new Clocks(part, skew).until(shown);
    }

    /** The precedences under which a part conforms; null if there are none, or none were found and it stays open. */
    private Set<Precedence> search(Clocks some, History part, Set<Precedence> known) {
        List<Event> order = some.order(known);
        if (order.isEmpty()) {
            return null;
        }
        Verdict verdict = inOrder(order, part);
        if (verdict.outcome() == Outcome.CONFORMS) {
            return known;
        }
        Set<Precedence> fixed = new HashSet<>(known);
        for (Precedence one : isViolation(verdict) ? suspects(verdict, some.assumed(order)) : List.<Precedence>of()) {
            if (!fixed.contains(one)) {
                Set<Precedence> allowed = search(some, part, with(fixed, one.turned()));
                if (allowed != null || open != null) {
                    return allowed;
                }
                fixed.add(one);
            }
        }
        return null;
    }

    /** Those that the witness shows first. */
    private static List<Precedence> suspects(Verdict verdict, List<Precedence> assumed) {
        Set<Long> shown = verdict.witness().stream().map(Event::seq).collect(Collectors.toSet());
        return assumed.stream()
                .sorted(Comparator.comparing(one -> !(shown.contains(one.first()) && shown.contains(one.second()))))
                .toList();
    }

    private static Set<Precedence> with(Set<Precedence> some, Precedence one) {
        Set<Precedence> more = new HashSet<>(some);
        more.add(one);
        return more;
    }

    /** The verdict on events in an order of ours; the witness and what is wrong in it are as they were recorded. */
    private Verdict inOrder(List<Event> order, History part) {
        List<Event> numbered = new ArrayList<>();
        order.forEach(event -> numbered.add(event.at(numbered.size())));
        Verdict verdict = tried(part.with(part.header().end(), numbered));
        List<Event> witness = verdict.witness().stream()
                .map(event -> order.get((int) event.seq()))
                .toList();
        Long culprit = verdict.culprit() == null
                ? null
                : Long.valueOf(order.get(verdict.culprit().intValue()).seq());
        return new Verdict(
                verdict.outcome(), verdict.rule(), verdict.reason(), witness, culprit, verdict.configurations());
    }

    private Verdict tried(History ordered) {
        tried++;
        Verdict verdict = tried > ENOUGH ? tooMany() : judge.apply(ordered);
        if (isViolation(verdict)) {
            outcomes.add(verdict.outcome());
            rules.add(verdict.rule());
        } else if (verdict.outcome() == Outcome.INCONCLUSIVE) {
            open = verdict;
        }
        return verdict;
    }

    private Verdict tooMany() {
        return Verdict.inconclusive(
                "what came first of events that the clocks do not order is missing: in the " + ENOUGH
                        + " orders that were tried it is a violation, of " + String.join(", ", rules)
                        + ", and there are more orders",
                0);
    }

    private Verdict violation(Verdict recorded) {
        if (outcomes.size() > 1) {
            return Verdict.inconclusive(
                    "what came first of events that the clocks do not order is missing: whoever is at fault depends on it,"
                            + " by " + String.join(", ", rules),
                    recorded.configurations());
        }
        String others =
                String.format(Locale.ROOT, " So it is in every order that clocks %s ms apart leave open.", skew / 1e6);
        return new Verdict(
                recorded.outcome(),
                recorded.rule(),
                recorded.reason() + others,
                recorded.witness(),
                recorded.culprit(),
                recorded.configurations());
    }

    private static boolean isViolation(Verdict verdict) {
        return verdict.outcome().compareTo(Outcome.CALLER_VIOLATES) >= 0;
    }
}
