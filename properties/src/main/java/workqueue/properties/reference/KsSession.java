package workqueue.properties.reference;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workqueue.properties.kit.Implementation.Runs;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsCountedWorker;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;

/** Kernel streaming workers, which are the recording's queues. The item of a counted worker has the worker's number. */
final class KsSession implements Session {
    private final Map<Long, KsWorker> workers = new ConcurrentHashMap<>();
    private final Map<Long, KsCountedWorker> countedWorkers = new ConcurrentHashMap<>();
    private final Runs runs;
    private final boolean counted;
    private final KernelStreaming streaming;

    KsSession(Setup setup, Runs runs) {
        this.runs = runs;
        this.counted = setup.profile().equals("ks-counted");
        this.streaming = new KernelStreaming(setup.workers(), ReferenceImplementation::daemon);
    }

    @Override
    public Reply call(Request request) throws InterruptedException {
        long worker = request.queue();
        return switch (request.op()) {
            case "register" -> register(worker);
            case "queue" ->
                Reply.status(workers.get(worker)
                        .queueWorkItem(new KsWorkItem(() -> runs.run(worker, request.item())))
                        .code());
            case "increment" -> Reply.status(countedWorkers.get(worker).increment());
            case "decrement" -> Reply.status(countedWorkers.get(worker).decrement());
            case "unregister" -> {
                workers.get(worker).unregister();
                yield Reply.NOTHING;
            }
            default -> throw new UnsupportedOperationException(request.op());
        };
    }

    private Reply register(long worker) {
        if (!counted) {
            workers.put(
                    worker,
                    streaming.registerWorker(KernelStreaming.DELAYED_WORK_QUEUE).worker());
            return Reply.NOTHING;
        }
        KsWorkItem item = new KsWorkItem(() -> runs.run(worker, worker));
        KsCountedWorker made = streaming
                .registerCountedWorker(KernelStreaming.DELAYED_WORK_QUEUE, item)
                .worker();
        countedWorkers.put(worker, made);
        workers.put(worker, made.worker());
        return Reply.NOTHING;
    }

    @Override
    public void close() {
        streaming.stop();
    }
}
