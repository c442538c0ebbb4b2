package workqueue.properties.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import workqueue.spec.history.History;

/**
 * A witness as a page of HTML that needs nothing else: lanes, the abstract state after each step, the broken rule. Nothing
 * that a recording says becomes markup: it is data, which the page's script inserts as text.
 */
public final class HtmlPicture {
    private static final String PAGE = Html.resource("picture.html");
    private static final String STYLE = Html.resource("page.css") + Html.resource("picture.css");
    private static final String SCRIPT = Html.resource("picture.js");

    private HtmlPicture() {}

    /**
     * Writes a page.
     *
     * @param one what became of the recording; it has a verdict
     * @param history the recording
     * @throws IOException if it cannot be written; then what was there is as it was
     */
    public static void write(Judged one, History history, Path file) throws IOException {
        String page = page(one, history, Picture.LIMIT);
        WholeFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    static String page(Judged one, History history, int limit) {
        Picture picture = Picture.of(history, one.verdict(), limit);
        return page(
                (one.word() + " " + one.rule()).strip() + ": " + one.file(),
                one.reason(),
                picture.steps().stream().map(step -> step.event().toString()).collect(Collectors.joining("\n")),
                PictureJson.of(one, history.events().size(), picture));
    }

    /** The page of a title, what to read without a script, and the data that the script draws. */
    static String page(String title, String text, String events, String json) {
        return Html.fill(
                PAGE,
                Map.of(
                        "styles", Html.hash(STYLE),
                        "scripts", Html.hash(SCRIPT),
                        "style", STYLE,
                        "script", SCRIPT,
                        "data", Html.json(json),
                        "title", Html.text(title),
                        "text", Html.text(text),
                        "events", lines(events)));
    }

    private static String lines(String text) {
        return text.lines().map(Html::text).collect(Collectors.joining("\n"));
    }
}
