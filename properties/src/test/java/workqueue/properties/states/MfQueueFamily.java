package workqueue.properties.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.MediaFoundation;
import workqueue.spec.model.WorkQueue;

/** A serial private queue of a platform. Of the other queues, what is put to them is another item. */
final class MfQueueFamily extends MfPlatforms {
    static final long QUEUE = 0x00010000;

    private static final int LOCKS = 2;
    private static final String NO_QUEUE = "MF_E_INVALID_WORKQUEUE";
    private static final String ON_A_QUEUE_THREAD = "IllegalStateException MF-6";

    @Override
    public String name() {
        return "mf, a queue";
    }

    @Override
    public Script script() {
        return new Script("MfStage", "make");
    }

    @Override
    public List<Operation<MfState>> operations() {
        List<Operation<MfState>> all = new ArrayList<>(startAndShutdown());
        all.add(Operation.<MfState>of("start from its callback", Use.COLUMN)
                .decided("", "M3", MfQueueFamily::isRunning, ON_A_QUEUE_THREAD));
        all.add(Operation.<MfState>of("shut down from its callback", Use.COLUMN)
                .decided("", "M3", MfQueueFamily::isRunning, ON_A_QUEUE_THREAD));
        all.add(allocate());
        all.add(lock("lock", new MediaFoundation.Lock(QUEUE)));
        all.add(lock("unlock", new MediaFoundation.Unlock(QUEUE)));
        all.add(lock("unlock from its callback", new MediaFoundation.Unlock(QUEUE))
                .where(MfQueueFamily::isRunning));
        all.add(put("put", Use.COLUMN_AND_MOVE, QUEUE, SUBJECT, "MF-66"));
        all.add(put("put from its callback", Use.COLUMN_AND_MOVE, QUEUE, SUBJECT, "MF-66")
                .where(MfQueueFamily::isRunning));
        all.add(put("put to STANDARD", Use.COLUMN, MediaFoundation.STANDARD, OTHER, "MF-66"));
        all.add(put("put to an undefined queue", Use.COLUMN, MediaFoundation.STANDARD, OTHER, "MF-16"));
        all.add(finish("its callback returns", SUBJECT));
        all.add(finish("another's callback returns", OTHER));
        return all;
    }

    /** Another queue, where there is the one under test. */
    private static Operation<MfState> allocate() {
        return Operation.<MfState>of("allocate", Use.COLUMN_AND_MOVE)
                .allowed(
                        "",
                        "MF-19",
                        new Chosen<>(state -> Optional.of(step(new MediaFoundation.Allocate(
                                QUEUE + state.model().allocated().size(), true)))),
                        S_OK)
                .allowed("", "MF-4", step(new MediaFoundation.RefuseAllocate()), SHUT_DOWN);
    }

    private static Operation<MfState> lock(String name, Action<MediaFoundation> action) {
        return Operation.<MfState>of(name, Use.COLUMN_AND_MOVE)
                .allowed("", "MF-19", step(action), S_OK)
                .allowed("", "MF-21", step(new MediaFoundation.RefuseLock(QUEUE)), NO_QUEUE);
    }

    /** A shutdown wins over a bad queue (rule MF-18), and an undefined queue is taken for the standard one, of what rule MF-16 allows. */
    private static Operation<MfState> put(String name, Use use, long queue, long item, String rule) {
        return Operation.<MfState>of(name, use)
                .allowed("", "MF-17", step(new MediaFoundation.RefuseShutdown(queue, item)), SHUT_DOWN)
                .allowed("", rule, step(new MediaFoundation.Accept(queue, item)), S_OK)
                .allowed("", "MF-15", step(new MediaFoundation.RefuseInvalid(queue, item)), NO_QUEUE);
    }

    private static boolean isRunning(MfState state) {
        return isRunning(state, SUBJECT);
    }

    @Override
    public boolean isWithin(MfState state) {
        MediaFoundation model = state.model();
        return super.isWithin(state)
                && model.allocated().size() <= 1
                && model.locks().getOrDefault(QUEUE, 0) <= LOCKS
                && model.queue(QUEUE).owed(SUBJECT) <= 1;
    }

    @Override
    public Row row(MfState state) {
        return life(state, queueRow(state.model()));
    }

    private static Row queueRow(MediaFoundation model) {
        if (!model.allocated().contains(QUEUE)) {
            return Row.of(0, "no queue");
        }
        WorkQueue queue = model.queue(QUEUE);
        Row activity = Activity.of(queue, SUBJECT, "pending");
        return switch (model.locks().getOrDefault(QUEUE, 0)) {
            case 0 -> activity.after(3, "released, ");
            case 1 -> activity.after(1, "locked, ");
            default -> activity.after(2, "locked twice, ");
        };
    }
}
