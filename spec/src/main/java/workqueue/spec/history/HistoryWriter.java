package workqueue.spec.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes {@code workqueue-history/1}. */
public final class HistoryWriter {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private HistoryWriter() {}

    /**
     * Writes a file, gzip if its name ends in {@code .gz}. It appears under its name only when it is whole.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(History history, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            try (OutputStream out = file.toString().endsWith(".gz")
                    ? new GZIPOutputStream(Files.newOutputStream(part))
                    : Files.newOutputStream(part)) {
                write(history, out);
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
     * Writes to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     */
    public static void write(History history, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Uncloseable(out))) {
            header(
                    json,
                    history.header()
                            .with(history.header().end(), history.events().size()));
            for (Event event : history.events()) {
                event(json, event);
            }
            json.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    private static void header(JsonGenerator json, Header header) {
        json.writeStartObject();
        json.writeStringProperty("format", Header.FORMAT);
        json.writeStringProperty("profile", header.profile());
        json.writeStringProperty("implementation", header.implementation());
        json.writeStringProperty("scenario", header.scenario());
        number(json, "threads", header.threads() < 0 ? null : header.threads());
        json.writeStringProperty("end", header.end());
        json.writeNumberProperty("events", header.events());
        if (!header.parameters().isEmpty()) {
            json.writeName("parameters");
            object(json, header.parameters());
        }
        json.writeEndObject();
    }

    private static void event(JsonGenerator json, Event event) {
        json.writeStartObject();
        json.writeNumberProperty("seq", event.seq());
        number(json, "t", event.nanos() < 0 ? null : event.nanos());
        json.writeNumberProperty("thread", event.thread());
        json.writeStringProperty("kind", event.kind().word());
        json.writeStringProperty("op", event.op());
        number(json, "queue", event.queue());
        number(json, "item", event.item());
        number(json, "arg", event.arg());
        if (event.result() != null) {
            json.writeStringProperty("result", event.result());
        }
        if (!event.items().isEmpty()) {
            json.writeName("items");
            json.writeStartArray();
            event.items().forEach(json::writeNumber);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((name, value) -> {
            json.writeName((String) name);
            if (value instanceof Map<?, ?> inner) {
                object(json, inner);
            } else if (value instanceof Long number) {
                json.writeNumber(number);
            } else if (value instanceof Boolean flag) {
                json.writeBoolean(flag);
            } else {
                json.writeString(value.toString());
            }
        });
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Long value) {
        if (value != null) {
            json.writeNumberProperty(name, value);
        }
    }

    /** Jackson closes what it writes to; the stream is the caller's. */
    private static final class Uncloseable extends java.io.FilterOutputStream {
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
