package workqueue.spec.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** The fields of a line, as a tree; for headers and certificates. Of a field that is wrong the errors give the name. */
final class Fields {
    private static final JsonFactory JSON = HistoryReader.JSON
            .rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Lines lines;
    private final Map<String, Object> fields;

    /** Reads the current line. */
    Fields(Lines lines) throws HistoryException {
        this.lines = lines;
        this.fields = object(lines);
    }

    String text(String name) throws HistoryException {
        String value = text(name, null);
        if (value == null) {
            throw wrong(name, "missing");
        }
        return value;
    }

    /** The text of a field, or what stands for one that is absent. */
    String text(String name, String absent) throws HistoryException {
        Object value = fields.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name, "must be a string");
    }

    /** The number of a field, or what stands for one that is absent. */
    Long number(String name, Long absent) throws HistoryException {
        Object value = fields.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw wrong(name, "must be a whole number");
    }

    /** A number that is not negative; -1 if it is absent. */
    long count(String name) throws HistoryException {
        Long value = number(name, null);
        if (value != null && value < 0) {
            throw wrong(name, "must not be negative");
        }
        return value == null ? -1 : value;
    }

    /** A flag, false if it is absent. */
    boolean flag(String name) throws HistoryException {
        Object value = fields.getOrDefault(name, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "must be true or false");
    }

    /** The whole numbers of an array, which may be absent. */
    List<Long> numbers(String name) throws HistoryException {
        List<Long> numbers = new ArrayList<>();
        if (fields.getOrDefault(name, List.of()) instanceof List<?> list) {
            for (Object element : list) {
                if (!(element instanceof Long number)) {
                    throw wrong(name, "must be an array of whole numbers");
                }
                numbers.add(number);
            }
            return numbers;
        }
        throw wrong(name, "must be an array of whole numbers");
    }

    @SuppressWarnings("unchecked") // object() makes nothing else
    Map<String, Object> map(String name) throws HistoryException {
        Object value = fields.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw wrong(name, "must be an object");
    }

    HistoryException wrong(String field, String problem) {
        return HistoryException.ofField(lines.number(), field, problem);
    }

    private static Map<String, Object> object(Lines lines) throws HistoryException {
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), lines.buffer(), lines.start(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw HistoryException.at(lines.number(), "not a JSON object");
            }
            Map<String, Object> fields = object(parser);
            if (parser.nextToken() != null) {
                throw HistoryException.at(lines.number(), "more than one JSON object");
            }
            return fields;
        } catch (JacksonException e) {
            throw HistoryException.ofJson(lines.number(), e);
        }
    }

    /** Reads fields; one that is null is as if it was not there. */
    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser);
            if (value != null) {
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
            case START_OBJECT -> object(parser);
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
