package workqueue.properties.states.reference;

import workqueue.properties.states.Stage;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsCountedWorker;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;
import workqueue.reference.ks.Registered;

/** A worker of the reference's kernel streaming, plain or counted, and another that keeps threads busy. */
public final class KsStage extends Acts {
    private static final int THREADS = 2;
    private static final int TYPE = KernelStreaming.DELAYED_WORK_QUEUE;

    private final KernelStreaming streaming = new KernelStreaming(THREADS, this::thread);
    private final KsWorkItem item = new KsWorkItem(() -> run(SUBJECT));
    private KsWorker worker;
    private KsCountedWorker counted;

    private KsStage() {
        outside("unregister", () -> worker.unregister());
        inside("unregister from its routine", () -> worker.unregister());
        finish("its routine returns", SUBJECT);
        KsWorker other = streaming.registerWorker(TYPE).worker();
        outside("another is queued", () -> other.queueWorkItem(new KsWorkItem(() -> run(OTHER))));
        finish("another's routine returns", OTHER);
    }

    public static Stage make() {
        KsStage stage = new KsStage();
        stage.havePlainOperations();
        return stage;
    }

    public static Stage makeCounted() {
        KsStage stage = new KsStage();
        stage.haveCountedOperations();
        return stage;
    }

    private void havePlainOperations() {
        outside("register", this::register);
        outside("queue an item", () -> worker.queueWorkItem(item));
        inside("queue an item from its routine", () -> worker.queueWorkItem(item));
        outside("queue no item", () -> worker.queueWorkItem(null));
    }

    private void haveCountedOperations() {
        outside("register", this::registerCounted);
        outside("increment", () -> counted.increment());
        inside("increment from its routine", () -> counted.increment());
        inside("decrement from its routine", () -> counted.decrement());
        inside("its routine counts down", () -> counted.decrement());
    }

    private Object register() {
        Registered<KsWorker> registered = streaming.registerWorker(TYPE);
        worker = registered.worker();
        return registered.status();
    }

    private Object registerCounted() {
        Registered<KsCountedWorker> registered = streaming.registerCountedWorker(TYPE, item);
        counted = registered.worker();
        worker = counted.worker();
        return registered.status();
    }

    @Override
    void stopReference() {
        streaming.stop();
    }
}
