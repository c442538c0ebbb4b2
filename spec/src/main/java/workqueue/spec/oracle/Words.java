package workqueue.spec.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * The words of a profile: what its histories may say.
 *
 * @param operations the operations that its rules cover, with the fields that each needs
 * @param notCovered operations that the family has and the rules do not cover
 * @param answers whether every call returns a status
 * @param names the operations that tell a queue when they succeed
 * @param run the fields that a run needs; none if the histories have no runs, as a call tells which item it hands out
 * @param parameters the header's parameters that its rules depend on, with what each is
 * @param outcomes the operations that answer with a word and not with a status: their words, with the fields that the
 *     return then needs
 */
record Words(
        Map<String, List<String>> operations,
        Set<String> notCovered,
        boolean answers,
        Set<String> names,
        List<String> run,
        Map<String, Parameter> parameters,
        Map<String, Map<String, List<String>>> outcomes) {

    private static final String RUN = "run";

    /** Words of a profile whose calls return statuses. */
    Words(
            Map<String, List<String>> operations,
            Set<String> notCovered,
            boolean answers,
            Set<String> names,
            List<String> run,
            Map<String, Parameter> parameters) {
        this(operations, notCovered, answers, names, run, parameters, Map.of());
    }

    /** Whether its histories have runs: each needs its item at least. */
    boolean hasRuns() {
        return !run.isEmpty();
    }

    /** What a header's parameter can be. */
    enum Parameter {
        /** True or false. */
        FLAG("true or false"),
        /** A number of things. */
        COUNT("a whole number, at least 1"),
        /** What a run of a counted worker is. */
        RUN("\"routine\" or \"task\""),
        /** For each queue by its number, what it is like. */
        QUEUES("an object with an object for each queue by its number");

        private static final Map<String, Parameter> OF_A_QUEUE = Map.of("ordered", FLAG, "maxActive", COUNT);

        private final String text;

        Parameter(String text) {
            this.text = text;
        }

        private void check(String name, Object value) {
            if (!is(value)) {
                throw new IllegalArgumentException("line 1: field " + name + ": must be " + text + ", not "
                        + (value instanceof String ? "\"" + value + "\"" : value));
            }
            if (this == QUEUES) {
                ((Map<?, ?>) value).forEach((queue, some) -> check(OF_A_QUEUE, name + "." + queue, (Map<?, ?>) some));
            }
        }

        private boolean is(Object value) {
            return switch (this) {
                case FLAG -> value instanceof Boolean;
                case COUNT -> value instanceof Long number && number >= 1;
                case RUN -> "routine".equals(value) || "task".equals(value);
                case QUEUES ->
                    value instanceof Map<?, ?> queues
                            && queues.entrySet().stream().allMatch(Parameter::isQueue);
            };
        }

        private static boolean isQueue(Map.Entry<?, ?> queue) {
            return ((String) queue.getKey()).matches("-?(0|[1-9]\\d{0,18})") && queue.getValue() instanceof Map;
        }

        /** Checks those that are there. */
        private static void check(Map<String, Parameter> known, String place, Map<?, ?> values) {
            known.forEach((name, parameter) -> {
                if (values.containsKey(name)) {
                    parameter.check(place + "." + name, values.get(name));
                }
            });
        }
    }

    /**
     * Checks that a history speaks these words.
     *
     * @throws IllegalArgumentException naming the event and the field that are wrong
     */
    void check(History history) {
        check(history.header());
        history.events().forEach(this::check);
    }

    /** Checks the header alone. */
    void check(Header header) {
        Parameter.check(parameters, "parameters", header.parameters());
    }

    /** Checks one event. */
    void check(Event event) {
        if (event.kind() == Kind.NOTE || notCovered.contains(event.op())) {
            return;
        }
        boolean runs = event.kind() == Kind.BEGIN || event.kind() == Kind.END;
        if (runs && !hasRuns()) {
            throw wrong(event, "kind", "the profile has no runs: calls hand items out; leave out every begin and end");
        }
        if (runs != event.op().equals(RUN)) {
            throw wrong(
                    event, "op", "\"" + event.op() + "\" has no " + event.kind().word());
        }
        List<String> fields = runs ? run : operations.get(event.op());
        if (fields == null) {
            String known = String.join(", ", new TreeSet<>(operations.keySet()));
            throw wrong(event, "op", "the profile has no operation \"" + event.op() + "\"; it has " + known);
        }
        require(fields, event);
        Map<String, List<String>> words = outcomes.get(event.op());
        if (event.kind() == Kind.RETURN && words != null) {
            checkWord(event, words);
        } else if (event.kind() == Kind.RETURN) {
            checkAnswer(event);
        }
    }

    private static void checkWord(Event event, Map<String, List<String>> words) {
        require(event.result(), event, "result");
        if (!words.containsKey(event.result())) {
            String known = String.join(", ", new TreeSet<>(words.keySet()));
            throw wrong(event, "result", "\"" + event.result() + "\" is none of " + known);
        }
        require(words.get(event.result()), event);
    }

    private void checkAnswer(Event event) {
        if (answers) {
            require(event.result(), event, "result");
        }
        if (event.result() != null && event.status() == null) {
            throw wrong(event, "result", "\"" + event.result() + "\" is not a status, 0x and hexadecimal digits");
        }
        if (names.contains(event.op()) && event.status() == 0) {
            require(event.queue(), event, "queue");
        }
    }

    private static void require(List<String> fields, Event event) {
        for (String field : fields) {
            require(value(event, field), event, field);
        }
    }

    private static Long value(Event event, String field) {
        return switch (field) {
            case "item" -> event.item();
            case "arg" -> event.arg();
            default -> event.queue();
        };
    }

    private static void require(Object value, Event event, String field) {
        if (value == null) {
            throw wrong(event, field, "missing; the " + event.kind().word() + " of " + event.op() + " needs it");
        }
    }

    private static IllegalArgumentException wrong(Event event, String field, String problem) {
        return new IllegalArgumentException("seq " + event.seq() + ": field " + field + ": " + problem);
    }
}
