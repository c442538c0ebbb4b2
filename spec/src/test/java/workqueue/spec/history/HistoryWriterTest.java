package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read. */
class HistoryWriterTest {
    private static final History SOME = new History(
            new Header("kmdf", "it", "a \"b\" \u00e9", 2, "cut", 9, Map.of("workers", 1L)),
            List.of(
                    new Event(0, 5, 1, Kind.INVOKE, "enqueue", null, 1L, null, null),
                    new Event(2, -1, 1, Kind.RETURN, "enqueue", 3L, 1L, 4L, "0x00000000")));

    @Test
    void everyFieldIsWrittenAndNothingElse() {
        assertEquals("""
                {"format":"workqueue-history/1","profile":"kmdf","implementation":"it","scenario":"a \\"b\\" \u00e9",\
                "threads":2,"end":"cut","events":2,"parameters":{"workers":1}}
                {"seq":0,"t":5,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":2,"thread":1,"kind":"return","op":"enqueue","queue":3,"item":1,"arg":4,"result":"0x00000000"}
                """, new String(Bytes.write(SOME), StandardCharsets.UTF_8));
    }

    @Test
    void plainAndZippedFilesComeBack(@TempDir Path folder) throws IOException, HistoryException {
        for (String name : List.of("a.ndjson", "a.ndjson.gz")) {
            Path file = folder.resolve(name);
            HistoryWriter.write(SOME, file);
            History again = HistoryReader.read(file);
            assertEquals(SOME.events(), again.events());
            assertEquals(SOME.header().with("cut", 2), again.header());
            assertEquals(name.endsWith(".gz"), Files.readAllBytes(file)[0] == 0x1f);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing is left over");
        }
    }

    @Test
    void aFileIsForTheEyesOfThoseWhoSeeAnyFile(@TempDir Path folder) throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = folder.resolve("a.ndjson");
        HistoryWriter.write(SOME, file);
        Path any = Files.createFile(folder.resolve("any"));
        assertEquals(Files.getPosixFilePermissions(any), Files.getPosixFilePermissions(file));
    }

    @Test
    void anOldFileIsReplaced(@TempDir Path folder) throws IOException, HistoryException {
        Path file = Files.writeString(folder.resolve("a.ndjson"), "something else entirely, and longer\n".repeat(100));
        HistoryWriter.write(SOME, file);
        assertEquals(SOME.events(), HistoryReader.read(file).events());
    }

    @Test
    void noFileAppearsWhereItCannotBeWritten(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("a.ndjson");
        assertThrows(NoSuchFileException.class, () -> HistoryWriter.write(SOME, file));
        assertFalse(Files.exists(file));
    }

    @Test
    void aStreamThatFailsIsToldOf() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int some) throws IOException {
                throw new IOException("disk full");
            }
        };
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> HistoryWriter.write(SOME, full));
        assertEquals("disk full", failure.getCause().getMessage());
    }

    @Test
    void aStreamStaysOpen() throws IOException {
        boolean[] closed = {false};
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        HistoryWriter.write(SOME, out);
        assertFalse(closed[0]);
    }
}
