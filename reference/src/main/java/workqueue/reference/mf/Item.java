package workqueue.reference.mf;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One put of a result (rule MF-32). It has a reference to the result from its making until it is {@link #drop dropped} or
 * has run (rule MF-63).
 *
 * @param parameters what the callback said of itself when it was put
 * @param cancelled whether the run is to tell that the item was cancelled (rule MF-50)
 */
record Item(AsyncResult result, CallbackParameters parameters, int priority, boolean cancelled) implements Task {
    /** Asks the callback, which is the application's code; so not with the platform's lock held. */
    static Item of(AsyncResult result, int priority) {
        CallbackParameters parameters = result.callback().getParameters();
        result.addReference();
        return new Item(result, parameters, priority, false);
    }

    Item cancel() {
        return new Item(result, parameters, priority, true);
    }

    void drop() {
        result.release();
    }

    @Override
    public void run() {
        invoke(result);
    }

    @Override
    public void run(Runnable done) {
        if (!parameters.replies()) {
            Task.super.run(done);
            return;
        }
        AtomicBoolean replied = new AtomicBoolean(); // a second reply does nothing (MF-39)
        invoke(result.withReply(() -> {
            if (!replied.getAndSet(true)) {
                done.run();
            }
        }));
    }

    private void invoke(AsyncResult handed) {
        try {
            if (cancelled) {
                handed.setStatus(HResult.MF_E_OPERATION_CANCELLED);
            }
            result.callback().invoke(handed);
        } finally {
            drop();
        }
    }
}
