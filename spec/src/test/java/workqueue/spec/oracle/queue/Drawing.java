package workqueue.spec.oracle.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * A small history that is drawn, one row a call in the order of the invokes: {@code "[  ]  accept 1"} begins where the
 * bracket opens and returns where it closes, if it does. Every column is a moment: one event of one row. The words are
 * those of {@link Deed}; items are numbered from 0 in the order in which the recording first names them.
 */
final class Drawing {
    private Drawing() {}

    /** The calls of a drawing. */
    static Calls calls(String... rows) {
        return new Calls(history(rows));
    }

    /** The history of a drawing, each call of another thread. */
    static History history(String... rows) {
        List<Event> events = new ArrayList<>();
        for (int thread = 0; thread < rows.length; thread++) {
            events.addAll(events(thread, rows[thread]));
        }
        events.sort(Comparator.comparingLong(Event::seq));
        for (int moment = 0; moment < events.size(); moment++) {
            if (events.get(moment).seq() != moment) {
                throw new IllegalArgumentException("column " + moment + " has no event, or several");
            }
        }
        return new History(new Header("dedup", "drawn", "drawn", rows.length, "ok", events.size(), Map.of()), events);
    }

    private static List<Event> events(long thread, String row) {
        String[] words = row.substring(row.lastIndexOf(row.contains("]") ? ']' : '[') + 1)
                .trim()
                .split(" ", -1);
        Deed deed = Deed.valueOf(words[0].toUpperCase(Locale.ROOT));
        List<Long> items = Arrays.stream(words).skip(1).map(Long::valueOf).toList();
        boolean several = deed == Deed.TAKE_ALL;
        Long told = several || items.isEmpty() ? null : items.get(0);
        Long asked = deed == Deed.DEQUEUE ? null : told;
        List<Event> events = new ArrayList<>();
        events.add(event(row.indexOf('['), thread, Kind.INVOKE, deed, asked, null, List.of()));
        if (row.contains("]")) {
            events.add(event(
                    row.indexOf(']'), thread, Kind.RETURN, deed, told, result(deed), several ? items : List.of()));
        }
        return events;
    }

    private static Event event(
            int moment, long thread, Kind kind, Deed deed, Long item, String result, List<Long> items) {
        return new Event(moment, -1, thread, kind, op(deed), null, item, null, result, items);
    }

    private static String op(Deed deed) {
        return switch (deed) {
            case ACCEPT, COALESCE, REJECT -> "enqueue";
            case DEQUEUE, EMPTY, CLOSED -> "dequeue";
            case COMPLETE, NOT_RUNNING -> "complete";
            case CANCEL, ABSENT -> "cancel";
            case TAKE_ALL -> "take_all";
            case SHUTDOWN -> "shutdown";
        };
    }

    private static String result(Deed deed) {
        return switch (deed) {
            case ACCEPT -> "accepted";
            case COALESCE -> "coalesced";
            case REJECT -> "rejected";
            case DEQUEUE, COMPLETE, TAKE_ALL, SHUTDOWN -> "ok";
            case EMPTY -> "empty";
            case CLOSED -> "closed";
            case NOT_RUNNING -> "notRunning";
            case CANCEL -> "removed";
            case ABSENT -> "absent";
        };
    }
}
