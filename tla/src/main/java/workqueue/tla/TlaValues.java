package workqueue.tla;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads values as TLC prints them, and makes plain immutable values of them.
 *
 * <table>
 * <caption>What becomes of what</caption>
 * <tr><td>{@code 1}, {@code -1}</td><td>{@link Long}</td></tr>
 * <tr><td>{@code TRUE}</td><td>{@link Boolean}</td></tr>
 * <tr><td>{@code "a"}, and the model value {@code a}</td><td>{@link String}</td></tr>
 * <tr><td>{@code <<1, 2>>}, and a function on {@code 1..n}, also the empty one</td><td>{@link List}</td></tr>
 * <tr><td>{@code {1, 2}}, {@code 1..2}</td><td>{@link Set}</td></tr>
 * <tr><td>{@code [a |-> 1]}, {@code (i :> 1 @@ j :> 2)}</td><td>{@link Map}</td></tr>
 * </table>
 *
 * <p>Equal values of TLA+ become equal values of Java, sets and functions regardless of order. Sets and maps keep the
 * order in which TLC prints them.
 */
public final class TlaValues {
    private final String text;
    private int at;

    private TlaValues(String text) {
        this.text = text;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is not a value
     */
    public static Object parse(String text) {
        TlaValues parser = new TlaValues(text);
        Object value = parser.value();
        parser.end();
        return value;
    }

    /**
     * Reads a state: {@code /\ variable = value} for each variable, or {@code variable = value} if there is only one.
     *
     * @return the values by variable, in the order of the text
     * @throws IllegalArgumentException if the text is not a state
     */
    public static Map<String, Object> parseState(String text) {
        TlaValues parser = new TlaValues(text);
        Map<String, Object> state = new LinkedHashMap<>();
        do {
            parser.skip("/\\");
            String variable = parser.name();
            parser.expect("=");
            state.put(variable, parser.value());
        } while (parser.peeks("/\\"));
        parser.end();
        return Collections.unmodifiableMap(state);
    }

    private Object value() {
        if (skip("<<")) {
            return list();
        } else if (skip("{")) {
            return set();
        } else if (skip("[")) {
            return record();
        } else if (skip("(")) {
            return function();
        } else if (skip("\"")) {
            return string();
        } else if (peeks("-") || (at < text.length() && Character.isDigit(text.charAt(at)))) {
            return numberOrInterval();
        }
        String name = name();
        return switch (name) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> name;
        };
    }

    private List<Object> list() {
        List<Object> elements = new ArrayList<>();
        if (!skip(">>")) {
            do {
                elements.add(value());
            } while (skip(","));
            expect(">>");
        }
        return Collections.unmodifiableList(elements);
    }

    private Set<Object> set() {
        Set<Object> elements = new LinkedHashSet<>();
        if (!skip("}")) {
            do {
                elements.add(value());
            } while (skip(","));
            expect("}");
        }
        return Collections.unmodifiableSet(elements);
    }

    private Map<Object, Object> record() {
        Map<Object, Object> fields = new LinkedHashMap<>();
        do {
            String field = name();
            expect("|->");
            fields.put(field, value());
        } while (skip(","));
        expect("]");
        return Collections.unmodifiableMap(fields);
    }

    private Map<Object, Object> function() {
        Map<Object, Object> mappings = new LinkedHashMap<>();
        do {
            Object argument = value();
            expect(":>");
            mappings.put(argument, value());
        } while (skip("@@"));
        expect(")");
        return Collections.unmodifiableMap(mappings);
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            string.append(at < text.length() ? text.charAt(at) : "");
            at++;
        }
        expect("\"");
        return string.toString();
    }

    private Object numberOrInterval() {
        long first = number();
        if (!skip("..")) {
            return first;
        }
        Set<Object> elements = new LinkedHashSet<>();
        long last = number();
        for (long element = first; element <= last; element++) {
            elements.add(element);
        }
        return Collections.unmodifiableSet(elements);
    }

    private long number() {
        boolean negative = skip("-");
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw error("a number");
        }
        long number = Long.parseLong(text, start, at, 10);
        return negative ? -number : number;
    }

    private String name() {
        skipSpace();
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (at == start) {
            throw error("a name");
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean peeks(String token) {
        skipSpace();
        return text.startsWith(token, at);
    }

    private boolean skip(String token) {
        boolean found = peeks(token);
        if (found) {
            at += token.length();
        }
        return found;
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw error(token);
        }
    }

    private void end() {
        skipSpace();
        if (at < text.length()) {
            throw error("the end");
        }
    }

    private IllegalArgumentException error(String expected) {
        return new IllegalArgumentException("expected " + expected + " at offset " + at + " of: " + text);
    }
}
