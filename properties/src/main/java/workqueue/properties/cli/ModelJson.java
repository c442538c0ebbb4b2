package workqueue.properties.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workqueue.tla.Model;
import workqueue.tla.ModelResult;
import workqueue.tla.Step;

/** Models, and what TLC found of them, as JSON, one object on a line. */
final class ModelJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ModelJson() {}

    /** A row of the manifest. */
    static String of(Model model) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            model(json, model);
            json.writeStringProperty("module", model.module());
            json.writeStringProperty("cfg", model.cfg());
            json.writeStringProperty("tier", word(model.tier()));
            strings(json, "rules", model.rules());
            json.writeStringProperty("description", model.description());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** What TLC found; the counterexample only if it is wanted. */
    static String of(ModelResult result, boolean withTrace) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            model(json, result.model());
            json.writeStringProperty("result", word(result.outcome()));
            if (result.violated() != null) {
                json.writeStringProperty("violated", result.violated());
            }
            json.writeNumberProperty("distinct", result.distinct());
            json.writeNumberProperty("generated", result.generated());
            json.writeNumberProperty("depth", result.depth());
            json.writeNumberProperty("milliseconds", result.duration().toMillis());
            strings(json, "deviations", result.deviations());
            if (withTrace) {
                json.writeArrayPropertyStart("trace");
                for (Step step : result.trace()) {
                    json.writeStartObject();
                    json.writeStringProperty("action", step.action());
                    json.writeStringProperty("state", step.state());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void model(JsonGenerator json, Model model) {
        json.writeStringProperty("format", "workqueue-model/1");
        json.writeStringProperty("model", model.name());
        json.writeStringProperty("kind", word(model.kind()));
    }

    private static void strings(JsonGenerator json, String name, List<String> strings) {
        json.writeArrayPropertyStart(name);
        strings.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
