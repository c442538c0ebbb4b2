package workqueue.properties.cli;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workqueue.spec.history.Event;
import workqueue.spec.history.HistoryWriter;
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
            if (verdict.culprit() != null) {
                json.writeNumberProperty("culprit", verdict.culprit());
            }
            json.writeNumberProperty("configurations", verdict.configurations());
            json.writeArrayPropertyStart("witness");
            for (Event event : verdict.witness()) {
                HistoryWriter.event(json, event);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
