package workqueue.spec.history;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of a recording.
 *
 * @param seq place in the total order, which respects real time; at least 0
 * @param nanos nanoseconds since the recording began; informative only, -1 if absent
 * @param thread the recording thread
 * @param kind what is marked
 * @param op the operation, in the profile's words; {@code run} for a callback run
 * @param queue which queue, or null
 * @param item which item, or null
 * @param arg the operation's argument, or null
 * @param result what the call returned, as written, or null
 * @param items the items that the call returned, if it returned several; otherwise empty
 */
public record Event(
        long seq,
        long nanos,
        long thread,
        Kind kind,
        String op,
        Long queue,
        Long item,
        Long arg,
        String result,
        List<Long> items) {
    private static final Pattern STATUS = Pattern.compile("0x[0-9a-fA-F]{1,8}");

    /** Takes an immutable copy. */
    public Event {
        items = List.copyOf(items);
    }

    /** An event that does not tell of several items. */
    public Event(
            long seq, long nanos, long thread, Kind kind, String op, Long queue, Long item, Long arg, String result) {
        this(seq, nanos, thread, kind, op, queue, item, arg, result, List.of());
    }

    /** The same with other {@link #item} and {@link #items}. */
    public Event with(Long item, List<Long> items) {
        return new Event(seq, nanos, thread, kind, op, queue, item, arg, result, items);
    }

    /** The same at another place in the order. */
    public Event at(long seq) {
        return new Event(seq, nanos, thread, kind, op, queue, item, arg, result, items);
    }

    /** The {@link #result} as an unsigned 32-bit number, or null if there is none or it is not one. */
    public Long status() {
        return result != null && STATUS.matcher(result).matches() ? Long.parseLong(result.substring(2), 16) : null;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#" + seq + " thread " + thread + " " + kind.word() + " " + op);
        append(text, "item", item);
        append(text, "queue", queue);
        append(text, "arg", arg);
        append(text, "->", result);
        append(text, "items", items.isEmpty() ? null : items);
        return text.toString();
    }

    private static void append(StringBuilder text, String name, Object value) {
        if (value != null) {
            text.append(' ').append(name).append(' ').append(value);
        }
    }
}
