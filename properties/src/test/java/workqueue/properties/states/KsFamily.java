package workqueue.properties.states;

import java.util.ArrayList;
import java.util.List;
import workqueue.properties.states.Operation.Use;
import workqueue.spec.model.Action;
import workqueue.spec.model.KernelStreaming;

/** A plain worker of kernel streaming. */
final class KsFamily extends KsWorkers {
    @Override
    public String name() {
        return "ks";
    }

    @Override
    public Script script() {
        return new Script("KsStage", "make");
    }

    @Override
    public List<Operation<KernelStreaming>> operations() {
        List<Operation<KernelStreaming>> all = new ArrayList<>();
        all.add(register());
        all.add(queue("queue an item").where(KsWorkers::isKnown));
        all.add(queue("queue an item from its routine").where(KsWorkers::isRunning));
        all.add(Operation.<KernelStreaming>of("queue no item", Use.COLUMN)
                .where(KsWorkers::isKnown)
                .decided("", "KS-25", state -> true, "STATUS_INVALID_PARAMETER"));
        all.addAll(unregister());
        all.addAll(surroundings());
        return all;
    }

    private static Operation<KernelStreaming> queue(String name) {
        Action<KernelStreaming> accept = new KernelStreaming.Accept(SUBJECT, SUBJECT);
        return Operation.<KernelStreaming>of(name, Use.COLUMN_AND_MOVE)
                .decided("", "M1", KsWorkers::isGone, "IllegalStateException M1")
                .allowed("", "A1", accept, "STATUS_SUCCESS")
                .forbidden("KS-16", accept, "STATUS_UNSUCCESSFUL")
                .forbidden("KS-6", accept, "IllegalStateException KS-6");
    }

    @Override
    Action<KernelStreaming> entry(Activity.Entry entry, KernelStreaming state) {
        long worker = entry.instance().item();
        return new KernelStreaming.Enter(entry.worker(), worker, state.items().get(worker));
    }

    @Override
    Row activity(KernelStreaming state) {
        return Activity.of(state.queue(), SUBJECT, "waiting");
    }
}
