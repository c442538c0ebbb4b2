package workqueue.properties.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import workqueue.tla.ModelResult;

/** The counterexample of a model on the page of pictures: its actions in lanes, the state after each step. */
public final class HtmlTrace {
    private HtmlTrace() {}

    /**
     * Writes a page.
     *
     * @param result what TLC found; it has a counterexample
     * @throws IOException if it cannot be written; then what was there is as it was
     */
    public static void write(ModelResult result, Path file) throws IOException {
        String page = page(result);
        WholeFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    static String page(ModelResult result) {
        String violated = result.violated() == null ? "" : " violates " + result.violated();
        String steps = result.trace().stream()
                .map(step -> step.action() + "\n" + step.state().indent(4))
                .collect(Collectors.joining("\n"));
        return HtmlPicture.page(
                result.model().name() + violated, result.model().description(), steps, TraceJson.of(result));
    }
}
