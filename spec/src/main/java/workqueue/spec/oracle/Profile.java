package workqueue.spec.oracle;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Policy;
import workqueue.spec.oracle.Words.Parameter;

/**
 * A set of rules that histories can be judged by.
 *
 * @param word its name in a header
 * @param words what its histories may say
 * @param meaning what the events of a history mean
 * @param judges decide rules that need no search
 * @param <S> the states of its executable specification
 */
record Profile<S>(String word, Words words, Function<Script, Semantics<S>> meaning, List<Judge> judges) {

    private static final List<String> NOTHING = List.of();
    private static final List<String> ITEM = List.of("item");
    private static final List<String> QUEUE = List.of("queue");
    private static final List<String> QUEUE_AND_ITEM = List.of("queue", "item");

    private static final Profile<Kmdf> KMDF = framework("kmdf", Policy.Dedup.COALESCE);

    private static final Profile<Kmdf> KMDF_LEGACY = framework("kmdf-legacy", Policy.Dedup.DISTINCT);

    private static Profile<Kmdf> framework(String word, Policy.Dedup dedup) {
        return new Profile<>(
                word,
                new Words(
                        Map.of("create", ITEM, "enqueue", ITEM, "flush", ITEM, "delete", ITEM),
                        Set.of(),
                        false,
                        Set.of(),
                        ITEM,
                        Map.of("automaticSerialization", Parameter.FLAG, "workers", Parameter.COUNT)),
                script -> new KmdfSemantics(dedup, script),
                List.of(Caller::ofKmdf, Overlap::ofSerialized, Overlap::ofWorkers, Hang::ofKmdf));
    }

    private static final Profile<MediaFoundation> MF = new Profile<>(
            "mf",
            new Words(
                    Map.ofEntries(
                            entry("startup", NOTHING),
                            entry("shutdown", NOTHING),
                            entry("allocate_queue", NOTHING),
                            entry("allocate_serial_queue", NOTHING),
                            entry("lock_queue", QUEUE),
                            entry("unlock_queue", QUEUE),
                            entry("put", QUEUE_AND_ITEM),
                            entry("put_ex", QUEUE_AND_ITEM),
                            entry("put2", QUEUE_AND_ITEM),
                            entry("schedule", ITEM),
                            entry("put_waiting", ITEM),
                            entry("cancel", NOTHING)),
                    Set.of(),
                    true,
                    Set.of("allocate_queue", "allocate_serial_queue"),
                    QUEUE_AND_ITEM,
                    Map.of("callbackQueue", Parameter.COUNT)),
            MediaFoundationSemantics::new,
            List.of(Caller::ofMediaFoundation, Answers::ofMediaFoundation));

    private static final Words KS_WORDS = new Words(
            Map.of("register", QUEUE, "queue", QUEUE_AND_ITEM, "unregister", QUEUE),
            Set.of(),
            false,
            Set.of(),
            QUEUE_AND_ITEM,
            Map.of());

    private static final Words KS_COUNTED_WORDS = new Words(
            Map.of("register", QUEUE, "increment", QUEUE, "decrement", QUEUE, "unregister", QUEUE),
            Set.of(),
            false,
            Set.of(),
            QUEUE_AND_ITEM,
            Map.of());

    private static final Profile<KernelStreaming> KS = kernelStreaming("ks", KS_WORDS, false);

    private static final Profile<KernelStreaming> KS_COUNTED = kernelStreaming("ks-counted", KS_COUNTED_WORDS, true);

    private static Profile<KernelStreaming> kernelStreaming(String word, Words words, boolean counted) {
        return new Profile<>(
                word,
                words,
                script -> new KernelStreamingSemantics(counted, script),
                List.of(Caller::ofKernelStreaming, Hang::ofKernelStreaming));
    }

    /** All profiles, by name. */
    static final Map<String, Profile<?>> ALL = new TreeMap<>(
            Map.of("kmdf", KMDF, "kmdf-legacy", KMDF_LEGACY, "mf", MF, "ks", KS, "ks-counted", KS_COUNTED));

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

    /** The first call of an operation that the rules do not cover and that may have had an effect, or null. */
    Call uncovered(Script script) {
        for (Call call : script.calls()) {
            boolean failed = call.status() != null && call.status().compareTo("80000000") >= 0;
            if (words.notCovered().contains(call.op()) && !failed) {
                return call;
            }
        }
        return null;
    }
}
