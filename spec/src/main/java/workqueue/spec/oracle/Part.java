package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        History around = base.only(items);
        List<Long> all = around.events().stream().map(Event::seq).toList();
        int from = all.indexOf(events.get(0));
        int last = all.indexOf(events.get(events.size() - 1));
        if (from < 0 || last < from) {
            throw new Refused("events #" + events.get(0) + " to #" + events.get(events.size() - 1)
                    + " are no part of the recording, or not of the items that the certificate names");
        }
        Set<Long> wanted = new HashSet<>(events);
        List<Boolean> needless = needless(profile, around);
        for (int moment = from; moment < last; moment++) {
            if (!wanted.contains(all.get(moment)) && !needless.get(moment)) {
                throw new Refused("event #" + all.get(moment) + " is missing");
            }
        }
        boolean toTheEnd = !needless.subList(last + 1, needless.size()).contains(false);
        History alone = around.with(
                        toTheEnd ? around.header().end() : "cut",
                        around.events().subList(0, last + 1))
                .keep(event -> wanted.contains(event.seq()));
        checkSame(events, alone.events().stream().map(Event::seq).toList());
        return new Part<>(profile, around, from, alone);
    }

    /** By moment, whether an event is a note, or of a call that changes nothing. */
    private static List<Boolean> needless(Profile<?> profile, History history) {
        Script script = Script.of(history);
        Semantics<?> semantics = profile.meaning().apply(script);
        List<Boolean> needless = new ArrayList<>();
        for (int moment = 0; moment < script.length(); moment++) {
            Call call = script.callAt(moment);
            needless.add(script.event(moment).kind() == Kind.NOTE || (call != null && semantics.isIdle(call)));
        }
        return needless;
    }

    private static void checkSame(List<Long> given, List<Long> kept) throws Refused {
        List<Long> strange = new ArrayList<>(given);
        kept.forEach(strange::remove);
        if (!strange.isEmpty()) {
            throw new Refused("event #" + strange.get(0) + " is strange, or there twice");
        }
        if (!kept.equals(given)) {
            throw new Refused("its events are not in the order of the recording, or of a call or run one is missing");
        }
    }

    /** Whether the part begins at a moment at which everything is as at the start, whatever happened before. */
    boolean beginsCalmly(Set<String> tolerated, long budget) throws Exhausted {
        if (from == 0) {
            return true;
        }
        Steps<S> before = profile.steps(around, tolerated);
        Semantics<S> semantics = before.semantics();
        return before.script().open(from).isEmpty()
                && semantics.calm(profile.steps(alone, tolerated).semantics().initial())
                && new Reach<>(before, budget).after(from).stream().allMatch(at -> semantics.calm(at.state()));
    }

    /** Whether there is no order in which the part is allowed. */
    boolean isRefuted(Set<String> tolerated, long budget) throws Exhausted {
        return !new Reach<>(profile.steps(alone, tolerated), budget).endsWell();
    }
}
