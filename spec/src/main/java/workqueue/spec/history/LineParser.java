package workqueue.spec.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of a file as the header or as an event, naming the field that is wrong. */
final class LineParser {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(1 << 16)
                    .maxNameLength(256)
                    .maxNumberLength(32)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();
    private static final Pattern NAMED_ITEM = Pattern.compile("i\\d{1,18}");

    static {
        for (Kind kind : Kind.values()) {
            KINDS.put(kind.word(), kind);
        }
    }

    private final Lines lines;
    private final Map<String, Object> fields;

    LineParser(Lines lines) throws HistoryException {
        this.lines = lines;
        this.fields = object(lines);
    }

    Header header() throws HistoryException {
        String format = text("format", null);
        if (format == null) {
            throw wrong("format", "missing: this is not the header of a history, \"" + Header.FORMAT + "\"");
        }
        if (!format.equals(Header.FORMAT)) {
            throw wrong("format", "\"" + format + "\" is not \"" + Header.FORMAT + "\", the one that is known");
        }
        return new Header(
                text("profile"),
                text("implementation", "unknown"),
                text("scenario", ""),
                count("threads"),
                text("end", "ok"),
                count("events"),
                parameters());
    }

    /** The header of a certificate, without its steps. */
    Certificate certificate() throws HistoryException {
        String format = text("format", "none");
        if (!format.equals(Certificate.FORMAT)) {
            throw wrong("format", "\"" + format + "\" is not \"" + Certificate.FORMAT + "\", the one that is known");
        }
        for (String name : List.of("events", "steps")) {
            if (count(name) < 0) {
                throw wrong(name, "missing");
            }
        }
        return new Certificate(
                text("profile"),
                text("verdict"),
                text("rule", null),
                Boolean.TRUE.equals(fields.get("strict")),
                count("events"),
                items(),
                List.of());
    }

    /** How many steps the header of a certificate announces. */
    long steps() throws HistoryException {
        return count("steps");
    }

    Certificate.Step step() throws HistoryException {
        Long event = number("event", null);
        Long call = number("call", null);
        if (event != null && call != null) {
            throw wrong("call", "a step is either an event or the effect of a call");
        }
        return new Certificate.Step(number("part", 0L), event, call, text("action", null));
    }

    Event event() throws HistoryException {
        Kind kind = KINDS.get(text("kind"));
        if (kind == null) {
            throw wrong("kind", "\"" + text("kind") + "\" is none of " + String.join(", ", KINDS.keySet()));
        }
        Long seq = number("seq", null);
        if (seq == null || seq < 0) {
            throw wrong("seq", "missing or negative: every event needs its place in the order");
        }
        Long thread = number("thread", null);
        if (thread == null) {
            throw wrong("thread", "missing");
        }
        return new Event(
                seq,
                number("t", -1L),
                thread,
                kind,
                text("op"),
                number("queue", null),
                fields.get("item") == null ? null : item("item", fields.get("item")),
                number("arg", null),
                text("result", null),
                items());
    }

    private List<Long> items() throws HistoryException {
        Object value = fields.get("items");
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong("items", "must be an array of items");
        }
        List<Long> items = new ArrayList<>();
        for (Object element : list) {
            items.add(item("items", element));
        }
        return items;
    }

    private Long item(String field, Object value) throws HistoryException {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof String name && NAMED_ITEM.matcher(name).matches()) {
            return Long.valueOf(name.substring(1));
        }
        throw wrong(field, "must be a whole number, or such a number after an i");
    }

    private String text(String name) throws HistoryException {
        String value = text(name, null);
        if (value == null) {
            throw wrong(name, "missing");
        }
        return value;
    }

    private String text(String name, String absent) throws HistoryException {
        Object value = fields.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name, "must be a string");
    }

    private Long number(String name, Long absent) throws HistoryException {
        Object value = fields.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw wrong(name, "must be a whole number");
    }

    private long count(String name) throws HistoryException {
        Long value = number(name, null);
        if (value != null && value < 0) {
            throw wrong(name, "must not be negative");
        }
        return value == null ? -1 : value;
    }

    @SuppressWarnings("unchecked") // object() makes nothing else
    private Map<String, Object> parameters() throws HistoryException {
        Object value = fields.get("parameters");
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw wrong("parameters", "must be an object");
    }

    private HistoryException wrong(String field, String problem) {
        return HistoryException.at(lines.number(), "field " + field + ": " + problem);
    }

    private static Map<String, Object> object(Lines lines) throws HistoryException {
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), lines.buffer(), lines.start(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw HistoryException.at(lines.number(), "not a JSON object");
            }
            Map<String, Object> fields = object(parser, true);
            if (parser.nextToken() != null) {
                throw HistoryException.at(lines.number(), "more than one JSON object");
            }
            return fields;
        } catch (JacksonException e) {
            String message =
                    e.getOriginalMessage().lines().findFirst().orElse("").strip();
            throw HistoryException.at(lines.number(), "not valid JSON: " + message);
        }
    }

    /** Reads fields; those of inner objects that are arrays mean nothing here and are left out. */
    private static Map<String, Object> object(JsonParser parser, boolean outermost) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value != null && (outermost || !(value instanceof List))) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getString() // too large for any field that wants a number, which then says so
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_OBJECT -> object(parser, false);
            case START_ARRAY -> array(parser);
            default -> null;
        };
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }
}
