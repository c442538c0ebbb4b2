package workqueue.spec.oracle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a history from a short hand. */
final class Calls {
    private static final Pattern LINE =
            Pattern.compile("(?:t(?<thread>\\d+) )?(?:q(?<queue>\\d+) )?(?:(?<kind>invoke|return|begin|end) ?)?"
                    + "(?<op>[a-z_]+)?(?: ?(?<item>\\d+))?(?: -> (?<result>\\w+)(?: (?<told>\\d+))?)?");

    private Calls() {}

    /** The same from place 0 on. */
    static String calls(String... lines) {
        return calls(0, lines);
    }

    /**
     * Events, each line one call or one event: {@code add 1}, {@code get -> ok 1}, {@code invoke flush 1}, {@code begin 1}.
     * Calls are of thread 1 and runs of thread 9 unless the line begins with another, {@code t2}; the queue is 0 unless it
     * comes next, {@code q1}.
     */
    static String calls(int seq, String... lines) {
        StringBuilder events = new StringBuilder();
        int next = seq;
        for (String line : lines) {
            Matcher told = LINE.matcher(line);
            if (!told.matches()) {
                throw new IllegalArgumentException(line);
            }
            if (told.group("kind") != null) {
                boolean returns = told.group("kind").equals("return");
                events.append(event(next++, told.group("kind"), told, returns ? told.group("result") : null));
            } else {
                events.append(event(next++, "invoke", told, null));
                events.append(event(next++, "return", told, told.group("result")));
            }
        }
        return events.toString();
    }

    private static String event(int seq, String kind, Matcher told, String result) {
        boolean runs = told.group("op") == null;
        String thread = told.group("thread") != null ? told.group("thread") : runs ? "9" : "1";
        String queue = told.group("queue") != null ? told.group("queue") : "0";
        String item = kind.equals("return") && told.group("told") != null ? told.group("told") : told.group("item");
        return "{\"seq\":" + seq + ",\"thread\":" + thread + ",\"kind\":\"" + kind + "\",\"op\":\""
                + (runs ? "run" : told.group("op")) + "\",\"queue\":" + queue
                + (item == null ? "" : ",\"item\":" + item)
                + (result == null ? "" : ",\"result\":\"" + result + "\"") + "}\n";
    }
}
