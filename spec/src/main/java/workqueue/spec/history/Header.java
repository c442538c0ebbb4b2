package workqueue.spec.history;

import java.util.Map;

/**
 * The first line of a recording.
 *
 * @param profile the profile whose words it uses and whose rules apply
 * @param implementation what was recorded
 * @param scenario what was done to it
 * @param threads how many threads called it, or -1 if absent
 * @param end how it ended: {@code ok} after everything came to rest; {@code hang} when nothing moved any more; anything
 *     else ({@code crash}, {@code cut}, …) says that what came after is unknown
 * @param events how many events follow, or -1 if absent
 * @param parameters of the profile; values are booleans, longs, strings, or maps of the same
 */
public record Header(
        String profile,
        String implementation,
        String scenario,
        long threads,
        String end,
        long events,
        Map<String, Object> parameters) {

    /** The name and version of the file format. */
    public static final String FORMAT = "workqueue-history/1";

    /** Whether everything had come to rest when the recording ended. */
    public boolean complete() {
        return end.equals("ok");
    }

    /** The boolean parameter of that name, false if absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(parameters.get(name));
    }

    /** The number parameter of that name, or the default if absent. */
    public long number(String name, long absent) {
        return parameters.get(name) instanceof Long value ? value : absent;
    }

    /** This header with another ending and number of events. */
    public Header with(String end, long events) {
        return new Header(profile, implementation, scenario, threads, end, events, parameters);
    }
}
