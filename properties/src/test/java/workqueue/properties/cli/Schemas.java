package workqueue.properties.cli;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import workqueue.spec.history.History;

/** The schemas as they are shipped. */
final class Schemas {
    static final String HEADER = "urn:workqueue:history:1#/$defs/header";
    static final String EVENT = "urn:workqueue:history:1#/$defs/event";
    static final String LINE = "urn:workqueue:history:1";
    static final String CERTIFICATE_HEADER = "urn:workqueue:certificate:1#/$defs/header";
    static final String CERTIFICATE_STEP = "urn:workqueue:certificate:1#/$defs/step";
    static final String CERTIFICATE = "urn:workqueue:certificate:1";
    static final String VERDICT = "urn:workqueue:verdict:1";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    Map.of(LINE, text("history-1"), VERDICT, text("verdict-1"), CERTIFICATE, text("certificate-1"))));

    private Schemas() {}

    /** What a schema has against a text; nothing if it is valid. */
    static List<Error> errors(String schema, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(schema)).validate(json, InputFormat.JSON);
    }

    static String text(String name) {
        try (InputStream in = History.class.getResourceAsStream("/workqueue/spec/schemas/" + name + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
