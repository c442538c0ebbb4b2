package workqueue.spec.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.MediaFoundation;

/**
 * A set of rules that histories can be judged by.
 *
 * @param word its name in a header
 * @param operations the operations that its rules cover, and {@code run}, with the fields that each needs
 * @param notCovered operations that the family has and the rules do not cover
 * @param meaning what the events of a history mean
 * @param judges decide rules that need no search
 * @param <S> the states of its executable specification
 */
record Profile<S>(
        String word,
        Map<String, List<String>> operations,
        Set<String> notCovered,
        Function<Script, Semantics<S>> meaning,
        List<Judge> judges) {

    private static final List<String> NOTHING = List.of();
    private static final List<String> ITEM = List.of("item");
    private static final List<String> QUEUE = List.of("queue");
    private static final List<String> QUEUE_AND_ITEM = List.of("queue", "item");

    private static final Profile<Kmdf> KMDF = new Profile<>(
            "kmdf",
            Map.of("create", ITEM, "enqueue", ITEM, "flush", ITEM, "delete", ITEM, "run", ITEM),
            Set.of(),
            KmdfSemantics::new,
            List.of(Caller::ofKmdf, Overlap::ofSerialized, Overlap::ofWorkers, Hang::ofKmdf));

    private static final Profile<MediaFoundation> MF = new Profile<>(
            "mf",
            Map.of(
                    "startup", NOTHING,
                    "shutdown", NOTHING,
                    "allocate_queue", NOTHING,
                    "allocate_serial_queue", NOTHING,
                    "lock_queue", QUEUE,
                    "unlock_queue", QUEUE,
                    "put", QUEUE_AND_ITEM,
                    "put_ex", QUEUE_AND_ITEM,
                    "run", QUEUE_AND_ITEM),
            Set.of("put2", "schedule", "put_waiting", "cancel"),
            MediaFoundationSemantics::new,
            List.of(Caller::ofMediaFoundation, Answers::ofMediaFoundation));

    /** All profiles, by name. */
    static final Map<String, Profile<?>> ALL = new TreeMap<>(Map.of("kmdf", KMDF, "mf", MF));

    Hunt<S> hunt(Set<String> tolerated, long budget) {
        return new Hunt<>(meaning, tolerated, budget);
    }

    /**
     * The profile with that name.
     *
     * @throws IllegalArgumentException if there is none, saying which there are
     */
    static Profile<?> of(String word) {
        Profile<?> profile = ALL.get(word);
        if (profile == null) {
            throw new IllegalArgumentException(
                    "unknown profile \"" + word + "\"; known are " + String.join(", ", ALL.keySet()));
        }
        return profile;
    }

    /**
     * Checks that a history speaks the profile's words.
     *
     * @throws IllegalArgumentException naming the event and the field that are wrong
     */
    void check(History history) {
        for (Event event : history.events()) {
            if (event.kind() == Kind.NOTE || notCovered.contains(event.op())) {
                continue;
            }
            List<String> fields = operations.get(event.op());
            if (fields == null) {
                throw new IllegalArgumentException(
                        "seq " + event.seq() + ": field op: profile " + word + " has no operation \"" + event.op()
                                + "\"; it has " + String.join(", ", new TreeSet<>(operations.keySet())));
            }
            for (String field : fields) {
                if ((field.equals("item") ? event.item() : event.queue()) == null) {
                    throw new IllegalArgumentException(
                            "seq " + event.seq() + ": field " + field + ": missing; " + event.op() + " needs it");
                }
            }
        }
    }

    /** The first call of an operation that the rules do not cover and that may have had an effect, or null. */
    Call uncovered(Script script) {
        for (Call call : script.calls()) {
            boolean failed = call.status() != null && call.status().compareTo("80000000") >= 0;
            if (notCovered.contains(call.op()) && !failed) {
                return call;
            }
        }
        return null;
    }
}
