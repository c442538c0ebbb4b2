package workqueue.spec.history;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON objects, one a line. */
final class Ndjson {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private Ndjson() {}

    /**
     * Writes a file, gzip if its name ends in {@code .gz}. It appears under its name only when it is whole.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Path file, Consumer<OutputStream> content) throws IOException {
        // Not a temporary file: those are for their owner's eyes only.
        Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try (OutputStream plain = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);
                    OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
                content.accept(out);
            }
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Writes lines to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     */
    static void lines(OutputStream out, Consumer<JsonGenerator> lines) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Uncloseable(out))) {
            lines.accept(json);
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    /** Writes a field unless it has no value. */
    static void number(JsonGenerator json, String name, Long value) {
        if (value != null) {
            json.writeNumberProperty(name, value);
        }
    }

    /** Writes a field unless it has no value. */
    static void text(JsonGenerator json, String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    /** Writes a field unless the list is empty. */
    static void numbers(JsonGenerator json, String name, Iterable<Long> values) {
        if (values.iterator().hasNext()) {
            json.writeName(name);
            json.writeStartArray();
            values.forEach(json::writeNumber);
            json.writeEndArray();
        }
    }

    /** Jackson closes what it writes to; the stream is the caller's. */
    private static final class Uncloseable extends FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
