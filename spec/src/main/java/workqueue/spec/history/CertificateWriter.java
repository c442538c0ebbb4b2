package workqueue.spec.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import workqueue.spec.history.Certificate.Step;

/** Writes {@code workqueue-certificate/1}. */
public final class CertificateWriter {
    private CertificateWriter() {}

    /**
     * Writes a file, gzip if its name ends in {@code .gz}. It appears under its name only when it is whole.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Certificate certificate, Path file) throws IOException {
        Ndjson.write(file, out -> write(certificate, out));
    }

    /**
     * Writes to a stream, which stays open.
     *
     * @throws UncheckedIOException if it cannot be written to
     */
    public static void write(Certificate certificate, OutputStream out) {
        Ndjson.lines(out, json -> {
            header(json, certificate);
            certificate.steps().forEach(step -> step(json, step));
        });
    }

    private static void header(JsonGenerator json, Certificate certificate) {
        json.writeStartObject();
        json.writeStringProperty("format", Certificate.FORMAT);
        json.writeStringProperty("profile", certificate.profile());
        json.writeStringProperty("verdict", certificate.verdict());
        Ndjson.text(json, "rule", certificate.rule());
        json.writeBooleanProperty("strict", certificate.strict());
        json.writeNumberProperty("events", certificate.events());
        Ndjson.numbers(json, "items", certificate.items());
        json.writeNumberProperty("steps", certificate.steps().size());
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        Ndjson.number(json, "part", step.part() == 0 ? null : step.part());
        Ndjson.number(json, "event", step.event());
        Ndjson.number(json, "call", step.call());
        Ndjson.text(json, "action", step.action());
        json.writeEndObject();
    }
}
