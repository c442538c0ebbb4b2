package workqueue.spec.history;

import java.util.List;
import java.util.function.Predicate;

/**
 * A whole recording: immutable, in the order of {@code seq}, every return after its invoke and every end after its begin.
 *
 * @param header the first line
 * @param events all further lines
 */
public record History(Header header, List<Event> events) {
    /** Takes an immutable copy. */
    public History {
        events = List.copyOf(events);
    }

    /** The part that a predicate keeps; a return is kept or left out together with its invoke, an end with its begin. */
    public History keep(Predicate<Event> wanted) {
        return with(header.end(), events.stream().filter(wanted).toList());
    }

    /** The first {@code n} events; what comes after is declared unknown unless nothing is cut. */
    public History prefix(int n) {
        return n == events.size() ? this : with("cut", events.subList(0, n));
    }

    /** The same header, apart from the ending, over other events. */
    public History with(String end, List<Event> part) {
        return new History(header.with(end, part.size()), part);
    }
}
