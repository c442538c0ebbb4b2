package workqueue.properties.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workqueue.properties.kit.Implementation.Runs;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.IoWorkItemRoutineEx;
import workqueue.reference.io.Storage;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;
import workqueue.reference.nt.BugCheck;

/** Work items of one device. */
final class IoSession implements Session {
    private final Map<Long, IoWorkItem> items = new ConcurrentHashMap<>();
    private final Runs runs;
    private final SystemWorkers systemWorkers;
    private final DeviceObject device;

    IoSession(Setup setup, Runs runs) {
        this.runs = runs;
        this.systemWorkers = new SystemWorkers(setup.workers(), ReferenceImplementation::daemon);
        this.device = new DeviceObject(systemWorkers);
        systemWorkers.start();
    }

    /** A bug check is the answer of the call that it stops. */
    @Override
    public Reply call(Request request) {
        try {
            return perform(request);
        } catch (BugCheck bugCheck) {
            return Reply.status(bugCheck.code());
        }
    }

    private Reply perform(Request request) {
        long id = request.item();
        switch (request.op()) {
            case "allocate" -> items.put(id, IoWorkItem.allocate(device));
            case "initialize" -> items.put(id, IoWorkItem.initialize(device, Storage.nonpaged(IoWorkItem.sizeOf())));
            case "free" -> items.get(id).free();
            case "uninitialize" -> items.get(id).uninitialize();
            case "queue" -> items.get(id).queue((d, type) -> runs.run((Long) type, id), type(request), request.queue());
            case "queue_ex" -> items.get(id).queueEx(routine(id), type(request), request.queue());
            case "try_queue" -> {
                return Reply.status(items.get(id).tryQueue(routine(id), type(request), request.queue()) ? 1 : 0);
            }
            default -> throw new UnsupportedOperationException(request.op());
        }
        return Reply.NOTHING;
    }

    /** The context is the queue type, so that a recording shows which one arrived. */
    private IoWorkItemRoutineEx routine(long id) {
        return (object, type, item) -> runs.run((Long) type, id);
    }

    private static WorkQueueType type(Request request) {
        return new WorkQueueType(request.queue().intValue());
    }

    @Override
    public void close() {
        systemWorkers.stop();
    }
}
