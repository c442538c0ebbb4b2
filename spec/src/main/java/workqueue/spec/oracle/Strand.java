package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import workqueue.spec.history.Event;

/**
 * A strand as far as it still matters: what came between two rests that are equal is cut out, because what follows the
 * second could as well have followed the first. So it is as long as what is open and pending takes, and a history by itself.
 *
 * @param <S> the specification's states
 */
final class Strand<S> {
    private final List<Event> events = new ArrayList<>(4);
    private final List<Rest<S>> rests = new ArrayList<>(2);
    private final List<Integer> lengths = new ArrayList<>(2);
    private int underWay;
    private long givenUpAt = -1;

    void add(Event event) {
        events.add(event);
        underWay += event.kind().opens() ? 1 : -1;
    }

    /** All that still matters. */
    List<Event> events() {
        return events;
    }

    /** Whether a call or a run is under way. */
    boolean isOpen() {
        return underWay > 0;
    }

    /** What the strand had come to before the calls and runs that are under way, or null if it has just begun. */
    Rest<S> rest() {
        return rests.isEmpty() ? null : rests.get(rests.size() - 1);
    }

    /** How many of the events came before that rest. */
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
            events.subList(settled(), events.size()).clear();
        }
    }

    /** Forgets everything; what comes is not judged any more. */
    void giveUp(long seq) {
        events.clear();
        rests.clear();
        lengths.clear();
        underWay = 0;
        givenUpAt = seq;
    }

    /** The place at which it was given up, or -1. */
    long givenUpAt() {
        return givenUpAt;
    }
}
