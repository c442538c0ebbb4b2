package workqueue.spec.history;

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
 */
public record Event(
        long seq, long nanos, long thread, Kind kind, String op, Long queue, Long item, Long arg, String result) {
    private static final Pattern STATUS = Pattern.compile("0x[0-9a-fA-F]{1,8}");

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
        return text.toString();
    }

    private static void append(StringBuilder text, String name, Object value) {
        if (value != null) {
            text.append(' ').append(name).append(' ').append(value);
        }
    }
}
