package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Search.Answer;

/**
 * Narrows a refuted history to a small part that is refuted as well.
 *
 * <p>Every part is one that must conform if the whole does, so its refutation is the whole's: a prefix (calls under way may
 * still return), what follows a moment at which the state was as at the start, the events of fewer items, and the same
 * without a call that changes nothing.
 *
 * @param <S> the specification's states
 */
final class Reduction<S> {
    private final Hunt<S> hunt;
    private final Blame<S> blame;
    private final Budget allowance;
    private boolean exhausted;

    /** Narrows as far as it can be done within an allowance. */
    Reduction(Hunt<S> hunt, Blame<S> blame, Budget allowance) {
        this.hunt = hunt;
        this.blame = blame;
        this.allowance = allowance;
    }

    /** Whether a part was not decided, so that what is left may not be as small as may be. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Whether a part is refuted; one that is not decided is not. */
    boolean isRefuted(History part) {
        Answer answer = hunt.decide(part, allowance);
        exhausted |= answer == Answer.OUT_OF_BUDGET;
        return answer == Answer.REFUTED;
    }

    /**
     * A part as small as may be that still is what is wanted. What is refuted only as a whole keeps its beginning: an order
     * that was broken lies there.
     */
    History smaller(History history, boolean whole, Predicate<History> wanted) {
        History part = fewerItems(history, wanted);
        part = whole ? part : beginningLate(part, wanted);
        part = withoutIdleCalls(part, wanted);
        part = quiet(part, wanted);
        return endingEarly(part, wanted);
    }

    /**
     * The first moment whose event could not be; the number of events if it is the end. What follows an event that could not
     * be cannot mend it, so the first part that is refuted is found by halving.
     */
    int breakingPoint(History history) {
        int possible = 0;
        int refuted = history.events().size() + 1;
        while (refuted - possible > 1) {
            int middle = (possible + refuted) >>> 1;
            if (isRefuted(history.with("cut", history.events().subList(0, middle)))) {
                refuted = middle;
            } else {
                possible = middle;
            }
        }
        return possible;
    }

    /** The items that some events are of. */
    static Set<Long> items(List<Event> events) {
        Set<Long> items = new TreeSet<>();
        for (Event event : events) {
            if (event.item() != null) {
                items.add(event.item());
            }
            items.addAll(event.items());
        }
        return items;
    }

    /** Cuts what comes after a moment from which on the beginning alone is as wanted. */
    private static History endingEarly(History history, Predicate<History> wanted) {
        int few = 0;
        int enough = history.events().size();
        while (enough - few > 1) {
            int middle = (few + enough) >>> 1;
            if (wanted.test(history.prefix(middle))) {
                enough = middle;
            } else {
                few = middle;
            }
        }
        return history.prefix(enough);
    }

    /** Leaves out items, more and more finely, as long as the rest is refuted. */
    private History fewerItems(History history, Predicate<History> wanted) {
        History smallest = history;
        Set<Long> kept = items(history.events());
        for (int size = (kept.size() + 1) / 2; size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
            List<Long> items = new ArrayList<>(kept);
            for (int from = 0; from < items.size(); from += size) {
                Set<Long> fewer = new TreeSet<>(kept);
                items.subList(from, Math.min(from + size, items.size())).forEach(fewer::remove);
                History part = history.only(fewer);
                if (wanted.test(part) && (!fewer.isEmpty() || breaksTheSame(part, smallest))) {
                    kept.retainAll(fewer);
                    smallest = part;
                }
            }
        }
        return smallest;
    }

    /** Without the last item's runs, what calls of no item did in them would be somebody else's fault. */
    private boolean breaksTheSame(History part, History whole) {
        return blame.rules(part).equals(blame.rules(whole));
    }

    /**
     * Cuts what came before the last moment that everything reached at rest, with no call under way: it cannot matter to
     * what came after.
     */
    private History beginningLate(History history, Predicate<History> wanted) {
        Script script = Script.of(history);
        Semantics<S> semantics = hunt.semantics(history);
        Search<S> search = hunt.explore(history, Set.of(), allowance.part(hunt.most()));
        if (search.run() != Answer.REFUTED) {
            exhausted = true;
            return history;
        }
        Map<Integer, Boolean> calm = new TreeMap<>(Comparator.reverseOrder());
        for (Configuration<S> at : search.seen()) {
            boolean rests = at.moment() < script.length()
                    && semantics.calm(at.state())
                    && script.open(at.moment()).isEmpty();
            calm.merge(at.moment(), rests, Boolean::logicalAnd);
        }
        List<Event> events = history.events();
        return calm.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(moment -> history.with(history.header().end(), events.subList(moment.getKey(), events.size())))
                .filter(part -> semantics.calm(hunt.semantics(part).initial()))
                .findFirst()
                .filter(wanted)
                .orElse(history);
    }

    private History withoutIdleCalls(History history, Predicate<History> wanted) {
        History smallest = history;
        Semantics<S> semantics = hunt.semantics(history);
        for (Call call : Script.of(history).calls()) {
            if (semantics.isIdle(call)) {
                History part = smallest.keep(event -> event.seq() != call.id());
                smallest = wanted.test(part) ? part : smallest;
            }
        }
        return smallest;
    }

    private static History quiet(History history, Predicate<History> wanted) {
        History part = history.keep(event -> event.kind() != Kind.NOTE);
        return wanted.test(part) ? part : history;
    }
}
