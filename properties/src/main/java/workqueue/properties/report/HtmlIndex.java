package workqueue.properties.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page of all verdicts that leads to the pictures. It has no script. */
public final class HtmlIndex {
    private static final String PAGE = Html.resource("index.html");
    private static final String STYLE = Html.resource("page.css");

    private HtmlIndex() {}

    /**
     * Writes the page.
     *
     * @param total what the verdicts come to together, in words
     * @param pages the names of the pictures that lie beside it, by the number of the recording
     * @throws IOException if it cannot be written; then what was there is as it was
     */
    public static void write(List<Judged> all, String total, Map<Integer, String> pages, Path file) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < all.size(); number++) {
            rows.append(row(all.get(number), pages.get(number)));
        }
        String page = Html.fill(
                PAGE,
                Map.of("styles", Html.hash(STYLE), "style", STYLE, "total", Html.text(total), "rows", rows.toString()));
        WholeFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(Judged one, String page) {
        String name = Html.text(one.file());
        String link = page == null ? name : "<a href=\"" + Html.text(page) + "\">" + name + "</a>";
        String verdict = one.word().endsWith("violates") ? "<span class=\"bad\">" + one.word() + "</span>" : one.word();
        String implementation = one.header() == null ? "" : one.header().implementation();
        return List.of(link, verdict, Html.text(one.rule()), Html.text(implementation), Html.text(one.reason()))
                .stream()
                .collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>\n"));
    }
}
