package workqueue.spec.oracle;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workqueue.spec.history.History;
import workqueue.spec.model.ClientGo;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.LinuxWorkqueue;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.Policy;
import workqueue.spec.oracle.LinuxSemantics.Dialect;
import workqueue.spec.oracle.Words.Parameter;
import workqueue.spec.oracle.queue.QueueJudge;

/**
 * A set of rules that histories can be judged by.
 *
 * @param word its name in a header
 * @param words what its histories may say
 * @param meaning what the events of a history mean
 * @param ofAll decide rules that need no search
 * @param ofSome the same, of rules that calls and runs can break by themselves, whatever else happened
 * @param queue judges whole histories without a search, if there is such a judge
 * @param <S> the states of its executable specification
 */
record Profile<S>(
        String word,
        Words words,
        Function<Script, Semantics<S>> meaning,
        List<Judge> ofAll,
        List<Judge> ofSome,
        Optional<QueueJudge> queue) {

    /** A profile whose whole histories are searched. */
    Profile(String word, Words words, Function<Script, Semantics<S>> meaning, List<Judge> ofAll, List<Judge> ofSome) {
        this(word, words, meaning, ofAll, ofSome, Optional.empty());
    }

    /** What decides rules without a search. */
    List<Judge> judges() {
        return Stream.concat(ofAll.stream(), ofSome.stream()).toList();
    }

    private static final List<String> NOTHING = List.of();
    private static final List<String> ITEM = List.of("item");
    private static final List<String> QUEUE = List.of("queue");
    private static final List<String> ARG = List.of("arg");
    private static final List<String> QUEUE_AND_ITEM = List.of("queue", "item");

    /** The parameters of profiles whose queues may differ. */
    private static final Map<String, Parameter> QUEUES = Map.of("queues", Parameter.QUEUES);

    private static final Profile<Kmdf> KMDF = framework("kmdf", Policy.Dedup.COALESCE);

    private static final Profile<Kmdf> KMDF_LEGACY = framework("kmdf-legacy", Policy.Dedup.EXCLUSIVE);

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
                List.of(Caller::ofKmdf, Hang::ofKmdf),
                List.of(Overlap::ofSerialized, Overlap::ofWorkers));
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
                            entry("cancel", NOTHING),
                            entry("add_periodic", ITEM),
                            entry("remove_periodic", ARG),
                            entry("lock_shared_queue", ARG)),
                    Set.of(),
                    true,
                    Set.of("allocate_queue", "allocate_serial_queue", "lock_shared_queue"),
                    QUEUE_AND_ITEM,
                    Map.of("callbackQueue", Parameter.COUNT)),
            MediaFoundationSemantics::new,
            List.of(Hang::ofMediaFoundation),
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
            Map.of("begin", Parameter.RUN));

    private static final Profile<KernelStreaming> KS = kernelStreaming("ks", KS_WORDS, false);

    private static final Profile<KernelStreaming> KS_COUNTED = kernelStreaming("ks-counted", KS_COUNTED_WORDS, true);

    private static Profile<KernelStreaming> kernelStreaming(String word, Words words, boolean counted) {
        return new Profile<>(
                word,
                words,
                script -> new KernelStreamingSemantics(counted, script),
                List.of(Caller::ofKernelStreaming, Hang::ofKernelStreaming),
                List.of());
    }

    private static final Map<String, List<String>> DONE = Map.of("ok", NOTHING);

    private static final Words HANDING_OUT = new Words(
            Map.of(
                    "enqueue", ITEM,
                    "dequeue", NOTHING,
                    "complete", ITEM,
                    "cancel", ITEM,
                    "take_all", NOTHING,
                    "shutdown", NOTHING),
            Set.of(),
            true,
            Set.of(),
            NOTHING,
            Map.of(),
            Map.of(
                    "enqueue", Map.of("accepted", NOTHING, "coalesced", NOTHING, "rejected", NOTHING),
                    "dequeue", Map.of("ok", ITEM, "empty", NOTHING, "closed", NOTHING),
                    "complete", Map.of("ok", NOTHING, "notRunning", NOTHING),
                    "cancel", Map.of("removed", NOTHING, "absent", NOTHING),
                    "take_all", DONE,
                    "shutdown", DONE));

    private static final Profile<ClientGo> DEDUP = handingOut("dedup", ClientGo.Kind.DEDUP);

    private static final Profile<ClientGo> FIFO = handingOut("fifo", ClientGo.Kind.FIFO);

    private static Profile<ClientGo> handingOut(String word, ClientGo.Kind kind) {
        return new Profile<>(
                word,
                HANDING_OUT,
                script -> new ClientGoSemantics(kind, script),
                List.of(),
                List.of(),
                Optional.of(new QueueJudge(kind)));
    }

    private static final Profile<ClientGo> CLIENT_GO = new Profile<>(
            "client-go",
            new Words(
                    Map.of(
                            "add", ITEM,
                            "get", NOTHING,
                            "done", ITEM,
                            "shut_down", NOTHING,
                            "shut_down_with_drain", NOTHING),
                    Set.of(),
                    false,
                    Set.of(),
                    NOTHING,
                    Map.of(),
                    Map.of("get", Map.of("ok", ITEM, "shutdown", NOTHING))),
            script -> new ClientGoSemantics(ClientGo.Kind.CLIENT_GO, script),
            List.of(),
            List.of());

    private static final Profile<LinuxWorkqueue> LINUX = new Profile<>(
            "linux",
            new Words(
                    Map.ofEntries(
                            entry("queue_work", QUEUE_AND_ITEM),
                            entry("queue_delayed_work", QUEUE_AND_ITEM),
                            entry("mod_delayed_work", QUEUE_AND_ITEM),
                            entry("flush_work", QUEUE_AND_ITEM),
                            entry("flush_delayed_work", QUEUE_AND_ITEM),
                            entry("cancel_work", QUEUE_AND_ITEM),
                            entry("cancel_work_sync", QUEUE_AND_ITEM),
                            entry("disable_work", QUEUE_AND_ITEM),
                            entry("disable_work_sync", QUEUE_AND_ITEM),
                            entry("enable_work", QUEUE_AND_ITEM),
                            entry("cancel_delayed_work", QUEUE_AND_ITEM),
                            entry("cancel_delayed_work_sync", QUEUE_AND_ITEM),
                            entry("disable_delayed_work", QUEUE_AND_ITEM),
                            entry("disable_delayed_work_sync", QUEUE_AND_ITEM),
                            entry("enable_delayed_work", QUEUE_AND_ITEM),
                            entry("flush_workqueue", QUEUE),
                            entry("drain_workqueue", QUEUE),
                            entry("destroy_workqueue", QUEUE)),
                    Set.of(),
                    false,
                    Set.of(),
                    QUEUE_AND_ITEM,
                    QUEUES),
            speaking(new Dialect("queue_work", true, Policy.Dedup.COALESCE, Policy.Exclusion.ITEM)),
            List.of(),
            List.of(Caller::ofLinux, Overlap::ofQueues));

    private static final Profile<LinuxWorkqueue> LIBUV = new Profile<>(
            "libuv",
            runs(Map.of("send", QUEUE_AND_ITEM), Set.of("cancel")),
            speaking(new Dialect("send", false, Policy.Dedup.COALESCE, Policy.Exclusion.ITEM)),
            List.of(),
            List.of(Overlap::ofLoop));

    private static final Profile<LinuxWorkqueue> LIBDISPATCH = new Profile<>(
            "libdispatch",
            runs(Map.of("put", QUEUE_AND_ITEM), Set.of("cancel")),
            speaking(new Dialect("put", false, Policy.Dedup.DISTINCT, Policy.Exclusion.NONE)),
            List.of(),
            List.of(Overlap::ofQueues));

    private static final Profile<LinuxWorkqueue> WIN32_THREADPOOL = new Profile<>(
            "win32-threadpool",
            runs(
                    Map.of(
                            "submit", QUEUE_AND_ITEM,
                            "wait", QUEUE_AND_ITEM,
                            "cancel", QUEUE_AND_ITEM,
                            "close", QUEUE_AND_ITEM),
                    Set.of()),
            speaking(new Dialect("submit", false, Policy.Dedup.DISTINCT, Policy.Exclusion.NONE)),
            List.of(),
            List.of());

    private static Words runs(Map<String, List<String>> operations, Set<String> notCovered) {
        return new Words(operations, notCovered, false, Set.of(), QUEUE_AND_ITEM, QUEUES);
    }

    private static Function<Script, Semantics<LinuxWorkqueue>> speaking(Dialect dialect) {
        return script -> new LinuxSemantics(dialect, script);
    }

    private static final Profile<IoWorkItem> IO = new Profile<>(
            "io",
            new Words(
                    Map.of(
                            "allocate", ITEM,
                            "initialize", ITEM,
                            "free", ITEM,
                            "uninitialize", ITEM,
                            "queue", QUEUE_AND_ITEM,
                            "queue_ex", QUEUE_AND_ITEM,
                            "try_queue", QUEUE_AND_ITEM),
                    Set.of(),
                    false,
                    Set.of(),
                    QUEUE_AND_ITEM,
                    Map.of("workers", Parameter.COUNT)),
            IoWorkItemSemantics::new,
            List.of(Placement::ofIo),
            List.of(Overlap::ofWorkersOfEachQueue));

    /** All profiles, by name. */
    static final Map<String, Profile<?>> ALL = Stream.of(
                    KMDF,
                    KMDF_LEGACY,
                    MF,
                    KS,
                    KS_COUNTED,
                    LINUX,
                    CLIENT_GO,
                    DEDUP,
                    FIFO,
                    LIBUV,
                    LIBDISPATCH,
                    WIN32_THREADPOOL,
                    IO)
            .collect(Collectors.toMap(Profile::word, profile -> profile, (one, other) -> one, TreeMap::new));

    Hunt<S> hunt(Set<String> tolerated, long budget, Consumer<Search<S>> conforming) {
        return new Hunt<>(meaning, tolerated, budget, conforming);
    }

    Steps<S> steps(History history, Set<String> tolerated) {
        Script script = Script.of(history);
        return new Steps<>(script, meaning.apply(script), tolerated);
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
