package workqueue.properties.states;

import static workqueue.properties.states.Operation.RETURNS;
import static workqueue.properties.states.Operation.WAITS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.Kmdf;
import workqueue.spec.model.Kmdf.Life;
import workqueue.spec.model.Policy.Dedup;

/** A framework work item, and another one that keeps the two workers busy. */
final class KmdfFamily implements Family<Kmdf> {
    private static final int WORKERS = 2;
    private static final long FLUSHER = 1;
    private static final long DELETER = 2;
    private static final String BAD_HANDLE = "bug check 0x10D, 5";
    private static final String REPORTED = "returns, reported";

    private final boolean legacy;

    KmdfFamily(boolean legacy) {
        this.legacy = legacy;
    }

    @Override
    public String name() {
        return legacy ? "kmdf-legacy" : "kmdf";
    }

    @Override
    public Script script() {
        return new Script("KmdfStage", legacy ? "makeLegacy" : "make");
    }

    @Override
    public Kmdf initial() {
        return Kmdf.initial(
                Life.ABSENT, Map.of(OTHER, Life.LIVE), false, legacy ? Dedup.EXCLUSIVE : Dedup.COALESCE, WORKERS);
    }

    @Override
    public List<Operation<Kmdf>> operations() {
        List<Operation<Kmdf>> all = new ArrayList<>();
        all.add(Operation.<Kmdf>of("create", Use.COLUMN_AND_MOVE)
                .allowed("", "L1", new Kmdf.Create(SUBJECT), "STATUS_SUCCESS"));
        all.add(enqueue("enqueue").where(KmdfFamily::hasHandle));
        all.add(enqueue("enqueue from its callback").where(KmdfFamily::isRunning));
        all.add(flush().where(KmdfFamily::hasHandle));
        all.add(Operation.<Kmdf>of("flush from its callback", Use.COLUMN)
                .decided("", "M2", KmdfFamily::isRunning, REPORTED));
        all.add(delete().where(KmdfFamily::hasHandle));
        all.add(Operation.<Kmdf>of("delete from its callback", Use.COLUMN_AND_MOVE)
                .where(KmdfFamily::isRunning)
                .allowed("", "L4", new Chosen<>(state -> run(state, SUBJECT).map(Kmdf.DeleteSelf::new)), RETURNS)
                .decided("", "WDF-44", state -> state.life(SUBJECT) == Life.DELETING, RETURNS));
        all.add(dereference().where(KmdfFamily::hasHandle));
        all.add(finish("its callback returns", SUBJECT));
        all.add(Operation.<Kmdf>of("another is enqueued", Use.MOVE)
                .where(state -> state.queue().owed(OTHER) == 0)
                .allowed("", "A1", new Kmdf.Accept(OTHER), RETURNS));
        all.add(finish("another's callback returns", OTHER));
        return all;
    }

    private static Operation<Kmdf> enqueue(String name) {
        Action<Kmdf> accept = new Kmdf.Accept(SUBJECT);
        return Operation.<Kmdf>of(name, Use.COLUMN_AND_MOVE)
                .allowed("accepted", "A1", accept, RETURNS)
                .allowed("coalesced", "D2", new Kmdf.Coalesce(SUBJECT), RETURNS)
                .allowed("refused", "WDF-35", new Kmdf.Refuse(SUBJECT), RETURNS)
                .forbidden("WDF-10", accept, REPORTED)
                .decided("", "M1", KmdfFamily::isDeleted, BAD_HANDLE);
    }

    private static Operation<Kmdf> flush() {
        return Operation.<Kmdf>of("flush", Use.COLUMN)
                .allowed(
                        "",
                        "F1",
                        new Kmdf.FlushBegin(FLUSHER, SUBJECT),
                        next -> next.queue().flushing().isEmpty() ? RETURNS : WAITS)
                .decided("", "M1", KmdfFamily::isDeleted, BAD_HANDLE);
    }

    private static Operation<Kmdf> delete() {
        return Operation.<Kmdf>of("delete", Use.COLUMN_AND_MOVE)
                .allowed(
                        "",
                        "L2",
                        new Kmdf.DeleteBegin(DELETER, SUBJECT),
                        next -> next.deleting().isEmpty() ? RETURNS : WAITS)
                .decided("", "WDF-44", state -> state.life(SUBJECT) == Life.DELETING, RETURNS)
                .decided("", "M1", KmdfFamily::isDeleted, BAD_HANDLE);
    }

    /** The only reference is the framework's, which is not the caller's to give back. */
    private static Operation<Kmdf> dereference() {
        return Operation.<Kmdf>of("dereference", Use.COLUMN)
                .decided("", "M1", KmdfFamily::isDeleted, BAD_HANDLE)
                .decided("", "WDF-42", state -> true, "bug check 0x10D, 7");
    }

    private static Operation<Kmdf> finish(String name, long item) {
        return Operation.<Kmdf>of(name, Use.RELEASE)
                .allowed(
                        "",
                        "R3",
                        new Chosen<>(state -> Activity.last(state.queue(), item).map(Kmdf.Finish::new)),
                        RETURNS);
    }

    private static boolean hasHandle(Kmdf state) {
        return state.life(SUBJECT) != Life.ABSENT;
    }

    private static boolean isDeleted(Kmdf state) {
        return state.life(SUBJECT) == Life.DELETED;
    }

    private static boolean isRunning(Kmdf state) {
        return run(state, SUBJECT).isPresent();
    }

    private static Optional<Long> run(Kmdf state, long item) {
        return Activity.run(state.queue(), item);
    }

    @Override
    public Optional<Action<Kmdf>> inner(Kmdf state) {
        Stream<Action<Kmdf>> queue = Stream.concat(
                Stream.of(new Kmdf.Dequeue(0)),
                Activity.entries(state.queue(), WORKERS)
                        .map(entry -> new Kmdf.Enter(entry.worker(), entry.instance())));
        Stream<Action<Kmdf>> ends =
                Stream.of(new Kmdf.Dispose(SUBJECT), new Kmdf.FlushReturn(FLUSHER), new Kmdf.DeleteReturn(DELETER));
        return Stream.concat(queue, ends)
                .filter(action -> action.enabled(state))
                .findFirst();
    }

    @Override
    public OptionalLong begins(Action<Kmdf> action) {
        return action instanceof Kmdf.Enter enter
                ? OptionalLong.of(enter.instance().item())
                : OptionalLong.empty();
    }

    @Override
    public Row row(Kmdf state) {
        return switch (state.life(SUBJECT)) {
            case ABSENT -> Row.of(0, "absent");
            case LIVE -> Activity.of(state.queue(), SUBJECT, "pending").in(1, "");
            case DELETING -> Activity.of(state.queue(), SUBJECT, "pending").in(2, "deleting, ");
            case DELETED -> Row.of(3, "deleted");
        };
    }

    @Override
    public Map<String, Object> visible(Kmdf state) {
        return Map.of(
                "waiting", state.queue().flushing().size() + state.deleting().size(), "gone", isDeleted(state));
    }
}
