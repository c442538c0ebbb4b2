package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Search.Answer;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * Finds the rules that a refuted history breaks: those without which it would be allowed.
 *
 * @param <S> the specification's states
 */
final class Blame<S> {
    /** There are so many rules that each can have but a share of what is spent on a search. */
    private static final int SHARES = 8;

    /** What it takes to go straight through an event, with some to spare. */
    private static final long FOR_AN_EVENT = 20;

    private final Hunt<S> hunt;
    private final Budget allowance;

    /** Blames what is found within an allowance. */
    Blame(Hunt<S> hunt, Budget allowance) {
        this.hunt = hunt;
        this.allowance = allowance;
    }

    /**
     * The rules without which the part would be allowed: one if one suffices, of the part to its end or else of what is
     * shown; and otherwise as few as it takes. Where the caller broke a rule, what followed is his doing. Empty if the
     * allowance did not suffice to find out.
     */
    Optional<List<String>> rules(History toTheEnd, History shown) {
        for (String rule : hunt.semantics(shown).explanations()) {
            if (Outcome.ofBreach(rule) == Outcome.CALLER_VIOLATES) {
                Answer answer = decide(shown, Set.of(rule));
                if (answer != Answer.REFUTED) {
                    return answer == Answer.CONFORMS ? Optional.of(List.of(rule)) : Optional.empty();
                }
            }
        }
        return alone(toTheEnd).or(() -> alone(shown)).map(List::of).or(() -> several(shown));
    }

    /** The rules of a part by itself. */
    Optional<List<String>> rules(History part) {
        return rules(part, part);
    }

    /** The first rule without which the part would be allowed. */
    private Optional<String> alone(History part) {
        return hunt.semantics(part).explanations().stream()
                .filter(rule -> decide(part, Set.of(rule)) == Answer.CONFORMS)
                .findFirst();
    }

    private Optional<List<String>> several(History shown) {
        List<String> explanations = hunt.semantics(shown).explanations();
        List<String> several = new ArrayList<>(explanations);
        for (String candidate : explanations) {
            Set<String> others = new HashSet<>(several);
            others.remove(candidate);
            switch (decide(shown, others)) {
                case CONFORMS -> several.remove(candidate);
                case OUT_OF_BUDGET -> {
                    return Optional.empty();
                }
                case REFUTED -> {}
            }
        }
        return Optional.of(several);
    }

    private Answer decide(History part, Set<String> waived) {
        long share = hunt.most() / SHARES + FOR_AN_EVENT * part.events().size();
        return hunt.explore(part, waived, allowance.part(share)).run();
    }

    /**
     * Whether a run that nothing asked for (R1) is rather one too many (R2): its item was asked for before, and to the end
     * there are more runs than were asked for.
     */
    boolean isOneTooMany(String rule, History full, History toTheEnd, History shown) {
        Event last = shown.events().get(shown.events().size() - 1);
        Semantics<S> semantics = hunt.semantics(full);
        if (!rule.equals("R1") || !semantics.starts(last)) {
            return false;
        }
        Predicate<Event> asks = event -> Objects.equals(event.item(), last.item()) && semantics.asks(event);
        long runs = toTheEnd.events().stream()
                .filter(event -> semantics.starts(event) && Objects.equals(event.item(), last.item()))
                .count();
        return full.events().stream().anyMatch(event -> event.seq() < last.seq() && asks.test(event))
                && runs > toTheEnd.events().stream().filter(asks).count();
    }
}
