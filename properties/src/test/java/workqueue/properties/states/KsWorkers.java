package workqueue.properties.states;

import static workqueue.properties.states.Operation.RETURNS;
import static workqueue.properties.states.Operation.WAITS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;
import workqueue.spec.model.KernelStreaming.Life;

/** What plain and counted workers of kernel streaming have in common: one that keeps the two threads busy, and the ends. */
abstract class KsWorkers implements Family<KernelStreaming> {
    static final int THREADS = 2;

    private static final long CALLER = 1;
    private static final long SECOND_CALLER = 2;

    /** How a thread begins with a worker that waited. */
    abstract Action<KernelStreaming> entry(Activity.Entry entry, KernelStreaming state);

    /** What a worker is about that exists. */
    abstract Row activity(KernelStreaming state);

    @Override
    public final KernelStreaming initial() {
        return KernelStreaming.initial(Life.ABSENT, Map.of(OTHER, Life.REGISTERED), THREADS);
    }

    static Operation<KernelStreaming> register() {
        return Operation.<KernelStreaming>of("register", Use.COLUMN_AND_MOVE)
                .allowed("", "KS-3", new KernelStreaming.Register(SUBJECT), "STATUS_SUCCESS");
    }

    /** The specification has no second call; it waits as the first does. */
    static List<Operation<KernelStreaming>> unregister() {
        return List.of(
                Operation.<KernelStreaming>of("unregister", Use.COLUMN_AND_MOVE)
                        .allowed(
                                "",
                                "KS-13",
                                new KernelStreaming.UnregisterBegin(CALLER, SUBJECT),
                                next -> next.unregistering().isEmpty() ? RETURNS : WAITS)
                        .decided(
                                "",
                                "KS-13",
                                state -> state.lifeOf(SUBJECT) == Life.UNREGISTERING
                                        && !state.unregistering().containsKey(SECOND_CALLER),
                                new KernelStreaming.UnregisterBegin(SECOND_CALLER, SUBJECT),
                                next -> WAITS)
                        .decided("", "M1", KsWorkers::isGone, "IllegalStateException M1"),
                Operation.<KernelStreaming>of("unregister from its routine", Use.COLUMN)
                        .decided("", "KS-17", KsWorkers::isRunning, "IllegalStateException KS-17"));
    }

    /** What ends the worker's runs, and what keeps threads from it. */
    static List<Operation<KernelStreaming>> surroundings() {
        return List.of(
                finish("its routine returns", SUBJECT),
                Operation.<KernelStreaming>of("another is queued", Use.MOVE)
                        .where(state -> state.queue().owed(OTHER) == 0)
                        .allowed("", "A1", new KernelStreaming.Accept(OTHER, OTHER), "STATUS_SUCCESS"),
                finish("another's routine returns", OTHER));
    }

    private static Operation<KernelStreaming> finish(String name, long worker) {
        return Operation.<KernelStreaming>of(name, Use.RELEASE)
                .allowed(
                        "",
                        "R3",
                        new Chosen<>(
                                state -> Activity.last(state.queue(), worker).map(KernelStreaming.Finish::new)),
                        RETURNS);
    }

    static boolean isKnown(KernelStreaming state) {
        return state.lifeOf(SUBJECT) != Life.ABSENT;
    }

    static boolean isGone(KernelStreaming state) {
        return state.lifeOf(SUBJECT) == Life.GONE;
    }

    static boolean isRunning(KernelStreaming state) {
        return Activity.run(state.queue(), SUBJECT).isPresent();
    }

    @Override
    public final Optional<Action<KernelStreaming>> inner(KernelStreaming state) {
        Stream<Action<KernelStreaming>> begins =
                Activity.entries(state.queue(), THREADS).map(entry -> entry(entry, state));
        Stream<Action<KernelStreaming>> others = Stream.of(
                new KernelStreaming.Dequeue(0),
                new KernelStreaming.UnregisterReturn(CALLER),
                new KernelStreaming.UnregisterReturn(SECOND_CALLER));
        return Stream.concat(begins, others)
                .filter(action -> action.enabled(state))
                .findFirst();
    }

    @Override
    public final OptionalLong begins(Action<KernelStreaming> action) {
        if (action instanceof KernelStreaming.Enter enter) {
            return OptionalLong.of(enter.worker());
        }
        return action instanceof KernelStreaming.EnterCounted enter
                ? OptionalLong.of(enter.worker())
                : OptionalLong.empty();
    }

    @Override
    public final Row row(KernelStreaming state) {
        return switch (state.lifeOf(SUBJECT)) {
            case ABSENT -> Row.of(0, "not registered");
            case REGISTERED -> activity(state).in(1, "");
            case UNREGISTERING -> activity(state).in(2, "unregistering, ");
            case GONE -> Row.of(3, "unregistered");
        };
    }

    @Override
    public final Map<String, Object> visible(KernelStreaming state) {
        return Map.of("waiting", state.unregistering().size());
    }
}
