package workqueue.properties.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import workqueue.properties.cli.Recordings.Source;
import workqueue.properties.report.HtmlIndex;
import workqueue.properties.report.HtmlPicture;
import workqueue.properties.report.Judged;
import workqueue.spec.history.History;

/** Pictures of what is judged: of one recording a page, of several a folder with an index and a page for each witness. */
final class Pictures {
    private static final int LONGEST_NAME = 60;

    private final Path place;
    private final boolean folder;
    private final Map<Integer, String> pages = new ConcurrentSkipListMap<>();

    private Pictures(Path place, boolean folder) {
        this.place = place;
        this.folder = folder;
    }

    /** Pictures that go to a place, of which is said at once if they cannot. */
    static Pictures to(Path place, List<Source> sources, boolean several) {
        boolean folder = several || sources.size() > 1 || Files.isDirectory(place);
        if (folder) {
            Target.folder("--html", place);
        } else {
            Target.file("--html", place);
        }
        return new Pictures(place, folder);
    }

    /** Draws one; any thread may. */
    void draw(int number, Judged one, History history) {
        if (!folder) {
            new Target("--html", place).write(file -> HtmlPicture.write(one, history, file));
        } else if (!one.verdict().witness().isEmpty()) {
            String page = page(number, one.file());
            new Target("--html", place.resolve(page)).write(file -> HtmlPicture.write(one, history, file));
            pages.put(number, page);
        }
    }

    /** Writes the index, when all are drawn. */
    void finish(List<Judged> all) {
        if (folder) {
            new Target("--html", place.resolve("index.html")).write(file -> index(all, file));
        }
    }

    private void index(List<Judged> all, Path file) throws IOException {
        HtmlIndex.write(all, Summary.total(all), pages, file);
    }

    /** A name that is one on every file system and in every link. */
    private static String page(int number, String name) {
        String plain = Path.of(name).getFileName().toString().replaceAll("[^A-Za-z0-9]+", "-");
        String start = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return String.format(Locale.ROOT, "%05d-%s.html", number + 1, start);
    }
}
