package workqueue.spec.oracle;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Search.Answer;

/**
 * Decides histories: first straight on, then guided by what each projection allows.
 *
 * @param <S> the specification's states
 */
final class Hunt<S> {
    /** How far the search goes by itself, for each thousand events begun, before it looks at the projections for guidance. */
    private static final long UNGUIDED = 20_000;

    /** What an answer may cost for each event, besides the budget of a search: many searches of a long history are cheap. */
    private static final long FOR_AN_EVENT = 1_000;

    /** More than that is as good as no limit. */
    private static final long UNLIMITED = Long.MAX_VALUE / 4;

    private final Function<Script, Semantics<S>> meaning;
    private final Set<String> tolerated;
    private final long most;
    private final long unguided;
    private final Consumer<Search<S>> conforming;
    private final Budget spent = new Budget(Long.MAX_VALUE);

    /**
     * A hunt.
     *
     * @param most how many configurations one search may look at
     * @param conforming is told each search that found that a part which decides alone conforms, one after the other
     */
    Hunt(Function<Script, Semantics<S>> meaning, Set<String> tolerated, long most, Consumer<Search<S>> conforming) {
        this(meaning, tolerated, most, UNGUIDED, conforming);
    }

    /** A hunt that asks the projections for guidance after some configurations; a test asks at once. */
    Hunt(
            Function<Script, Semantics<S>> meaning,
            Set<String> tolerated,
            long most,
            long unguided,
            Consumer<Search<S>> conforming) {
        this.meaning = meaning;
        this.tolerated = tolerated;
        this.most = Math.min(most, UNLIMITED);
        this.unguided = unguided;
        this.conforming = conforming;
    }

    /** How many configurations were looked at so far. */
    long configurations() {
        return spent.spent();
    }

    /** How many configurations one search may look at. */
    long most() {
        return most;
    }

    /** What one question about a history and its parts may cost, however many searches it takes. */
    Budget allowance(History history) {
        return spent.part(most + FOR_AN_EVENT * history.events().size());
    }

    Semantics<S> semantics(History history) {
        return meaning.apply(Script.of(history));
    }

    /** Whether a history may have happened. */
    Answer decide(History history) {
        return decide(history, allowance(history));
    }

    /** Whether a history may have happened, within what is left of an allowance. */
    Answer decide(History history, Budget allowance) {
        Script script = Script.of(history);
        Semantics<S> semantics = meaning.apply(script);
        Map<Long, History> projections = semantics.projections(history);
        if (semantics.projectionsDecide() && projections.size() > 1) {
            return each(projections, allowance);
        }
        BiPredicate<Configuration<S>, Configuration<S>> plausible = plausible(semantics);
        long straight = Math.min(most, unguided * (1 + script.length() / 1_000));
        Answer answer = run(script, semantics, plausible, allowance.part(straight));
        if (answer != Answer.OUT_OF_BUDGET || straight == most) {
            return answer;
        }
        Budget budget = allowance.part(most);
        Guide<S> guide = new Guide<>(script, semantics, budget);
        return isRefuted(guide, projections, history, budget.part(most / 2))
                ? Answer.REFUTED
                : run(script, semantics, plausible.and(guide::allows), budget);
    }

    private Answer each(Map<Long, History> projections, Budget allowance) {
        Answer answer = Answer.CONFORMS;
        for (History projection : projections.values()) {
            Answer ofPart = decide(projection, allowance);
            answer = ofPart.compareTo(answer) > 0 ? ofPart : answer;
            if (answer == Answer.REFUTED) {
                return answer;
            }
        }
        return answer;
    }

    /** Teaches the guide what can be found out of projections; true if one of them is refuted meanwhile. */
    private boolean isRefuted(Guide<S> guide, Map<Long, History> projections, History history, Budget budget) {
        for (Map.Entry<Long, History> projection : projections.entrySet()) {
            History part = projection.getValue();
            if (part.events().size() < history.events().size()) {
                Region<S> region = region(part, budget.part(most / 16));
                if (region.isRefuted()) {
                    return true;
                }
                if (region.isComplete()) {
                    guide.learn(projection.getKey(), part, region);
                }
            }
        }
        return false;
    }

    private Region<S> region(History projection, Budget budget) {
        Script script = Script.of(projection);
        Semantics<S> semantics = meaning.apply(script);
        return new Region<>(new Moves<>(script, semantics, tolerated, true), plausible(semantics), budget);
    }

    /** What an event does leaves nothing to choose, so it is what lies between events that is looked at. */
    private static <S> BiPredicate<Configuration<S>, Configuration<S>> plausible(Semantics<S> semantics) {
        return (from, to) ->
                to.moment() > from.moment() || semantics.plausible(from.state(), to.state(), to.moment(), to.done());
    }

    private Answer run(
            Script script,
            Semantics<S> semantics,
            BiPredicate<Configuration<S>, Configuration<S>> hopeful,
            Budget budget) {
        Search<S> search = new Search<>(new Moves<>(script, semantics, tolerated, false), hopeful, budget);
        Answer answer = search.run();
        if (answer == Answer.CONFORMS) {
            conforming.accept(search);
        }
        return answer;
    }

    /** A search, not guided by anything, of a history in which some more rules may be broken. */
    Search<S> explore(History history, Set<String> waived, Budget budget) {
        Script script = Script.of(history);
        Set<String> all = new HashSet<>(tolerated);
        all.addAll(waived);
        return new Search<>(new Moves<>(script, meaning.apply(script), all, false), (from, to) -> true, budget);
    }
}
