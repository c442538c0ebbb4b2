package workqueue.spec.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The part that a predicate keeps; a return goes with its invoke and an end with its begin, without being asked. */
    public History keep(Predicate<Event> wanted) {
        Map<Long, Deque<Boolean>> open = new HashMap<>();
        List<Event> kept = new ArrayList<>();
        for (Event event : events) {
            Deque<Boolean> calls = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
            boolean keeps = event.kind().closes() ? calls.removeLast() : wanted.test(event);
            if (event.kind().opens()) {
                calls.addLast(keeps);
            }
            if (keeps) {
                kept.add(event);
            }
        }
        return with(header.end(), kept);
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
