package workqueue.spec.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Files in memory. */
final class Bytes {
    static final String HEADER = """
            {"format":"workqueue-history/1","profile":"kmdf"}
            """;

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static History read(byte[] bytes) throws HistoryException {
        try {
            return HistoryReader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static History read(String text) throws HistoryException {
        return read(of(text));
    }

    static byte[] write(History history) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryWriter.write(history, out);
        return out.toByteArray();
    }
}
