package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * Tells the search of a whole history where it has lost: what a configuration is for a projection must be one that the
 * projection can come through from.
 *
 * @param <S> the specification's states
 */
final class Guide<S> {
    private final Script script;
    private final Semantics<S> semantics;
    private final Budget budget;
    private final Map<Long, Integer> momentOf = new HashMap<>();
    private final List<Projection<S>> all = new ArrayList<>();
    private final List<List<Projection<S>>> concerned = new ArrayList<>();

    /**
     * A projection.
     *
     * @param moments the moments of the whole at which its events happen
     * @param calls the calls of which these are
     */
    private record Projection<S>(long key, Region<S> region, List<Integer> moments, Set<Long> calls) {
        int moment(int ofWhole) {
            int place = Collections.binarySearch(moments, ofWhole);
            return place >= 0 ? place : -place - 1;
        }
    }

    /**
     * A guide that knows no projection yet.
     *
     * @param budget is spent for each configuration of a projection that is looked up
     */
    Guide(Script script, Semantics<S> semantics, Budget budget) {
        this.script = script;
        this.semantics = semantics;
        this.budget = budget;
        for (int moment = 0; moment < script.length(); moment++) {
            momentOf.put(script.event(moment).seq(), moment);
            concerned.add(new ArrayList<>(2));
        }
    }

    /** Learns from where a projection can come to its end. */
    void learn(long key, History projection, Region<S> region) {
        List<Integer> moments = projection.events().stream()
                .map(event -> momentOf.get(event.seq()))
                .toList();
        Set<Long> calls = new HashSet<>();
        projection.events().stream()
                .filter(event -> event.kind() == Kind.INVOKE)
                .map(Event::seq)
                .forEach(calls::add);
        Projection<S> learned = new Projection<>(key, region, moments, calls);
        all.add(learned);
        for (int moment : moments) {
            concerned.get(moment).add(learned);
        }
    }

    /** Whether a configuration is worth going to from one that is; the projections that do not tell them apart say nothing. */
    boolean allows(Configuration<S> from, Configuration<S> to) {
        for (Projection<S> projection : concernedBetween(from, to)) {
            if (budget.spend() && !allows(projection, to)) {
                return false;
            }
        }
        return true;
    }

    private List<Projection<S>> concernedBetween(Configuration<S> from, Configuration<S> to) {
        if (to.moment() > from.moment()) {
            return concerned.get(from.moment());
        }
        if (to.done().size() > from.done().size()) {
            for (Call call : script.open(to.moment())) {
                if (to.done().contains(call.id()) && !from.done().contains(call.id())) {
                    return concerned.get(call.from());
                }
            }
        }
        return all;
    }

    private boolean allows(Projection<S> projection, Configuration<S> at) {
        Done done = at.done().keep(projection.calls()::contains);
        return projection
                .region()
                .contains(new Configuration<>(
                        projection.moment(at.moment()), semantics.project(at.state(), projection.key()), done));
    }
}
