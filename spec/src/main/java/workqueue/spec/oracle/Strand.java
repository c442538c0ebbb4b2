package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import workqueue.spec.history.Event;
import workqueue.spec.history.Kind;

/**
 * A strand as far as it still matters: what came between two rests that are equal is cut out, because what follows the
 * second could as well have followed the first. So it is as long as what is open and pending takes, and a history by itself.
 * What was cut out last is remembered, for what is told of the strand is to be about what happened last.
 *
 * @param <S> the specification's states
 */
final class Strand<S> {
    private final List<Event> events = new ArrayList<>(4);
    private final List<Rest<S>> rests = new ArrayList<>(2);
    private final List<Integer> lengths = new ArrayList<>(2);
    private List<Event> cut = List.of();
    private int cutAt;
    private int calls;
    private int underWay;
    private long givenUpAt = -1;

    void add(Event event) {
        events.add(event);
        int more = event.kind().opens() ? 1 : -1;
        underWay += more;
        calls += event.kind() == Kind.INVOKE || event.kind() == Kind.RETURN ? more : 0;
    }

    /** Whether it has come to where no call is under way. */
    boolean rests() {
        return calls == 0 && events.get(events.size() - 1).kind().closes();
    }

    /** All that still matters. */
    List<Event> events() {
        return events;
    }

    /** The same, with what was cut out last where it was: a history by itself too. */
    List<Event> latest() {
        List<Event> latest = new ArrayList<>(events);
        latest.addAll(cutAt, cut);
        return latest;
    }

    /** How many events are held. */
    int size() {
        return events.size() + cut.size();
    }

    /** Whether a call or a run is under way. */
    boolean isOpen() {
        return underWay > 0;
    }

    /** What the strand had come to when it last rested, or null if it has not. */
    Rest<S> rest() {
        return rests.isEmpty() ? null : rests.get(rests.size() - 1);
    }

    /** How many of the events came before that. */
    int settled() {
        return lengths.isEmpty() ? 0 : lengths.get(lengths.size() - 1);
    }

    /** Comes to rest. */
    void settle(Rest<S> rest) {
        int same = rests.indexOf(rest);
        if (same < 0) {
            rests.add(rest);
            lengths.add(events.size());
        } else {
            rests.subList(same + 1, rests.size()).clear();
            lengths.subList(same + 1, lengths.size()).clear();
            cutAt = settled();
            cut = List.copyOf(events.subList(cutAt, events.size()));
            events.subList(cutAt, events.size()).clear();
        }
    }

    /** Forgets everything; what comes is not judged any more. */
    void giveUp(long seq) {
        events.clear();
        cut = List.of();
        cutAt = 0;
        rests.clear();
        lengths.clear();
        calls = 0;
        underWay = 0;
        givenUpAt = seq;
    }

    /** The place at which it was given up, or -1. */
    long givenUpAt() {
        return givenUpAt;
    }
}
