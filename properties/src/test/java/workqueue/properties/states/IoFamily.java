package workqueue.properties.states;

import static workqueue.properties.states.Operation.RETURNS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.IoWorkItem;
import workqueue.spec.model.IoWorkItem.Device;
import workqueue.spec.model.IoWorkItem.Life;

/** A work item of the I/O manager, and another one that keeps the two threads busy. */
final class IoFamily implements Family<IoWorkItem> {
    private static final int WORKERS = 2;
    private static final String NO_ITEM = "IllegalStateException M1";
    private static final String OTHER_END = "IllegalStateException IO-2";

    /** Whether the device may be deleted; then all items are allocated ones. */
    private final boolean deletable;

    IoFamily(boolean deletable) {
        this.deletable = deletable;
    }

    @Override
    public String name() {
        return deletable ? "io, of a device that is deleted" : "io";
    }

    @Override
    public Script script() {
        return new Script("IoStage", "make");
    }

    @Override
    public IoWorkItem initial() {
        return IoWorkItem.initial(Life.ABSENT, Map.of(OTHER, Life.ALLOCATED), WORKERS);
    }

    @Override
    public List<Operation<IoWorkItem>> operations() {
        List<Operation<IoWorkItem>> all = new ArrayList<>();
        all.add(create("allocate", Life.ALLOCATED, Use.COLUMN_AND_MOVE));
        all.add(create("initialize", Life.INITIALIZED, deletable ? Use.COLUMN : Use.COLUMN_AND_MOVE));
        all.add(queue("queue").where(IoFamily::isKnown));
        all.add(queue("queue from its routine").where(IoFamily::isRunning));
        all.add(tryQueue("try to queue").where(IoFamily::isKnown));
        all.add(tryQueue("try to queue from its routine").where(IoFamily::isRunning));
        all.add(end("free", Life.ALLOCATED).where(IoFamily::isKnown));
        all.add(end("free from its routine", Life.ALLOCATED).where(IoFamily::isRunning));
        all.add(end("uninitialize", Life.INITIALIZED).where(IoFamily::isKnown));
        all.add(end("uninitialize from its routine", Life.INITIALIZED).where(IoFamily::isRunning));
        all.add(finish("its routine returns", SUBJECT));
        all.add(Operation.<IoWorkItem>of("another is queued", Use.MOVE)
                .where(state -> state.queue().owed(OTHER) == 0)
                .allowed("", "IO-6", new IoWorkItem.Accept(OTHER), RETURNS));
        all.add(finish("another's routine returns", OTHER));
        all.add(Operation.<IoWorkItem>of("the device is deleted", Use.MOVE)
                .where(state -> deletable)
                .allowed("", "IO-17", new IoWorkItem.DeleteDevice(), RETURNS));
        return all;
    }

    private static Operation<IoWorkItem> create(String name, Life life, Use use) {
        return Operation.<IoWorkItem>of(name, use)
                .where(state -> !isKnown(state))
                .allowed("", "L5", new IoWorkItem.Create(SUBJECT, life), "an item")
                .decided("", "IO-24", state -> state.device() != Device.LIVE, "bug check 0xE4, 3");
    }

    private static Operation<IoWorkItem> queue(String name) {
        Action<IoWorkItem> accept = new IoWorkItem.Accept(SUBJECT);
        return mustBeQueueable(
                Operation.<IoWorkItem>of(name, Use.COLUMN_AND_MOVE).allowed("accepted", "IO-6", accept, RETURNS),
                accept);
    }

    private static Operation<IoWorkItem> tryQueue(String name) {
        Action<IoWorkItem> accept = new IoWorkItem.TryAccept(SUBJECT);
        return mustBeQueueable(
                Operation.<IoWorkItem>of(name, Use.COLUMN)
                        .allowed("", "IO-25", accept, "true")
                        .allowed("", "IO-25", new IoWorkItem.TryRefuse(SUBJECT), "false"),
                accept);
    }

    private static Operation<IoWorkItem> mustBeQueueable(Operation<IoWorkItem> operation, Action<IoWorkItem> action) {
        return operation.forbidden("M1", action, NO_ITEM).forbidden("IO-9", action, "bug check 0xE4, 1");
    }

    private static Operation<IoWorkItem> end(String name, Life life) {
        Action<IoWorkItem> end = new IoWorkItem.Free(SUBJECT, life);
        return Operation.<IoWorkItem>of(name, Use.COLUMN_AND_MOVE)
                .allowed("", "IO-14", end, RETURNS)
                .forbidden("M1", end, NO_ITEM)
                .forbidden("IO-2", end, OTHER_END)
                .forbidden("IO-13", end, "bug check 0xE4, 2");
    }

    private static Operation<IoWorkItem> finish(String name, long item) {
        return Operation.<IoWorkItem>of(name, Use.RELEASE)
                .allowed(
                        "",
                        "R3",
                        new Chosen<>(state -> Activity.last(state.queue(), item).map(IoWorkItem.Finish::new)),
                        RETURNS);
    }

    private static boolean isKnown(IoWorkItem state) {
        return state.life(SUBJECT) != Life.ABSENT;
    }

    private static boolean isRunning(IoWorkItem state) {
        return Activity.run(state.queue(), SUBJECT).isPresent();
    }

    @Override
    public Optional<Action<IoWorkItem>> inner(IoWorkItem state) {
        Stream<Action<IoWorkItem>> begins = Activity.entries(state.queue(), WORKERS)
                .map(entry ->
                        new IoWorkItem.Enter(entry.worker(), entry.instance().item()));
        return Stream.concat(begins, Stream.of(new IoWorkItem.Dequeue(0), new IoWorkItem.RemoveDevice()))
                .filter(action -> action.enabled(state))
                .findFirst();
    }

    @Override
    public OptionalLong begins(Action<IoWorkItem> action) {
        return action instanceof IoWorkItem.Enter enter ? OptionalLong.of(enter.item()) : OptionalLong.empty();
    }

    @Override
    public Row row(IoWorkItem state) {
        Row activity = activity(state);
        Row item = switch (state.life(SUBJECT)) {
            case ABSENT -> Row.of(0, "absent");
            case ALLOCATED -> activity.in(1, "allocated, ");
            case INITIALIZED -> activity.in(2, "initialized, ");
            case FREED -> activity.in(3, "freed, ");
        };
        return switch (state.device()) {
            case LIVE -> item;
            case DELETING -> item.in(item.group() + 10, "device deleted: ");
            case GONE -> item.in(item.group() + 20, "device gone: ");
        };
    }

    /** A try is for an item that does not wait, and looks whether a thread is free. */
    private static Row activity(IoWorkItem state) {
        Row activity = Activity.of(state.queue(), SUBJECT, "queued");
        boolean isBusy = state.life(SUBJECT) != Life.FREED
                && state.queue().owed(SUBJECT) == 0
                && state.queue().running().size() == WORKERS;
        boolean runsTwice = state.queue().running().values().stream().allMatch(instance -> instance.item() == SUBJECT);
        return isBusy && !runsTwice ? activity.and(", no thread free") : activity;
    }

    @Override
    public boolean isShown(IoWorkItem state) {
        return !deletable || state.device() != Device.LIVE;
    }

    @Override
    public Map<String, Object> visible(IoWorkItem state) {
        return Map.of("waiting", 0, "references", state.references(), "gone", state.device() == Device.GONE);
    }
}
