package workqueue.properties.states.reference;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import workqueue.properties.states.Stage;
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

/** A work item of the reference's framework, and another that keeps workers busy. */
public final class KmdfStage extends Acts {
    private static final int WORKERS = 2;

    private final WorkQueue systemWorkers = new WorkQueue(Dedup.COALESCE, WORKERS, this::thread);
    private final AtomicInteger misuses = new AtomicInteger();
    private final AtomicBoolean destroyed = new AtomicBoolean();
    private final WdfDevice device;
    private WdfWorkItem item;

    private KmdfStage(FrameworkVersion version) {
        device = WdfDevice.create(systemWorkers, attributes(), version, message -> misuses.incrementAndGet());
        outside("create", this::create);
        outside("enqueue", () -> reported(item::enqueue));
        inside("enqueue from its callback", () -> reported(item::enqueue));
        outside("flush", () -> item.flush());
        inside("flush from its callback", () -> reported(item::flush));
        outside("delete", () -> item.delete());
        inside("delete from its callback", () -> item.delete());
        outside("dereference", () -> item.dereference());
        finish("its callback returns", SUBJECT);
        WdfWorkItem other = work(OTHER, WdfObjectAttributes.init()).object();
        outside("another is enqueued", other::enqueue);
        finish("another's callback returns", OTHER);
    }

    private static WdfObjectAttributes attributes() {
        return WdfObjectAttributes.init()
                .withSynchronizationScope(SynchronizationScope.NONE)
                .withExecutionLevel(ExecutionLevel.PASSIVE);
    }

    public static Stage make() {
        return new KmdfStage(FrameworkVersion.FROM_1_7);
    }

    public static Stage makeLegacy() {
        return new KmdfStage(FrameworkVersion.BEFORE_1_7);
    }

    private Object create() {
        Created<WdfWorkItem> created =
                work(SUBJECT, WdfObjectAttributes.init().withDestroy(object -> destroyed.set(true)));
        item = created.object();
        return created.status();
    }

    private Created<WdfWorkItem> work(int number, WdfObjectAttributes attributes) {
        return WdfWorkItem.create(new WdfWorkItemConfig(workItem -> run(number), false), attributes.withParent(device));
    }

    private String reported(VoidCall call) throws Exception {
        int before = misuses.get();
        call.call();
        return misuses.get() == before ? Answers.RETURNS : "returns, reported";
    }

    @Override
    public Map<String, Object> visible() {
        Map<String, Object> all = super.visible();
        all.put("gone", destroyed.get());
        return all;
    }

    @Override
    void stopReference() {
        systemWorkers.stop();
    }
}
