package workqueue.properties.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;
import workqueue.tla.Expectation;
import workqueue.tla.Model;
import workqueue.tla.ModelResult;
import workqueue.tla.Outcome;
import workqueue.tla.Tier;

/** Recordings that reports are made of. */
final class Samples {
    /** Text that wants to be markup, in every language that a report speaks. */
    static final String HOSTILE = "</script><script>document.title='owned'</script>"
            + "<img src=x onerror=\"document.title='owned'\"><!--<script> ]]> ' \" & javascript:alert(1) {{title}} $1 \\";

    private static final String HEADER = "{\"format\":\"workqueue-history/1\",\"profile\":\"%s\",\"implementation\":%s,"
            + "\"scenario\":%s,\"end\":\"ok\"}\n";

    private Samples() {}

    /** What becomes of a recording with these lines. */
    static Judged judged(String file, History history) {
        return new Judged(file, history.header(), new Oracle().judge(history), null, false, Duration.ofMillis(1500));
    }

    static Judged notJudged(String file, String problem) {
        return new Judged(file, null, null, problem, false, Duration.ZERO);
    }

    static History history(String profile, String implementation, String lines) {
        String text = HEADER.formatted(profile, quoted(implementation), quoted("a scenario of " + implementation));
        try {
            return HistoryReader.read(new ByteArrayInputStream((text + lines).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | HistoryException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Nothing happens. */
    static History empty() {
        return history("kmdf", "one that does nothing", "");
    }

    /** Item 7 is enqueued twice, the second time while it runs, and runs once: the second is lost (rule P1). */
    static History lost(String implementation) {
        return history("kmdf", implementation, """
                {"seq":0,"thread":0,"kind":"invoke","op":"enqueue","item":7}
                {"seq":1,"thread":0,"kind":"return","op":"enqueue","item":7}
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":7}
                {"seq":3,"thread":0,"kind":"invoke","op":"enqueue","item":8}
                {"seq":4,"thread":0,"kind":"return","op":"enqueue","item":8}
                {"seq":5,"thread":0,"kind":"invoke","op":"enqueue","item":7}
                {"seq":6,"thread":0,"kind":"return","op":"enqueue","item":7}
                {"seq":7,"thread":9,"kind":"end","op":"run","item":7}
                {"seq":8,"thread":9,"kind":"begin","op":"run","item":8}
                {"seq":9,"thread":9,"kind":"end","op":"run","item":8}
                """);
    }

    /** Item 7 runs though nobody asked for it (rule R1). */
    static History unasked() {
        return history("kmdf", HOSTILE, """
                {"seq":4,"thread":1,"kind":"begin","op":"run","item":7}
                {"seq":5,"thread":1,"kind":"end","op":"run","item":7}
                """);
    }

    /** Whatever a recording may say freely is hostile, and it conforms. */
    static History hostile() {
        return history(
                "kmdf",
                HOSTILE,
                "{\"seq\":0,\"thread\":0,\"kind\":\"note\",\"op\":%1$s,\"item\":1,\"result\":%1$s}\n"
                        .formatted(quoted(HOSTILE)));
    }

    /** So many items are enqueued and run, one after the other. */
    static History many(int items) {
        return history("kmdf", "a queue", rounds(items));
    }

    private static String rounds(int items) {
        StringBuilder lines = new StringBuilder();
        for (int k = 0; k < items; k++) {
            lines.append(event(4 * k, 0, "invoke", "enqueue", k));
            lines.append(event(4 * k + 1, 0, "return", "enqueue", k));
            lines.append(event(4 * k + 2, 1, "begin", "run", k));
            lines.append(event(4 * k + 3, 1, "end", "run", k));
        }
        return lines.toString();
    }

    private static String event(int seq, int thread, String kind, String op, int item) {
        return "{\"seq\":%d,\"thread\":%d,\"kind\":\"%s\",\"op\":\"%s\",\"item\":%d}\n"
                .formatted(seq, thread, kind, op, item);
    }

    /** What TLC may have found: two steps after which an item is on the queue twice, with a hostile argument. */
    static ModelResult counterexample() {
        Model model = new Model(
                "Queue",
                "a queue; " + HOSTILE,
                List.of(),
                "MCQueue",
                "Queue.cfg",
                Tier.QUICK,
                1,
                List.of(),
                new Expectation(Outcome.INVARIANT, "AtMostOne", null, null, null, null),
                null);
        List<workqueue.tla.Step> trace = List.of(
                new workqueue.tla.Step("Initial predicate", "/\\ queue = <<>>\n/\\ running = {}\n"),
                new workqueue.tla.Step("Enqueue(1)", "/\\ queue = <<1>>\n/\\ running = {}\n"),
                new workqueue.tla.Step("Enqueue(" + HOSTILE + ")", "/\\ queue = <<1,\n  1>>\n/\\ running = {}\n"));
        return new ModelResult(
                model, Outcome.INVARIANT, "AtMostOne", 0, 0, 0, Duration.ZERO, List.of(), trace, HOSTILE);
    }
}
