package workqueue.spec.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A whole recording: immutable, in the order of {@code seq}, every return after its invoke and every end after its begin.
 * Only where events were lost there may be returns and ends alone; {@link Gaps} tells what is whole.
 *
 * @param header the first line
 * @param events all further lines
 */
public record History(Header header, List<Event> events) {
    /** Takes an immutable copy. */
    public History {
        events = List.copyOf(events);
    }

    /**
     * The part that a predicate keeps; a return goes with its invoke and an end with its begin, without being asked. An
     * invoke is shown to the predicate with the item that its return tells.
     */
    public History keep(Predicate<Event> wanted) {
        Map<Long, Long> told = itemsToldLate();
        Map<Long, Deque<Boolean>> open = new HashMap<>();
        List<Event> kept = new ArrayList<>();
        for (Event event : events) {
            Deque<Boolean> calls = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
            Event whole = told.containsKey(event.seq()) ? event.with(told.get(event.seq()), event.items()) : event;
            boolean keeps = event.kind().closes() ? calls.removeLast() : wanted.test(whole);
            if (event.kind().opens()) {
                calls.addLast(keeps);
            }
            if (keeps) {
                kept.add(event);
            }
        }
        return with(header.end(), kept);
    }

    /**
     * The parts whose events have the same key, by key; a return goes with its invoke and an end with its begin, without
     * being asked. What has no key is in every part.
     */
    public SortedMap<Long, History> split(Function<Event, Long> key) {
        SortedMap<Long, List<Event>> parts = new TreeMap<>();
        List<Event> common = new ArrayList<>();
        Map<Long, Deque<Event>> open = new HashMap<>();
        for (Event event : events) {
            Deque<Event> calls = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
            Long part = key.apply(event.kind().closes() ? calls.removeLast() : event);
            if (event.kind().opens()) {
                calls.addLast(event);
            }
            (part == null ? common : parts.computeIfAbsent(part, k -> new ArrayList<>())).add(event);
        }
        SortedMap<Long, History> histories = new TreeMap<>();
        parts.forEach((k, part) -> {
            part.addAll(common);
            part.sort(Comparator.comparingLong(Event::seq));
            histories.put(k, with(header.end(), part));
        });
        return histories;
    }

    /** What happened to some items: their events, those that are of no item, and of lists of items these. */
    public History only(Set<Long> items) {
        History part = keep(event -> event.item() == null || items.contains(event.item()));
        return part.with(
                part.header.end(),
                part.events.stream()
                        .map(event -> event.items().isEmpty()
                                ? event
                                : event.with(
                                        event.item(),
                                        event.items().stream()
                                                .filter(items::contains)
                                                .toList()))
                        .toList());
    }

    /** The items that only a return tells, by the place of the invoke. */
    private Map<Long, Long> itemsToldLate() {
        Map<Long, Deque<Event>> open = new HashMap<>();
        Map<Long, Long> told = new HashMap<>();
        for (Event event : events) {
            Deque<Event> calls = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
            if (event.kind().opens()) {
                calls.addLast(event);
            } else if (event.kind().closes()) {
                Event opening = calls.removeLast();
                if (opening.item() == null && event.item() != null) {
                    told.put(opening.seq(), event.item());
                }
            }
        }
        return told;
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
