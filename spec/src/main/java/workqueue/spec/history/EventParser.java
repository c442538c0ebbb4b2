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
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.Named;

/** Reads lines as events, naming the field that is wrong; for all lines of one file. */
final class EventParser {
    private static final List<String> FIELDS =
            List.of("seq", "t", "thread", "kind", "op", "queue", "item", "arg", "result", "items");
    private static final int SEQ = 0;
    private static final int NANOS = 1;
    private static final int THREAD = 2;
    private static final int KIND = 3;
    private static final int OP = 4;
    private static final int QUEUE = 5;
    private static final int ITEM = 6;
    private static final int ARG = 7;
    private static final int RESULT = 8;
    private static final int ITEMS = 9;

    private static final PropertyNameMatcher NAMES = HistoryReader.JSON.constructNameMatcher(
            FIELDS.stream().map(Named::fromString).toList(), false);
    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();
    private static final Pattern NAMED_ITEM = Pattern.compile("i\\d{1,18}");

    static {
        for (Kind kind : Kind.values()) {
            KINDS.put(kind.word(), kind);
        }
    }

    private final JsonParser json = HistoryReader.JSON.createNonBlockingByteArrayParser(ObjectReadContext.empty());
    private final ByteArrayFeeder feeder = (ByteArrayFeeder) json.nonBlockingInputFeeder();
    private final Lines lines;
    private final Pool pool = new Pool();

    // Of the current line: the fields that are there, as bits, those of them that are not null, and what these say.
    private int there;
    private int told;
    private final long[] numbers = new long[FIELDS.size()];
    private final String[] texts = new String[FIELDS.size()];
    private List<Long> items = List.of();

    EventParser(Lines lines) {
        this.lines = lines;
    }

    /** The event of the current line. */
    Event event() throws HistoryException {
        there = 0;
        told = 0;
        try {
            feeder.feedInput(lines.buffer(), lines.start(), lines.limit());
            if (next() != JsonToken.START_OBJECT) {
                throw HistoryException.at(lines.number(), "not a JSON object");
            }
            fields();
            if (json.nextToken() != JsonToken.NOT_AVAILABLE) {
                throw HistoryException.at(lines.number(), "more than one JSON object");
            }
        } catch (JacksonException e) {
            throw json.currentToken() == JsonToken.NOT_AVAILABLE
                    ? unfinished()
                    : HistoryException.ofJson(lines.number(), e);
        }
        return checked();
    }

    private void fields() throws HistoryException {
        int name = json.nextNameMatch(NAMES);
        while (name != PropertyNameMatcher.MATCH_END_OBJECT) {
            JsonToken token = next();
            if (name < 0) {
                json.skipChildren();
            } else {
                field(name, token);
            }
            name = json.nextNameMatch(NAMES);
        }
    }

    private JsonToken next() throws HistoryException {
        JsonToken token = json.nextToken();
        if (token == JsonToken.NOT_AVAILABLE) {
            throw unfinished();
        }
        return token;
    }

    private HistoryException unfinished() {
        return HistoryException.at(
                lines.number(), "not valid JSON: Unexpected end-of-input: the line ends within the object");
    }

    private void field(int field, JsonToken token) throws HistoryException {
        if (has(there, field)) {
            throw HistoryException.at(
                    lines.number(), "not valid JSON: Duplicate Object property \"" + FIELDS.get(field) + "\"");
        }
        there |= bit(field);
        if (token != JsonToken.VALUE_NULL) {
            told |= bit(field);
            switch (field) {
                case SEQ, NANOS, THREAD, QUEUE, ARG -> numbers[field] = number(field);
                case KIND, OP, RESULT -> texts[field] = text(field);
                case ITEM -> numbers[field] = item(field);
                default -> items = items();
            }
        }
    }

    private static int bit(int field) {
        return 1 << field;
    }

    private static boolean has(int fields, int field) {
        return (fields & bit(field)) != 0;
    }

    private long number(int field) throws HistoryException {
        if (!isNumber()) {
            throw wrong(field, "must be a whole number");
        }
        return json.getLongValue();
    }

    private boolean isNumber() {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    private String text(int field) throws HistoryException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong(field, "must be a string");
        }
        return pool.text(json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    }

    private long item(int field) throws HistoryException {
        if (isNumber()) {
            return json.getLongValue();
        }
        if (json.currentToken() == JsonToken.VALUE_STRING
                && NAMED_ITEM.matcher(json.getString()).matches()) {
            return Long.parseLong(json.getString().substring(1));
        }
        throw wrong(field, "must be a whole number, or such a number after an i");
    }

    private List<Long> items() throws HistoryException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong(ITEMS, "must be an array of items");
        }
        List<Long> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(pool.number(item(ITEMS)));
        }
        return items;
    }

    private Event checked() throws HistoryException {
        Kind kind = KINDS.get(required(KIND));
        if (kind == null) {
            throw wrong(KIND, "\"" + textOrNull(KIND) + "\" is none of " + String.join(", ", KINDS.keySet()));
        }
        if (!has(told, SEQ) || numbers[SEQ] < 0) {
            throw wrong(SEQ, "missing or negative: every event needs its place in the order");
        }
        if (!has(told, THREAD)) {
            throw wrong(THREAD, "missing");
        }
        return new Event(
                numbers[SEQ],
                has(told, NANOS) ? numbers[NANOS] : -1,
                numbers[THREAD],
                kind,
                required(OP),
                numberOrNull(QUEUE),
                numberOrNull(ITEM),
                numberOrNull(ARG),
                textOrNull(RESULT),
                has(told, ITEMS) ? items : List.of());
    }

    private Long numberOrNull(int field) {
        return has(told, field) ? pool.number(numbers[field]) : null;
    }

    private String textOrNull(int field) {
        return has(told, field) ? texts[field] : null;
    }

    private String required(int field) throws HistoryException {
        if (!has(told, field)) {
            throw wrong(field, "missing");
        }
        return texts[field];
    }

    private HistoryException wrong(int field, String problem) {
        return HistoryException.ofField(lines.number(), FIELDS.get(field), problem);
    }
}
