package workqueue.properties.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;

/** A counted worker of kernel streaming. */
final class KsCountedFamily extends KsWorkers {
    private static final int TASKS = 2;

    @Override
    public String name() {
        return "ks-counted";
    }

    @Override
    public Script script() {
        return new Script("KsStage", "makeCounted");
    }

    @Override
    public List<Operation<KernelStreaming>> operations() {
        List<Operation<KernelStreaming>> all = new ArrayList<>();
        all.add(register());
        all.add(increment("increment").where(KsWorkers::isKnown));
        all.add(increment("increment from its routine").where(KsWorkers::isRunning));
        all.add(decrement("decrement from its routine", Use.COLUMN)
                .decided(
                        "",
                        "KS-19",
                        state -> isRunning(state) && state.count(SUBJECT) == 0,
                        "IllegalStateException KS-19"));
        all.addAll(unregister());
        all.add(decrement("its routine counts down", Use.RELEASE));
        all.addAll(surroundings());
        return all;
    }

    private static Operation<KernelStreaming> increment(String name) {
        Action<KernelStreaming> increment =
                new Chosen<>(state -> Optional.of(new KernelStreaming.Increment(SUBJECT, state.count(SUBJECT) + 1)));
        return Operation.<KernelStreaming>of(name, Use.COLUMN_AND_MOVE)
                .decided("", "M1", KsWorkers::isGone, "IllegalStateException M1")
                .allowed("", "KS-18", increment, next -> String.valueOf(next.count(SUBJECT)), "the new count")
                .forbidden("KS-16", increment, "IllegalStateException KS-16");
    }

    private static Operation<KernelStreaming> decrement(String name, Use use) {
        return Operation.<KernelStreaming>of(name, use)
                .allowed(
                        "",
                        "KS-18",
                        new Chosen<>(state ->
                                Activity.run(state.queue(), SUBJECT).map(thread -> new CountDown(thread, state))),
                        next -> String.valueOf(next.count(SUBJECT)),
                        "the new count");
    }

    @Override
    public boolean isWithin(KernelStreaming state) {
        return state.count(SUBJECT) <= TASKS;
    }

    @Override
    Action<KernelStreaming> entry(Activity.Entry entry, KernelStreaming state) {
        long worker = entry.instance().item();
        return worker == SUBJECT
                ? new KernelStreaming.EnterCounted(entry.worker(), worker)
                : new KernelStreaming.Enter(
                        entry.worker(), worker, state.items().get(worker));
    }

    /** A routine either has tasks to process, or has counted its last one down and not returned yet. */
    @Override
    Row activity(KernelStreaming state) {
        Row row = Activity.of(state.queue(), SUBJECT, "waiting");
        return state.isProcessed(SUBJECT) ? row.and(", with tasks") : row;
    }

    /** A thread takes a task and counts it down. */
    private record CountDown(Action<KernelStreaming> take, Action<KernelStreaming> decrement)
            implements Action<KernelStreaming> {
        CountDown(long thread, KernelStreaming state) {
            this(new KernelStreaming.Take(thread), new KernelStreaming.Decrement(thread, state.count(SUBJECT) - 1));
        }

        @Override
        public boolean possible(KernelStreaming state) {
            return take.enabled(state) && decrement.possible(take.apply(state));
        }

        @Override
        public Set<String> broken(KernelStreaming state) {
            return decrement.broken(take.apply(state));
        }

        @Override
        public KernelStreaming apply(KernelStreaming state) {
            return decrement.apply(take.apply(state));
        }
    }
}
