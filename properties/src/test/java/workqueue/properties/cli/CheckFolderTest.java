package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wq check} of a folder: what is judged, in which order, and what it comes to. */
class CheckFolderTest {
    private static final String GOOD = "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}\n";
    private static final String BROKEN = GOOD
            + "{\"seq\":4,\"thread\":1,\"kind\":\"begin\",\"op\":\"run\",\"item\":7}\n"
            + "{\"seq\":5,\"thread\":1,\"kind\":\"end\",\"op\":\"run\",\"item\":7}\n";
    private static final String SPENT = GOOD.replace("kmdf", "mf")
            + "{\"seq\":0,\"thread\":1,\"kind\":\"invoke\",\"op\":\"startup\"}\n"
            + "{\"seq\":1,\"thread\":1,\"kind\":\"return\",\"op\":\"startup\",\"result\":\"0x00000000\"}\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "check";
        System.arraycopy(args, 0, all, 1, args.length);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> rows() {
        return out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }

    @Test
    void everyFileIsARowInTheOrderOfTheNames() throws IOException {
        file("b.ndjson", BROKEN);
        file("a.ndjson", GOOD);
        file("sub/c.ndjson", GOOD);
        file("README.md", "no recording");
        assertEquals(Exit.VIOLATION, check(folder.toString()));
        assertEquals(
                List.of(
                        "file verdict rule",
                        folder + "/a.ndjson conforms",
                        folder + "/b.ndjson implementation-violates R1",
                        folder + "/sub/c.ndjson conforms",
                        "3 recordings: 2 conforms; 1 implementation-violates (R1 1)"),
                rows());
        assertEquals("", err.toString(), "no progress in a pipe");
    }

    @Test
    void fileThatCannotBeReadDoesNotStopTheRest() throws IOException {
        file("a.ndjson", "");
        file("b.ndjson", BROKEN);
        Files.createSymbolicLink(folder.resolve("c.ndjson"), folder.resolve("nowhere"));
        assertEquals(Exit.USAGE, check(folder.toString()));
        assertTrue(err.toString().contains("a.ndjson: the file is empty"), err.toString());
        assertTrue(err.toString().contains("c.ndjson: cannot be read: no such file"), err.toString());
        assertTrue(rows().contains(folder + "/a.ndjson not-judged"), out.toString());
        assertTrue(rows().contains(folder + "/b.ndjson implementation-violates R1"), out.toString());
    }

    @Test
    void folderWithoutRecordingsIsNotWell() throws IOException {
        file("a.txt", BROKEN);
        assertEquals(Exit.USAGE, check(folder.toString()));
        assertTrue(err.toString().contains("no file below it is called *.ndjson or *.ndjson.gz"), err.toString());
    }

    @Test
    void exitCodeIsThatOfTheWorst() throws IOException {
        file("a.ndjson", GOOD);
        assertEquals(Exit.CONFORMS, check("--budget", "3", folder.toString()));
        file("b.ndjson", SPENT);
        assertEquals(Exit.INCONCLUSIVE, check("--budget", "3", folder.toString()));
        file("c.ndjson", BROKEN);
        assertEquals(Exit.VIOLATION, check("--budget", "3", folder.toString()));
        file("d.ndjson", "nothing");
        assertEquals(Exit.USAGE, check("--budget", "3", folder.toString()));
    }

    @Test
    void folderThatIsALinkIsLookedInto() throws IOException {
        file("real/a.ndjson", GOOD);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        assertEquals(Exit.CONFORMS, check(link.toString()));
        assertTrue(rows().contains(link + "/a.ndjson conforms"), out.toString());
    }

    @Test
    void jsonHasNoTable() throws IOException {
        file("a.ndjson", GOOD);
        file("b.ndjson", BROKEN);
        assertEquals(Exit.VIOLATION, check("--json", folder.toString()));
        assertEquals(2, out.toString().lines().count());
        assertFalse(out.toString().contains("recordings"), out.toString());
    }

    @Test
    void nameOfAFileDoesNotReachTheTerminalAsItIs() throws IOException {
        file("\u001b[2J.ndjson", GOOD);
        assertEquals(Exit.CONFORMS, check(folder.toString()));
        assertFalse(out.toString().contains("\u001b"), out.toString());
    }

    @Test
    void junitReportTellsOfAllFiles() throws IOException {
        file("in/a.ndjson", BROKEN);
        file("in/b.ndjson", "");
        Path report = folder.resolve("new/folder/report.xml");
        assertEquals(Exit.USAGE, check(folder.resolve("in").toString(), "--junit", report.toString()));
        String xml = Files.readString(report);
        assertTrue(xml.contains("implementation-violates R1") && xml.contains("not-judged"), xml);
    }

    @Test
    void reportThatCannotBeWrittenIsToldBeforeTheWork() throws IOException {
        file("a.ndjson", GOOD);
        assertEquals(Exit.USAGE, check(folder.toString(), "--junit", folder.toString()));
        assertTrue(err.toString().contains("is a folder; name a file"), err.toString());
        assertEquals(Exit.USAGE, check(folder.toString(), "--junit", folder + "/a.ndjson/report.xml"));
        assertTrue(err.toString().contains("the folder cannot be made"), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void indexLeadsToThePagesOfTheViolations() throws IOException {
        file("in/a.ndjson", GOOD);
        file("in/<b> &.ndjson", BROKEN);
        file("in/c.ndjson", "");
        Path pages = folder.resolve("new/pages");
        assertEquals(Exit.USAGE, check(folder.resolve("in").toString(), "--html", pages.toString()));
        String index = Files.readString(pages.resolve("index.html"));
        assertTrue(
                index.contains("<a href=\"00001--b-ndjson.html\">" + folder + "/in/&lt;b&gt; &amp;.ndjson</a>"), index);
        assertTrue(index.contains("not-judged") && index.contains("the file is empty"), index);
        assertTrue(Files.readString(pages.resolve("00001--b-ndjson.html")).contains("cannot have happened"));
        try (Stream<Path> all = Files.list(pages)) {
            assertEquals(2, all.count());
        }
    }

    @Test
    void pictureOfOneRecordingIsOnePage() throws IOException {
        file("a.ndjson", BROKEN);
        Path page = folder.resolve("picture.html");
        assertEquals(Exit.VIOLATION, check(folder + "/a.ndjson", "--html", page.toString()));
        assertTrue(Files.readString(page).contains("implementation-violates R1"));
        assertEquals(Exit.USAGE, check(folder.toString(), "--html", page.toString()));
        assertTrue(err.toString().contains("is a file; name a folder"), err.toString());
    }

    @Test
    void nameThatCannotBeOneIsToldAndStopsNothing() throws IOException {
        file("a.ndjson", GOOD);
        assertEquals(Exit.USAGE, check("a\0b", folder + "/a.ndjson"));
        assertTrue(err.toString().contains("a\\u0000b: no name of a file"), err.toString());
        assertTrue(out.toString().contains("a.ndjson: conforms"), out.toString());
    }

    @Test
    void progressIsShownOnATerminalAndWipedInTheEnd() throws IOException {
        file("a.ndjson", GOOD);
        file("b.ndjson", GOOD);
        System.setProperty("wq.terminal", "true");
        try {
            assertEquals(Exit.CONFORMS, check(folder.toString()));
        } finally {
            System.clearProperty("wq.terminal");
        }
        assertTrue(err.toString().startsWith("\r1 of 2: " + folder), err.toString());
        assertTrue(err.toString().endsWith(" \r"), err.toString());
    }
}
