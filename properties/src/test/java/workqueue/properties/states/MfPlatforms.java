package workqueue.properties.states;

import static workqueue.properties.states.Operation.RETURNS;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationPeriodic;

/**
 * A platform of Media Foundation, whatever it is that is under test. Shutdowns wait for nothing. Callbacks begin as soon as
 * they may, and that one returns which began last.
 */
abstract class MfPlatforms implements Family<MfState> {
    static final String S_OK = "S_OK";
    static final String SHUT_DOWN = "MF_E_SHUTDOWN";

    private static final int STARTS = 2;
    private static final MfState.Step SHUTDOWN = step(new MediaFoundation.Shutdown());

    @Override
    public final MfState initial() {
        return MfState.initial();
    }

    static MfState.Step step(Action<MediaFoundation> action) {
        return new MfState.Step(action);
    }

    static List<Operation<MfState>> startAndShutdown() {
        return List.of(
                Operation.<MfState>of("start", Use.COLUMN_AND_MOVE)
                        .allowed("", "MF-2", step(new MediaFoundation.Startup()), S_OK),
                Operation.<MfState>of("shut down", Use.COLUMN_AND_MOVE)
                        .decided("", "MF-2", state -> state.model().started(), SHUTDOWN, next -> S_OK)
                        .decided("", "MF-3", state -> !state.model().started(), SHUTDOWN, next -> S_OK));
    }

    /** A callback returns. */
    static Operation<MfState> finish(String name, long item) {
        return Operation.<MfState>of(name, Use.RELEASE)
                .allowed(
                        "",
                        "R3",
                        new Chosen<>(state -> last(state.model(), item)
                                .map(run -> step(new MediaFoundation.Finish(run.worker(), run.queue())))),
                        RETURNS);
    }

    /** A callback that is running. */
    private record Run(long worker, long queue, Instance instance) {}

    private static Stream<Run> runs(MediaFoundation model) {
        return model.queues().entrySet().stream()
                .flatMap(queue -> queue.getValue().running().entrySet().stream()
                        .map(run -> new Run(run.getKey(), queue.getKey(), run.getValue())));
    }

    static boolean isRunning(MfState state, long item) {
        return runs(state.model()).anyMatch(run -> run.instance().item() == item);
    }

    private static Optional<Run> last(MediaFoundation model, long item) {
        return runs(model)
                .max(Comparator.comparingLong(Run::worker))
                .filter(run -> run.instance().item() == item);
    }

    /** In which part of its life the platform is. */
    static Row life(MfState state, Row row) {
        if (!state.wasStarted()) {
            return row.in(0, "never started, ");
        }
        return state.model().started() ? row.in(1, "started, ") : row.in(2, "shut down, ");
    }

    @Override
    public boolean isWithin(MfState state) {
        return state.model().startups() <= STARTS;
    }

    @Override
    public Optional<Action<MfState>> inner(MfState state) {
        MediaFoundation model = state.model();
        long next = runs(model).count();
        return model.queues().keySet().stream()
                .sorted()
                .flatMap(queue -> Stream.<Action<MediaFoundation>>concat(
                        model.queue(queue).dequeued().keySet().stream()
                                .map(instance -> new MediaFoundation.Enter(next, queue, instance)),
                        Stream.of(new MediaFoundation.Dequeue(queue, 0))))
                .filter(action -> action.enabled(model))
                .findFirst()
                .map(MfPlatforms::step);
    }

    @Override
    public final OptionalLong begins(Action<MfState> action) {
        if (!(action instanceof MfState.Step step)) {
            return OptionalLong.empty();
        } else if (step.action() instanceof MediaFoundation.Enter enter) {
            return OptionalLong.of(number(enter.instance()));
        }
        return step.action() instanceof MediaFoundationPeriodic.EnterPeriodic
                ? OptionalLong.of(SUBJECT)
                : OptionalLong.empty();
    }

    /** The number that a run is counted under. */
    long number(Instance instance) {
        return instance.item();
    }

    @Override
    public final Map<String, Object> visible(MfState state) {
        return Map.of("waiting", 0);
    }
}
