package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Search.Answer;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rules;

/**
 * Decides a history, narrows a refuted one to a small part that is refuted as well, and finds the rule.
 *
 * <p>Every part is one that must conform if the whole does, so its refutation is the whole's: a prefix (calls under way may
 * still return), what follows a moment at which the state was as at the start, the events of fewer items, and the same
 * without a call that changes nothing.
 *
 * @param <S> the specification's states
 */
final class Hunt<S> {
    /** How far the search goes by itself before it looks at the projections for guidance. */
    private static final long UNGUIDED = 20_000;

    private final Function<Script, Semantics<S>> meaning;
    private final Set<String> tolerated;
    private final long budget;
    private final long unguided;
    private final Consumer<Search<S>> conforming;
    private long configurations;

    /**
     * A hunt.
     *
     * @param conforming is told each search that found that a part which decides alone conforms, one after the other
     */
    Hunt(Function<Script, Semantics<S>> meaning, Set<String> tolerated, long budget, Consumer<Search<S>> conforming) {
        this(meaning, tolerated, budget, UNGUIDED, conforming);
    }

    /** A hunt that asks the projections for guidance after some configurations; a test asks at once. */
    Hunt(
            Function<Script, Semantics<S>> meaning,
            Set<String> tolerated,
            long budget,
            long unguided,
            Consumer<Search<S>> conforming) {
        this.meaning = meaning;
        this.tolerated = tolerated;
        this.budget = budget;
        this.unguided = unguided;
        this.conforming = conforming;
    }

    /** How many configurations were looked at so far. */
    long configurations() {
        return configurations;
    }

    /** Whether a history may have happened: first straight on, then guided by what each projection allows. */
    Answer decide(History history) {
        Script script = Script.of(history);
        Semantics<S> semantics = meaning.apply(script);
        Map<Long, History> projections = semantics.projections(history);
        if (semantics.projectionsDecide() && projections.size() > 1) {
            return projections.values().stream()
                    .map(this::decide)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        Predicate<Configuration<S>> plausible = at -> semantics.plausible(at.state(), at.moment(), at.done());
        Answer answer = run(script, semantics, Set.of(), plausible, Math.min(unguided, budget));
        if (answer != Answer.OUT_OF_BUDGET || budget <= unguided) {
            return answer;
        }
        Predicate<Configuration<S>> hopeful = plausible;
        for (Map.Entry<Long, History> projection : projections.entrySet()) {
            Region<S> region = region(projection.getValue());
            if (region.isRefuted()) {
                return Answer.REFUTED;
            }
            hopeful = region.isComplete()
                    ? hopeful.and(inside(region, history, semantics, projection.getKey()))
                    : hopeful;
        }
        return run(script, semantics, Set.of(), hopeful, budget);
    }

    private Region<S> region(History projection) {
        Script script = Script.of(projection);
        Semantics<S> semantics = meaning.apply(script);
        Region<S> region = new Region<>(
                new Moves<>(script, semantics, tolerated, true),
                at -> semantics.plausible(at.state(), at.moment(), at.done()),
                budget);
        configurations += region.configurations();
        return region;
    }

    /** Whether what a configuration of the whole is for a projection is one that the projection can come through from. */
    private Predicate<Configuration<S>> inside(Region<S> region, History history, Semantics<S> semantics, long key) {
        int[] moments = new int[history.events().size() + 1];
        Set<Long> calls = new HashSet<>();
        for (int moment = 0; moment < history.events().size(); moment++) {
            Event event = history.events().get(moment);
            boolean concerned = semantics.concerns(event, key);
            moments[moment + 1] = moments[moment] + (concerned ? 1 : 0);
            if (concerned && event.kind() == Kind.INVOKE) {
                calls.add(event.seq());
            }
        }
        return at -> {
            Set<Long> done = new HashSet<>(at.done());
            done.retainAll(calls);
            return region.contains(new Configuration<>(moments[at.moment()], semantics.project(at.state(), key), done));
        };
    }

    private Answer run(
            Script script,
            Semantics<S> semantics,
            Set<String> waived,
            Predicate<Configuration<S>> hopeful,
            long limit) {
        Search<S> search = new Search<>(new Moves<>(script, semantics, with(waived), false), hopeful, limit);
        Answer answer = search.run();
        configurations += search.seen().size();
        if (answer == Answer.CONFORMS && waived.isEmpty()) {
            conforming.accept(search);
        }
        return answer;
    }

    private Set<String> with(Set<String> waived) {
        Set<String> all = new HashSet<>(tolerated);
        all.addAll(waived);
        return all;
    }

    private boolean isRefuted(History history) {
        return decide(history) == Answer.REFUTED;
    }

    /** The verdict on a history that was refuted. */
    Verdict explain(History refuted) {
        Semantics<S> semantics = meaning.apply(Script.of(refuted));
        History part = null;
        long earliest = Long.MAX_VALUE;
        for (History projection : semantics.projections(refuted).values()) {
            if (isRefuted(projection)) {
                long seq = seqOf(projection, breakingPoint(projection));
                if (part == null || seq < earliest) {
                    part = projection;
                    earliest = seq;
                }
            }
        }
        boolean whole = part == null || (!semantics.projectionsDecide() && isRefuted(before(earliest, refuted)));
        return whole ? explain(refuted, true) : explain(part, false);
    }

    private Verdict explain(History full, boolean whole) {
        int moment = breakingPoint(full);
        boolean atTheEnd = moment >= full.events().size();
        History part = atTheEnd ? full : full.with("cut", full.events().subList(0, moment + 1));
        part = smaller(isRefuted(part) ? part : full, whole, this::isRefuted);
        return verdict(full, whole, endingEarly(part, this::isRefuted));
    }

    /**
     * A part as small as may be that still is what is wanted. What is refuted only as a whole keeps its beginning: an order
     * that was broken lies there.
     */
    private History smaller(History history, boolean whole, Predicate<History> wanted) {
        History part = fewerItems(history, wanted);
        part = whole ? part : beginningLate(part, wanted);
        part = withoutIdleCalls(part, wanted);
        return quiet(part, wanted);
    }

    /**
     * The verdict. What follows the shown part may tell the rule better than the part itself: a run out of order is lost
     * work, if what should have run never does. Then as much is shown as it takes to tell.
     */
    private Verdict verdict(History full, boolean whole, History shown) {
        Set<Long> places = shown.events().stream().map(Event::seq).collect(Collectors.toSet());
        Event first = shown.events().get(0);
        Set<Long> items = items(shown.events());
        History toTheEnd = full.keep(event -> event.seq() >= first.seq()
                && (places.contains(event.seq()) || event.item() == null || items.contains(event.item())));
        List<String> rules = rules(toTheEnd, shown);
        String rule = isOneTooMany(rules.get(0), full, toTheEnd, shown) ? "R2" : rules.get(0);
        History witness = shown;
        if (!rules.equals(rules(shown, shown))) {
            Predicate<History> telling = part -> isRefuted(part) && rules.equals(rules(part, part));
            witness = endingEarly(smaller(toTheEnd, whole, telling), telling);
        }
        String others = rules.size() == 1
                ? ""
                : " (Broken as well: " + String.join(", ", rules.subList(1, rules.size())) + ".)";
        int moment = breakingPoint(witness);
        String sentence = Rules.all().get(rule).sentence() + others + " " + where(witness, moment);
        Long culprit = moment < witness.events().size() ? Long.valueOf(seqOf(witness, moment)) : null;
        return new Verdict(Outcome.ofBreach(rule), rule, sentence, witness.events(), culprit, configurations);
    }

    private static String where(History witness, int moment) {
        int last = witness.events().size() - 1;
        if (moment > last) {
            return "The recording ended at rest, and what it owes did not come.";
        }
        return moment == last
                ? "The last event of the witness cannot have happened."
                : "Event #" + witness.events().get(moment).seq() + " of the witness cannot have happened.";
    }

    /**
     * Whether a run that nothing asked for (R1) is rather one too many (R2): its item was asked for before, and to the end
     * there are more runs than were asked for.
     */
    private boolean isOneTooMany(String rule, History full, History toTheEnd, History shown) {
        Event last = shown.events().get(shown.events().size() - 1);
        Semantics<S> semantics = meaning.apply(Script.of(full));
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

    private static History before(long seq, History history) {
        return history.with(
                "cut",
                history.events().stream().filter(event -> event.seq() < seq).toList());
    }

    private static long seqOf(History history, int moment) {
        return moment < history.events().size() ? history.events().get(moment).seq() : Long.MAX_VALUE;
    }

    /**
     * The first moment whose event could not be; the number of events if it is the end. What follows an event that could not
     * be cannot mend it, so the first part that is refuted is found by halving.
     */
    private int breakingPoint(History history) {
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

    /** Everything that can be reached. */
    private Set<Configuration<S>> explored(History history) {
        Script script = Script.of(history);
        Moves<S> moves = new Moves<>(script, meaning.apply(script), tolerated, false);
        Search<S> search = new Search<>(moves, at -> true, budget);
        search.run();
        configurations += search.seen().size();
        return search.seen();
    }

    /** The items that some events are of. */
    static Set<Long> items(List<Event> events) {
        Set<Long> items = new TreeSet<>();
        events.stream().map(Event::item).filter(Objects::nonNull).forEach(items::add);
        events.stream().map(Event::items).forEach(items::addAll);
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
        return rules(part, part).equals(rules(whole, whole));
    }

    /**
     * Cuts what came before the last moment that everything reached at rest, with no call under way: it cannot matter to
     * what came after.
     */
    private History beginningLate(History history, Predicate<History> wanted) {
        Script script = Script.of(history);
        Semantics<S> semantics = meaning.apply(script);
        Map<Integer, Boolean> calm = new TreeMap<>(Comparator.reverseOrder());
        Set<Configuration<S>> explored = explored(history);
        if (explored.size() > budget) {
            return history;
        }
        for (Configuration<S> at : explored) {
            boolean rests = at.moment() < script.length()
                    && semantics.calm(at.state())
                    && script.open(at.moment()).isEmpty();
            calm.merge(at.moment(), rests, Boolean::logicalAnd);
        }
        List<Event> events = history.events();
        return calm.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(moment -> history.with(history.header().end(), events.subList(moment.getKey(), events.size())))
                .filter(part -> semantics.calm(meaning.apply(Script.of(part)).initial()))
                .findFirst()
                .filter(wanted)
                .orElse(history);
    }

    private History withoutIdleCalls(History history, Predicate<History> wanted) {
        History smallest = history;
        Script script = Script.of(history);
        Semantics<S> semantics = meaning.apply(script);
        for (Call call : script.calls()) {
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

    /**
     * The rules without which the part would be allowed: one if one suffices, of the part to its end or else of what is
     * shown; and otherwise as few as it takes. Where the caller broke a rule, what followed is his doing.
     */
    private List<String> rules(History toTheEnd, History shown) {
        Optional<String> one = alone(shown, rule -> Outcome.ofBreach(rule) == Outcome.CALLER_VIOLATES)
                .or(() -> alone(toTheEnd, rule -> true))
                .or(() -> alone(shown, rule -> true));
        return one.map(List::of).orElseGet(() -> several(shown));
    }

    /** The first rule without which the part would be allowed. */
    private Optional<String> alone(History part, Predicate<String> wanted) {
        Script script = Script.of(part);
        Semantics<S> semantics = meaning.apply(script);
        return semantics.explanations().stream()
                .filter(wanted)
                .filter(rule -> conforms(script, semantics, Set.of(rule)))
                .findFirst();
    }

    private List<String> several(History shown) {
        Script script = Script.of(shown);
        Semantics<S> semantics = meaning.apply(script);
        List<String> several = new ArrayList<>(semantics.explanations());
        for (String candidate : semantics.explanations()) {
            Set<String> others = new HashSet<>(several);
            others.remove(candidate);
            if (conforms(script, semantics, others)) {
                several.remove(candidate);
            }
        }
        return several;
    }

    private boolean conforms(Script script, Semantics<S> semantics, Set<String> waived) {
        return run(script, semantics, waived, at -> true, budget) == Answer.CONFORMS;
    }
}
