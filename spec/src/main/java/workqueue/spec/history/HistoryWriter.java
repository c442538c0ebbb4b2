package workqueue.spec.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes {@code workqueue-history/1}. */
public final class HistoryWriter {
    private HistoryWriter() {}

    /**
     * Writes a file, gzip if its name ends in {@code .gz}. It appears under its name only when it is whole.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(History history, Path file) throws IOException {
        Ndjson.write(file, out -> write(history, out));
    }

    /**
     * Writes to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     */
    public static void write(History history, OutputStream out) {
        Ndjson.lines(out, json -> {
            header(
                    json,
                    history.header()
                            .with(history.header().end(), history.events().size()));
            for (Event event : history.events()) {
                event(json, event);
            }
        });
    }

    private static void header(JsonGenerator json, Header header) {
        json.writeStartObject();
        json.writeStringProperty("format", Header.FORMAT);
        json.writeStringProperty("profile", header.profile());
        json.writeStringProperty("implementation", header.implementation());
        json.writeStringProperty("scenario", header.scenario());
        Ndjson.number(json, "threads", header.threads() < 0 ? null : header.threads());
        json.writeStringProperty("end", header.end());
        json.writeNumberProperty("events", header.events());
        if (!header.parameters().isEmpty()) {
            json.writeName("parameters");
            object(json, header.parameters());
        }
        json.writeEndObject();
    }

    /** Writes an event as the object that is its line in a file. */
    public static void event(JsonGenerator json, Event event) {
        json.writeStartObject();
        json.writeNumberProperty("seq", event.seq());
        Ndjson.number(json, "t", event.nanos() < 0 ? null : event.nanos());
        json.writeNumberProperty("thread", event.thread());
        json.writeStringProperty("kind", event.kind().word());
        json.writeStringProperty("op", event.op());
        Ndjson.number(json, "queue", event.queue());
        Ndjson.number(json, "item", event.item());
        Ndjson.number(json, "arg", event.arg());
        Ndjson.text(json, "result", event.result());
        Ndjson.numbers(json, "items", event.items());
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((name, value) -> {
            json.writeName((String) name);
            value(json, value);
        });
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            object(json, map);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> value(json, element));
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString((String) value);
        }
    }
}
