package workqueue.properties.cli;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workqueue.spec.history.Event;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.rules.Rules;

/** Verdicts as JSON, one object on a line. */
final class Json {
    private static final JsonFactory JSON = new JsonFactory();

    private Json() {}

    /**
     * A verdict.
     *
     * @param name what the subject is called: {@code file} or {@code scenario}
     */
    static String verdict(String name, String subject, Verdict verdict) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("format", "workqueue-verdict/1");
            json.writeStringProperty(name, subject);
            json.writeStringProperty("verdict", verdict.outcome().word());
            if (verdict.rule() != null) {
                json.writeStringProperty("rule", verdict.rule());
                json.writeStringProperty(
                        "level", Rules.all().get(verdict.rule()).level().name());
            }
            json.writeStringProperty("reason", verdict.reason());
            number(json, "culprit", verdict.culprit());
            json.writeNumberProperty("configurations", verdict.configurations());
            json.writeArrayPropertyStart("witness");
            for (Event event : verdict.witness()) {
                event(json, event);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void event(JsonGenerator json, Event event) {
        json.writeStartObject();
        json.writeNumberProperty("seq", event.seq());
        json.writeNumberProperty("thread", event.thread());
        json.writeStringProperty("kind", event.kind().word());
        json.writeStringProperty("op", event.op());
        number(json, "queue", event.queue());
        number(json, "item", event.item());
        number(json, "arg", event.arg());
        if (event.result() != null) {
            json.writeStringProperty("result", event.result());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, Long value) {
        if (value != null) {
            json.writeNumberProperty(name, value);
        }
    }
}
