package workqueue.properties.report;

import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import workqueue.spec.history.Event;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/** A picture as JSON. */
final class PictureJson {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    private PictureJson(JsonGenerator json) {
        this.json = json;
    }

    static String of(Judged one, int recorded, Picture picture) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new PictureJson(json).write(one, recorded, picture);
        }
        return text.toString();
    }

    private void write(Judged one, int recorded, Picture picture) {
        json.writeStartObject();
        text("file", one.file());
        text("profile", one.header().profile());
        text("implementation", one.header().implementation());
        text("scenario", one.header().scenario());
        text("end", one.header().end());
        text("verdict", one.word());
        text("reason", one.verdict().reason());
        rule(one.verdict());
        json.writeNumberProperty("first", picture.first());
        json.writeNumberProperty("all", picture.all());
        json.writeNumberProperty("recorded", recorded);
        json.writeBooleanProperty("witness", !one.verdict().witness().isEmpty());
        json.writeNumberProperty("culprit", picture.culprit());
        states("start", picture.start());
        json.writeArrayPropertyStart("steps");
        picture.steps().forEach(this::step);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(Verdict verdict) {
        if (verdict.rule() != null) {
            Rule rule = Rules.all().get(verdict.rule());
            text("rule", rule.id());
            text("level", rule.level().name().replace('_', '-'));
            text("sentence", rule.sentence());
            text("why", rule.why());
        }
    }

    private void step(Step step) {
        Event event = step.event();
        json.writeStartObject();
        number("seq", event.seq());
        number("thread", event.thread());
        text("kind", event.kind().word());
        text("op", event.op());
        number("item", event.item());
        number("queue", event.queue());
        number("arg", event.arg());
        if (event.result() != null) {
            text("result", event.result());
        }
        if (!event.items().isEmpty()) {
            text("items", event.items().toString());
        }
        if (step.opener() > 0) {
            json.writeNumberProperty("opener", step.opener());
        }
        states("now", step.now());
        json.writeEndObject();
    }

    private void states(String name, Map<Thing, State> states) {
        json.writeArrayPropertyStart(name);
        states.forEach((thing, state) -> {
            json.writeStartArray();
            json.writeString(thing.label());
            json.writeNumber(state.pending());
            json.writeNumber(state.owed());
            json.writeNumber(state.running());
            json.writeString(state.phase());
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, Harmless.text(value));
    }

    /** As text: a script's numbers are not exact beyond 2 to the 53rd. */
    private void number(String name, Long value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }
}
