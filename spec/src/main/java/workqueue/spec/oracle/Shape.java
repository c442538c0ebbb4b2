package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import workqueue.spec.history.Event;

/** What is left of some events without the names of items, threads and places, on which no answer depends. */
final class Shape {
    private static final char NEXT = '\n';

    private Shape() {}

    /** The shape of the events from a place on, as text: equal for such as differ only in names. */
    static String of(List<Event> events, int from) {
        StringBuilder text = new StringBuilder(24 * (events.size() - from));
        Map<Long, Integer> items = new HashMap<>();
        Map<Long, Integer> threads = new HashMap<>();
        events.subList(0, from).stream()
                .map(Event::item)
                .filter(Objects::nonNull)
                .forEach(item -> name(items, item));
        for (Event event : events.subList(from, events.size())) {
            text.append(event.kind().name())
                    .append(event.op())
                    .append(name(threads, event.thread()))
                    .append(event.item() == null ? "" : "i" + name(items, event.item()))
                    .append(event.queue() == null ? "" : "q" + event.queue())
                    .append(event.arg() == null ? "" : "a" + event.arg())
                    .append(event.result() == null ? "" : "=" + event.result())
                    .append(NEXT);
        }
        return text.toString();
    }

    /** The events with numbers from 0 in the place of names: such as have the same shape become equal. */
    static List<Event> plain(List<Event> events) {
        List<Event> plain = new ArrayList<>();
        Map<Long, Integer> items = new HashMap<>();
        Map<Long, Integer> threads = new HashMap<>();
        for (Event event : events) {
            plain.add(new Event(
                    plain.size(),
                    -1,
                    name(threads, event.thread()),
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
