package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workqueue.spec.history.Event;

/**
 * What is left of some events without the names of items and threads, on which no answer depends: of a thread, what each
 * event is within or closes.
 */
final class Shape {
    private static final char NEXT = '\n';

    private Shape() {}

    /** The shape of the events from a place on, as text, with the places of what they are within or close. */
    static String of(List<Event> events, int from) {
        StringBuilder text =
                new StringBuilder(24 * (events.size() - from)).append(from).append(NEXT);
        Map<Long, Integer> items = new HashMap<>();
        Map<Long, Deque<Integer>> threads = new HashMap<>();
        for (int place = 0; place < events.size(); place++) {
            Event event = events.get(place);
            Deque<Integer> open = threads.computeIfAbsent(event.thread(), thread -> new ArrayDeque<>(2));
            String item = event.item() == null ? "" : "i" + name(items, event.item());
            if (place >= from) {
                text.append(event.kind())
                        .append(event.op())
                        .append(open.isEmpty() ? "" : open.peekLast())
                        .append(item)
                        .append(event.queue() == null ? "" : "q" + event.queue())
                        .append(event.arg() == null ? "" : "a" + event.arg())
                        .append(event.result() == null ? "" : "=" + event.result())
                        .append(NEXT);
            }
            if (event.kind().opens()) {
                open.addLast(place);
            } else {
                open.removeLast();
            }
        }
        return text.toString();
    }

    /** The events with numbers from 0 in the place of names: such as have the same shape become equal. */
    static List<Event> plain(List<Event> events) {
        List<Event> plain = new ArrayList<>();
        Map<Long, Integer> items = new HashMap<>();
        for (Event event : events) {
            plain.add(new Event(
                    plain.size(),
                    -1,
                    event.thread(),
                    event.kind(),
                    event.op(),
                    event.queue(),
                    event.item() == null ? null : Long.valueOf(name(items, event.item())),
                    event.arg(),
                    event.result()));
        }
        return plain;
    }

    private static int name(Map<Long, Integer> names, long number) {
        Integer name = names.putIfAbsent(number, names.size());
        return name == null ? names.size() - 1 : name;
    }
}
