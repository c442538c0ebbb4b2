package workqueue.properties.states.reference;

import java.util.Map;
import workqueue.properties.stateful.Patience;
import workqueue.properties.states.Stage;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.Storage;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;

/** A work item of the reference's I/O manager, and another that keeps threads busy. */
public final class IoStage extends Acts {
    private static final int THREADS = 2;
    private static final WorkQueueType TYPE = WorkQueueType.DELAYED;

    private final SystemWorkers system = new SystemWorkers(THREADS, this::thread);
    private final DeviceObject device = new DeviceObject(system);
    private IoWorkItem item;

    private IoStage() {
        system.start();
        outside("allocate", () -> made(IoWorkItem.allocate(device)));
        outside("initialize", () -> made(IoWorkItem.initialize(device, Storage.nonpaged(IoWorkItem.sizeOf()))));
        outside("queue", this::queue);
        inside("queue from its routine", this::queue);
        outside("try to queue", () -> {
            Patience.rest(); // a thread that is about to be idle is not free yet
            return tryQueue();
        });
        inside("try to queue from its routine", this::tryQueue);
        outside("free", () -> item.free());
        inside("free from its routine", () -> item.free());
        outside("uninitialize", () -> item.uninitialize());
        inside("uninitialize from its routine", () -> item.uninitialize());
        finish("its routine returns", SUBJECT);
        IoWorkItem other = IoWorkItem.allocate(device);
        outside("another is queued", () -> other.queueEx((object, context, self) -> run(OTHER), TYPE, null));
        finish("another's routine returns", OTHER);
        outside("the device is deleted", device::delete);
    }

    public static Stage make() {
        return new IoStage();
    }

    private Object made(IoWorkItem made) {
        item = made;
        return "an item";
    }

    private Object queue() {
        item.queue((object, context) -> run(SUBJECT), TYPE, null);
        return Answers.RETURNS;
    }

    private Object tryQueue() {
        return item.tryQueue((object, context, self) -> run(SUBJECT), TYPE, null);
    }

    @Override
    public Map<String, Object> visible() {
        Map<String, Object> all = super.visible();
        all.put("references", device.references());
        all.put("gone", device.isGone());
        return all;
    }

    @Override
    void stopReference() {
        system.stop();
    }
}
