package workqueue.spec.oracle;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Reach.Exhausted;

/**
 * The strands of a history that goes on, each judged whenever it rests. The same happens to many items, so what came
 * of a shape is kept for a while.
 *
 * @param <S> the specification's states
 */
final class Strands<S> {
    /** A strand that has as many events and does not come to rest is given up. */
    static final int LONGEST = 10_000;

    /** How many events of all strands together are held; with more, no new strand is begun. */
    private static final int MOST = 2_000_000;

    /** The shapes that are remembered, and how long such may be. */
    static final int SHAPES = 20_000;

    private static final int SHORT = 2_000;

    /** The states that are followed; if there are more a strand can still be found to conform. */
    private static final int WIDEST = 32;

    private final Profile<S> profile;
    private final Header header;
    private final Alone alone;
    private final Oracle oracle;
    private final Set<String> tolerated;
    private final long budget;
    private final Map<Object, Strand<S>> strands = new HashMap<>();
    private final Map<Question<S>, Answer<S>> answers = new HashMap<>();
    private long held;
    private long configurations;
    private boolean full;

    /** A strand to be judged: what it was known to have come to before the end of its shape, and how it ends. */
    private record Question<S>(String shape, Rest<S> from, String end) {}

    /**
     * What became of a strand.
     *
     * @param rest what it can have come to; null if it is not allowed, or there is no answer
     * @param asAtFirst whether that is what it was at first
     * @param found whether it is not allowed because of a rule that needs no search
     */
    private record Answer<S>(Rest<S> rest, boolean asAtFirst, boolean found) {
        boolean allowed() {
            return rest != null;
        }
    }

    Strands(Profile<S> profile, Header header, Alone alone, Oracle oracle, Set<String> tolerated, long budget) {
        this.profile = profile;
        this.header = header;
        this.alone = alone;
        this.oracle = oracle;
        this.tolerated = tolerated;
        this.budget = budget;
    }

    /** Whether an event is of several strands, so that none is judged alone from here on. */
    boolean tangles(Event event) {
        return alone.strand().apply(event) == null;
    }

    /**
     * Takes the next event.
     *
     * @return what is wrong since it came
     */
    Optional<Verdict> add(Event event) {
        Object key = alone.strand().apply(event);
        Strand<S> strand = strands.get(key);
        if (strand == null) {
            full = full || held >= MOST;
            if (full) {
                return Optional.empty();
            }
            strand = new Strand<>();
            strands.put(key, strand);
        }
        if (strand.givenUpAt() >= 0) {
            return Optional.empty();
        }
        strand.add(event);
        held++;
        return strand.rests() ? settle(key, strand) : tooLong(strand, event);
    }

    private Optional<Verdict> tooLong(Strand<S> strand, Event event) {
        if (strand.events().size() >= LONGEST || held > 2 * MOST) {
            giveUp(strand, event.seq());
        }
        return Optional.empty();
    }

    private void giveUp(Strand<S> strand, long seq) {
        held -= strand.size();
        strand.giveUp(seq);
    }

    private Optional<Verdict> settle(Object key, Strand<S> strand) {
        Answer<S> answer = answer(strand, Script.GOES_ON);
        if (!answer.allowed()) {
            return first(
                    Stream.concat(Stream.of(strand), strands.values().stream().filter(Strand::isOpen)), "cut");
        }
        held -= strand.size();
        if (!alone.toldLater() && answer.asAtFirst()) {
            strands.remove(key);
        } else {
            strand.settle(answer.rest());
            held += strand.size();
        }
        return Optional.empty();
    }

    /** What is wrong by now, if no more comes. */
    Optional<Verdict> wrong(String end) {
        return first(strands.values().stream().filter(strand -> strand.isOpen() || end.equals("ok")), end);
    }

    private Optional<Verdict> first(Stream<Strand<S>> some, String end) {
        return some.flatMap(strand -> wrong(strand, end).stream()).min(Comparator.comparing(Strands::place));
    }

    private static long place(Verdict verdict) {
        return verdict.culprit() == null ? Long.MAX_VALUE : verdict.culprit();
    }

    /** A violation is one if the oracle of whole histories refutes what is left of the strand: its latest, if that will do. */
    private Optional<Verdict> wrong(Strand<S> strand, String end) {
        if (strand.givenUpAt() >= 0) {
            return Optional.empty();
        }
        Answer<S> answer = answer(strand, end);
        if (answer.allowed()) {
            return Optional.empty();
        }
        boolean certain = strand.rest() == null || strand.rest().all();
        Optional<Verdict> verdict = Stream.of(strand.latest(), strand.events())
                .filter(left -> certain || answer.found())
                .map(left -> history(left, end))
                .flatMap(left -> (certain ? refuted(left) : found(left)).stream())
                .findFirst();
        if (verdict.isEmpty()) {
            giveUp(strand, strand.events().get(strand.events().size() - 1).seq());
        }
        return verdict;
    }

    private Optional<Verdict> found(History history) {
        return Oracle.breach(profile.ofAll(), Script.of(history));
    }

    private Optional<Verdict> refuted(History history) {
        return Optional.of(oracle.judge(history))
                .filter(verdict -> verdict.outcome().compareTo(Verdict.Outcome.INCONCLUSIVE) > 0);
    }

    /** The strands in which something is under way, as one history. */
    History open() {
        List<Event> events = strands.values().stream()
                .filter(Strand::isOpen)
                .flatMap(strand -> strand.events().stream())
                .sorted(Comparator.comparingLong(Event::seq))
                .toList();
        return history(events, header.end());
    }

    /** How many configurations were looked at so far. */
    long configurations() {
        return configurations;
    }

    /** What was not decided, in words; empty if everything was. */
    Optional<String> undecided() {
        List<Long> givenUp = strands.values().stream()
                .map(Strand::givenUpAt)
                .filter(seq -> seq >= 0)
                .sorted()
                .toList();
        if (full) {
            return Optional.of("more was pending at once than is held, " + MOST + " events");
        }
        if (!givenUp.isEmpty()) {
            return Optional.of(
                    "of " + givenUp.size() + " nothing was decided, the first given up at seq " + givenUp.get(0)
                            + ": each " + alone.what() + " is judged alone, and these had more than " + LONGEST
                            + " events under way or pending, or too many orders");
        }
        return alone.between().isEmpty()
                ? Optional.empty()
                : Optional.of("each " + alone.what() + " alone may have done so; not judged online: "
                        + String.join(", ", new TreeSet<>(alone.between())));
    }

    private History history(List<Event> events, String end) {
        return new History(header.with(end, events.size()), events);
    }

    private Answer<S> answer(Strand<S> strand, String end) {
        String shape = Shape.of(strand.events(), strand.settled());
        Question<S> question = new Question<>(shape, strand.rest(), end);
        Answer<S> known = answers.get(question);
        if (known != null) {
            return known;
        }
        Answer<S> answer = search(history(Shape.plain(strand.events()), end), strand.rest(), strand.settled());
        if (answers.size() >= SHAPES) {
            answers.clear();
        }
        if (shape.length() < SHORT) {
            answers.put(question, answer);
        }
        return answer;
    }

    private Answer<S> search(History history, Rest<S> from, int settled) {
        Script script = Script.of(history);
        Optional<Judge.Finding> finding = Oracle.earliest(profile.ofAll(), script);
        int to = Math.max(settled, finding.map(Judge.Finding::moment).orElse(script.length()));
        Semantics<S> semantics = profile.meaning().apply(script);
        Steps<S> steps = new Steps<>(script, semantics, tolerated);
        Budget spent = new Budget(budget);
        Reach<S> reach = new Reach<>(steps, spent);
        try {
            Set<Configuration<S>> reached = isAsKnown(semantics, history, settled)
                    ? reach.after(from == null ? Set.of(steps.first()) : at(settled, from), settled, to)
                    : reach.after(to);
            boolean unending = finding.isPresent() || script.goesOn();
            boolean ends = unending ? !reached.isEmpty() : reach.endsWell(reached);
            if (!ends || finding.isPresent()) {
                return new Answer<>(null, false, ends);
            }
            Rest<S> rest = rest(script, reached, from);
            return new Answer<>(rest, rest.all() && rest.states().equals(Set.of(semantics.initial())), false);
        } catch (Exhausted e) {
            return new Answer<>(null, false, false);
        } finally {
            configurations += spent.spent();
        }
    }

    /** Whether what came last tells nothing new of what there was at the start. */
    private boolean isAsKnown(Semantics<S> semantics, History history, int settled) {
        Script before = Script.of(history.prefix(settled));
        return profile.meaning().apply(before).initial().equals(semantics.initial());
    }

    private static <S> Set<Configuration<S>> at(int moment, Rest<S> rest) {
        return rest.states().stream()
                .map(state -> new Configuration<>(moment, state, Done.NONE))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Rest<S> rest(Script script, Set<Configuration<S>> reached, Rest<S> from) {
        Set<S> states = reached.stream()
                .map(Configuration::state)
                .limit(WIDEST)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean all = reached.size() <= WIDEST && (from == null || from.all());
        Set<Rest.Deed> deeds = !alone.toldLater()
                ? Set.of()
                : script.calls().stream()
                        .map(call -> new Rest.Deed(call.op(), call.queue(), call.within() != null))
                        .collect(Collectors.toSet());
        Set<Long> runs =
                script.runs().stream().filter(Run::underWay).map(Run::id).collect(Collectors.toSet());
        return new Rest<>(states, all, deeds, runs);
    }
}
