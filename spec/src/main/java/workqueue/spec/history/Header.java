package workqueue.spec.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 * @param parameters of the profile, in their order; values are booleans, longs, strings, or lists and maps of the
 *     same. What is handed over is copied
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

    /**
     * A header.
     *
     * @throws IllegalArgumentException if a parameter has another value than that
     */
    public Header {
        parameters = copy(parameters);
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put((String) name, copy(name, value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copy(Object name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(Objects::nonNull)
                    .map(element -> copy(name, element))
                    .toList();
        }
        if (value instanceof Boolean || value instanceof Long || value instanceof String) {
            return value;
        }
        throw new IllegalArgumentException("parameter " + name + ": must be true, false, a long, a string, or a list or"
                + " map of the same, not " + value);
    }

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
