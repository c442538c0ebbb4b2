package workqueue.properties.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workqueue.properties.kit.Implementation.Runs;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;
import workqueue.reference.core.Dedup;
import workqueue.reference.core.WorkQueue;
import workqueue.reference.wdf.Created;
import workqueue.reference.wdf.ExecutionLevel;
import workqueue.reference.wdf.FrameworkVersion;
import workqueue.reference.wdf.SynchronizationScope;
import workqueue.reference.wdf.WdfDevice;
import workqueue.reference.wdf.WdfObjectAttributes;
import workqueue.reference.wdf.WdfWorkItem;
import workqueue.reference.wdf.WdfWorkItemConfig;

/** Work items under one device. */
final class KmdfSession implements Session {
    private final Map<Long, WdfWorkItem> items = new ConcurrentHashMap<>();
    private final Runs runs;
    private final boolean serialized;
    private final WorkQueue systemWorkers;
    private final WdfDevice device;

    KmdfSession(Setup setup, Runs runs) {
        this.runs = runs;
        this.serialized = setup.serialized();
        this.systemWorkers = new WorkQueue(Dedup.COALESCE, setup.workers(), ReferenceImplementation::daemon);
        this.device = WdfDevice.create(
                systemWorkers,
                WdfObjectAttributes.init()
                        .withSynchronizationScope(SynchronizationScope.DEVICE)
                        .withExecutionLevel(ExecutionLevel.PASSIVE),
                setup.profile().equals("kmdf-legacy") ? FrameworkVersion.BEFORE_1_7 : FrameworkVersion.FROM_1_7,
                misuse -> {}); // the oracle sees it in the recording
    }

    @Override
    public Reply call(Request request) throws InterruptedException {
        long id = request.item();
        switch (request.op()) {
            case "create" -> {
                return create(id);
            }
            case "enqueue" -> items.get(id).enqueue();
            case "flush" -> items.get(id).flush();
            case "delete" -> items.get(id).delete();
            default -> throw new UnsupportedOperationException(request.op());
        }
        return Reply.NOTHING;
    }

    private Reply create(long id) {
        WdfWorkItemConfig config =
                new WdfWorkItemConfig(workItem -> runs.run(null, id), false).withAutomaticSerialization(serialized);
        Created<WdfWorkItem> created =
                WdfWorkItem.create(config, WdfObjectAttributes.init().withParent(device));
        if (created.object() != null) {
            items.put(id, created.object());
        }
        return Reply.status(created.status().code());
    }

    @Override
    public void close() {
        systemWorkers.stop();
    }
}
