package workqueue.properties.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** A report that fails half way leaves the one before it as it was. */
class WholeFileTest {
    @TempDir
    private Path folder;

    /** A way to write a file. */
    private interface Writer {
        void write(Path file, WholeFile.Content content) throws IOException;
    }

    private void assertOldStays(Writer writer) throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "old");
        assertThrows(
                IOException.class,
                () -> writer.write(file, out -> {
                    out.write("ne".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    throw new IOException("full");
                }));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList(), "nothing is left behind");
        }
    }

    @Test
    void oldStaysWhenTheNewFails() throws IOException {
        assertOldStays(WholeFile::write);
    }

    @Test
    void writingInPlaceWouldBeNoticed() {
        assertThrows(
                AssertionFailedError.class,
                () -> assertOldStays((file, content) -> {
                    try (OutputStream out = Files.newOutputStream(file)) {
                        content.writeTo(out);
                    }
                }));
    }

    @Test
    void newIsInPlaceOfTheOld() throws IOException {
        Path file = Files.writeString(folder.resolve("report"), "old and longer");
        WholeFile.write(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertEquals("new", Files.readString(file));
    }
}
