package workqueue.properties.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.Deferred;
import workqueue.spec.model.Instance;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.MediaFoundationScheduled;
import workqueue.spec.model.WorkQueue;

/** An item that is scheduled or waits for an event, and the first key that a platform gives out. */
final class MfDeferredFamily extends MfPlatforms {
    private static final long KEY = 1;

    @Override
    public String name() {
        return "mf, scheduled and waiting items";
    }

    @Override
    public Script script() {
        return new Script("MfDeferredStage", "make");
    }

    @Override
    public List<Operation<MfState>> operations() {
        List<Operation<MfState>> all = new ArrayList<>(startAndShutdown());
        all.add(defer("schedule", true));
        all.add(defer("put waiting", false));
        all.add(cancel("cancel"));
        all.add(cancel("cancel from its callback").where(state -> isRunning(state, SUBJECT)));
        all.add(Operation.<MfState>of("its time comes", Use.MOVE)
                .where(state -> isDeferred(state, true))
                .allowed("", "MF-45", step(new MediaFoundationScheduled.Fire(KEY)), Operation.RETURNS));
        all.add(Operation.<MfState>of("its event is set", Use.MOVE)
                .where(state -> isDeferred(state, false))
                .allowed("", "MF-47", step(new MediaFoundationScheduled.Fire(KEY)), Operation.RETURNS));
        all.add(finish("its callback returns", SUBJECT));
        return all;
    }

    private static Operation<MfState> defer(String name, boolean timed) {
        Deferred item = new Deferred(SUBJECT, MediaFoundation.STANDARD, timed);
        return Operation.<MfState>of(name, Use.COLUMN_AND_MOVE)
                .allowed(
                        "",
                        timed ? "MF-45" : "MF-47",
                        new Chosen<>(state -> Optional.of(
                                new MfState.Step(new MediaFoundationScheduled.Defer(KEY + state.keys(), item), 1))),
                        S_OK)
                .allowed("", "MF-17", step(new MediaFoundation.RefuseShutdown(item.queue(), item.item())), SHUT_DOWN);
    }

    /** Of the answers for a consumed key the reference has that of newer versions (rules MF-48, MF-51). */
    private static Operation<MfState> cancel(String name) {
        Action<MfState> cancel = step(new MediaFoundationScheduled.Cancel(KEY));
        return Operation.<MfState>of(name, Use.COLUMN_AND_MOVE)
                .decided("", "MF-49", state -> isDeferred(state, true) && cancel.enabled(state), cancel, next -> S_OK)
                .decided("", "MF-50", state -> isDeferred(state, false) && cancel.enabled(state), cancel, next -> S_OK)
                .allowed("", "MF-51", step(new MediaFoundationScheduled.RefuseCancel(KEY)), "MF_E_NOT_FOUND")
                .allowed("", "MF-52", step(new MediaFoundationScheduled.RefuseCancelShutdown(KEY)), SHUT_DOWN);
    }

    private static boolean isDeferred(MfState state, boolean timed) {
        Deferred item = state.model().deferred().get(KEY);
        return item != null && item.timed() == timed;
    }

    /** What is deferred when the platform shuts down is forgotten (rules MF-56, MF-58). */
    @Override
    public Optional<Action<MfState>> inner(MfState state) {
        return state.model().deferred().keySet().stream()
                .<Action<MfState>>map(key -> step(new MediaFoundationScheduled.Lapse(key)))
                .filter(lapse -> lapse.enabled(state))
                .findFirst()
                .or(() -> super.inner(state));
    }

    /** A run that is told that its item was cancelled is counted as another's. */
    @Override
    long number(Instance instance) {
        return instance.cancelled() ? OTHER : SUBJECT;
    }

    @Override
    public boolean isWithin(MfState state) {
        return super.isWithin(state) && state.keys() <= 1;
    }

    @Override
    public Row row(MfState state) {
        return life(state, itemRow(state));
    }

    private static Row itemRow(MfState state) {
        if (state.keys() == 0) {
            return Row.of(0, "no item");
        }
        if (state.model().deferred().containsKey(KEY)) {
            return isDeferred(state, true) ? new Row(0, 1, "scheduled") : new Row(0, 2, "waiting");
        }
        return runRow(state.model().queue(MediaFoundation.STANDARD));
    }

    private static Row runRow(WorkQueue queue) {
        if (queue.running().isEmpty()) {
            return new Row(0, 5, "key consumed");
        }
        boolean told = queue.running().values().stream().anyMatch(Instance::cancelled);
        return told ? new Row(0, 4, "running, cancelled") : new Row(0, 3, "running");
    }
}
