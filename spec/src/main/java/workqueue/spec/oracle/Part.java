package workqueue.spec.oracle;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Reach.Exhausted;
import workqueue.spec.oracle.Steps.Refused;

/**
 * A part of a recording that must conform if the recording does: some items' events, from a moment at which everything was
 * as at the start, up to some event; without calls that change nothing.
 *
 * @param profile whose rules are asked for
 * @param around all events of these items, of the recording or one of its projections
 * @param from the place of the part's first event among them
 * @param alone the part
 * @param <S> the specification's states
 */
record Part<S>(Profile<S> profile, History around, int from, History alone) {
    /**
     * The part with these events.
     *
     * @param base the recording, or one of its projections
     * @throws Refused if events are missing, or strange
     */
    static <S> Part<S> of(Profile<S> profile, History base, Set<Long> items, List<Long> events) throws Refused {
        History around = upTo(events.get(events.size() - 1), profile, base.only(items), new HashSet<>(events));
        List<Long> all = around.events().stream().map(Event::seq).toList();
        int from = Math.max(0, all.size() - events.size());
        for (int k = 0; k < events.size(); k++) {
            Long expected = k < all.size() ? all.get(from + k) : null;
            if (!events.get(k).equals(expected)) {
                throw new Refused("its event #" + events.get(k) + " stands where, of these items, the recording has "
                        + (expected == null ? "none" : "#" + expected));
            }
        }
        List<Event> last = around.events().subList(from, all.size());
        return new Part<>(profile, around, from, around.with(around.header().end(), last));
    }

    /** What matters up to an event: the whole, if nothing that matters comes after it. */
    private static History upTo(long seq, Profile<?> profile, History history, Set<Long> wanted) {
        History whole = essence(profile, history, wanted);
        long after = whole.events().stream().filter(event -> event.seq() > seq).count();
        List<Event> before =
                history.events().stream().filter(event -> event.seq() <= seq).toList();
        return after == 0 ? whole : essence(profile, history.with("cut", before), wanted);
    }

    /** What is left without notes, and calls that change nothing and are not wanted. */
    private static History essence(Profile<?> profile, History history, Set<Long> wanted) {
        Script script = Script.of(history);
        Semantics<?> semantics = profile.meaning().apply(script);
        Set<Long> idle =
                script.calls().stream().filter(semantics::isIdle).map(Call::id).collect(Collectors.toSet());
        return history.keep(
                event -> wanted.contains(event.seq()) || (event.kind() != Kind.NOTE && !idle.contains(event.seq())));
    }

    /** Whether the part begins at a moment at which everything is as at the start, whatever happened before. */
    boolean beginsCalmly(Set<String> tolerated, Budget budget) throws Exhausted {
        if (from == 0) {
            return true;
        }
        Steps<S> before = profile.steps(around, tolerated);
        Semantics<S> semantics = before.semantics();
        return !isAmidst()
                && semantics.calm(profile.steps(alone, tolerated).semantics().initial())
                && new Reach<>(before, budget).after(from).stream().allMatch(at -> semantics.calm(at.state()));
    }

    /** Whether a call or a run is under way when the part begins. */
    private boolean isAmidst() {
        int open = 0;
        for (Event event : around.events().subList(0, from)) {
            open += event.kind().opens() ? 1 : event.kind().closes() ? -1 : 0;
        }
        return open > 0;
    }

    /** Whether there is no order in which the part is allowed. */
    boolean isRefuted(Set<String> tolerated, Budget budget) throws Exhausted {
        return !new Reach<>(profile.steps(alone, tolerated), budget).endsWell();
    }
}
