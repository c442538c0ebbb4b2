package workqueue.properties.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundationPeriodic;
import workqueue.spec.model.Periodic;

/** A periodic callback, and the first key that a platform gives out for one. */
final class MfPeriodicFamily extends MfPlatforms {
    private static final long KEY = 1;
    private static final long WORKER = 1;

    @Override
    public String name() {
        return "mf, a periodic callback";
    }

    @Override
    public Script script() {
        return new Script("MfPeriodicStage", "make");
    }

    @Override
    public List<Operation<MfState>> operations() {
        Action<MfState> enter = step(new MediaFoundationPeriodic.EnterPeriodic(WORKER, KEY));
        Action<MfState> finish = step(new MediaFoundationPeriodic.FinishPeriodic(WORKER, KEY));
        List<Operation<MfState>> all = new ArrayList<>(startAndShutdown());
        all.add(Operation.<MfState>of("add", Use.COLUMN_AND_MOVE)
                .allowed("", "MF-53", new Chosen<>(state -> Optional.of(add(state))), S_OK)
                .allowed("", "MF-52", step(new MediaFoundationPeriodic.RefusePeriodicShutdown()), SHUT_DOWN));
        all.add(remove("remove"));
        all.add(remove("remove from its callback").where(MfPeriodicFamily::isCalled));
        all.add(Operation.<MfState>of("its time comes", Use.MOVE)
                .where(state -> isAdded(state) && !isCalled(state))
                .allowed("", "MF-53", enter, Operation.RETURNS));
        all.add(Operation.<MfState>of("its callback returns", Use.RELEASE)
                .allowed("", "R3", finish, Operation.RETURNS));
        return all;
    }

    private static MfState.Step add(MfState state) {
        return new MfState.Step(new MediaFoundationPeriodic.AddPeriodic(KEY + state.keys(), SUBJECT), 1);
    }

    /** A key that is consumed is not found (rule MF-51), and no call comes late (rule MF-54). */
    private static Operation<MfState> remove(String name) {
        return Operation.<MfState>of(name, Use.COLUMN_AND_MOVE)
                .decided(
                        "",
                        "MF-54",
                        MfPeriodicFamily::isAdded,
                        step(new MediaFoundationPeriodic.RemovePeriodic(KEY)),
                        next -> S_OK)
                .allowed("", "MF-51", step(new MediaFoundationPeriodic.RefuseRemove(KEY)), "MF_E_NOT_FOUND")
                .allowed("", "MF-52", step(new MediaFoundationPeriodic.RefusePeriodicShutdown()), SHUT_DOWN);
    }

    private static Optional<Periodic> callback(MfState state) {
        return Optional.ofNullable(state.model().periodic().get(KEY));
    }

    private static boolean isAdded(MfState state) {
        return callback(state)
                .filter(some -> some.stage() == Periodic.Stage.ADDED)
                .isPresent();
    }

    private static boolean isCalled(MfState state) {
        return callback(state).filter(some -> !some.workers().isEmpty()).isPresent();
    }

    @Override
    public boolean isWithin(MfState state) {
        return super.isWithin(state) && state.keys() <= 1;
    }

    @Override
    public Row row(MfState state) {
        if (state.keys() == 0) {
            return life(state, Row.of(0, "no callback"));
        }
        Row row = isAdded(state) ? new Row(0, 1, "added") : new Row(0, 3, "key consumed");
        return life(state, isCalled(state) ? row.and(", running") : row);
    }
}
