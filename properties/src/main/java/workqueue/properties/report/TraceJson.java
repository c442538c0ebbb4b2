package workqueue.properties.report;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workqueue.tla.ModelResult;
import workqueue.tla.Step;

/** A counterexample of a model as JSON for the page of pictures: a lane for each action, the variables after each step. */
final class TraceJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern VARIABLE = Pattern.compile("(?m)^(?:/\\\\ )?(\\w+) = ");

    private TraceJson() {}

    static String of(ModelResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            List<Step> trace = result.trace();
            json.writeStartObject();
            text(json, "file", result.model().name());
            text(json, "verdict", result.violated() == null ? result.outcome().name() : "violates");
            text(json, "rule", result.violated() == null ? "" : result.violated());
            text(json, "sentence", result.model().description());
            text(
                    json,
                    "facts",
                    result.model().name() + " · " + trace.size() + " steps of a counterexample that TLC found.");
            text(json, "reason", result.error());
            json.writeBooleanProperty("model", true);
            json.writeNumberProperty("culprit", trace.size());
            json.writeArrayPropertyStart("start");
            json.writeEndArray();
            json.writeArrayPropertyStart("steps");
            Map<String, String> before = Map.of();
            for (int k = 0; k < trace.size(); k++) {
                Map<String, String> after = variables(trace.get(k).state());
                step(json, k + 1, trace.get(k).action(), before, after);
                before = after;
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void step(
            JsonGenerator json, int number, String label, Map<String, String> before, Map<String, String> after) {
        json.writeStartObject();
        text(json, "seq", String.valueOf(number));
        text(json, "thread", label.replaceFirst("\\(.*", "")); // the action, without what it is of
        text(json, "kind", "step");
        text(json, "op", label);
        json.writeArrayPropertyStart("now");
        after.forEach((variable, value) -> {
            if (!value.equals(before.get(variable))) {
                json.writeStartArray();
                json.writeString(Harmless.text(variable));
                json.writeString(Harmless.text(value));
                json.writeEndArray();
            }
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The values of a state as TLC prints them, by variable, each on one line. */
    static Map<String, String> variables(String state) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher next = VARIABLE.matcher(state);
        String variable = null;
        int from = 0;
        while (next.find()) {
            put(values, variable, state.substring(from, next.start()));
            variable = next.group(1);
            from = next.end();
        }
        put(values, variable, state.substring(from));
        return values;
    }

    private static void put(Map<String, String> values, String variable, String value) {
        if (variable != null) {
            values.put(variable, value.strip().replaceAll("\\s+", " "));
        }
    }

    private static void text(JsonGenerator json, String name, String value) {
        json.writeStringProperty(name, Harmless.text(value));
    }
}
