package workqueue.properties.reference;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workqueue.properties.kit.Implementation.Runs;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;
import workqueue.reference.mf.Allocated;
import workqueue.reference.mf.AsyncCallback;
import workqueue.reference.mf.AsyncResult;
import workqueue.reference.mf.Event;
import workqueue.reference.mf.HResult;
import workqueue.reference.mf.Keyed;
import workqueue.reference.mf.MediaFoundation;

/** One platform. */
final class MediaFoundationSession implements Session {
    private static final int PRIVATE_QUEUES = 8;
    private static final Duration SHUTDOWN_LIMIT = Duration.ofMillis(200);

    private final Map<Long, AsyncResult> results = new ConcurrentHashMap<>();
    /** What each item waits for, if it is put to wait. */
    private final Map<Long, Event> events = new ConcurrentHashMap<>();

    private final Runs runs;
    private final MediaFoundation platform;

    MediaFoundationSession(Setup setup, Runs runs) {
        this.runs = runs;
        this.platform =
                new MediaFoundation(ReferenceImplementation::daemon, setup.workers(), PRIVATE_QUEUES, SHUTDOWN_LIMIT);
    }

    @Override
    public Reply call(Request request) {
        int queue = request.queue() == null ? 0 : request.queue().intValue();
        return switch (request.op()) {
            case "startup" -> status(platform.startup(MediaFoundation.VERSION));
            case "shutdown" -> status(platform.shutdown());
            case "allocate_queue" ->
                allocated(
                        request.arg() < 0
                                ? platform.allocateWorkQueue()
                                : platform.allocateWorkQueueEx(request.arg().intValue()));
            case "allocate_serial_queue" ->
                allocated(platform.allocateSerialWorkQueue(request.arg().intValue()));
            case "lock_shared_queue" -> allocated(platform.lockSharedWorkQueue("task " + request.arg()));
            case "lock_queue" -> status(platform.lockWorkQueue(queue));
            case "unlock_queue" -> status(platform.unlockWorkQueue(queue));
            case "put" -> status(platform.putWorkItem(queue, callback(request), null));
            case "put2" -> status(platform.putWorkItem2(queue, request.arg().intValue(), callback(request), null));
            case "put_ex" -> status(platform.putWorkItemEx(queue, result(request)));
            case "schedule" -> keyed(platform.scheduleWorkItem(callback(request), null, request.arg()));
            case "put_waiting" ->
                keyed(platform.putWaitingWorkItem(event(request), 0, new AsyncResult(null, callback(request), null)));
            case "cancel" -> status(platform.cancelWorkItem(request.arg()));
            case "add_periodic" -> keyed(platform.addPeriodicCallback(() -> runs.run(request.queue(), request.item())));
            case "remove_periodic" ->
                status(platform.removePeriodicCallback(request.arg().intValue()));
            case "signal" -> signal(request);
            default -> throw new UnsupportedOperationException(request.op());
        };
    }

    private AsyncCallback callback(Request request) {
        return result -> runs.run(
                request.queue(),
                request.item(),
                Integer.toUnsignedLong(result.getStatus().code()));
    }

    private AsyncResult result(Request request) {
        return results.computeIfAbsent(request.item(), item -> new AsyncResult(null, callback(request), null));
    }

    private Event event(Request request) {
        return events.computeIfAbsent(request.item(), item -> new Event());
    }

    private Reply signal(Request request) {
        event(request).set();
        return Reply.NOTHING;
    }

    private static Reply status(HResult status) {
        return Reply.status(status.code());
    }

    private static Reply allocated(Allocated allocated) {
        Reply status = status(allocated.status());
        return status.succeeded()
                ? new Reply(status.status(), Integer.toUnsignedLong(allocated.queueId()), null)
                : status;
    }

    private static Reply keyed(Keyed keyed) {
        Reply status = status(keyed.status());
        return status.succeeded() ? new Reply(status.status(), null, keyed.key()) : status;
    }

    @Override
    public void close() {
        // Threads of queues end with the daemon threads of the process; a platform has no other end than its shutdown.
    }
}
