package workqueue.properties.states.reference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import workqueue.properties.states.Stage;
import workqueue.reference.mf.AsyncResult;
import workqueue.reference.mf.Event;
import workqueue.reference.mf.HResult;
import workqueue.reference.mf.Keyed;
import workqueue.reference.mf.MediaFoundation;

/** A platform of the reference, whose time passes when it is told to, and the first key that it gives out. */
public final class MfDeferredStage extends Acts {
    private static final int STARTS = 3;
    private static final long TIMEOUT = -10;

    private final List<Runnable> timed = new ArrayList<>();
    private final Event event = new Event();
    private final MediaFoundation platform =
            new MediaFoundation(this::thread, 2, 124, Duration.ZERO, (delay, action) -> later(action));

    /** The key; before there is one, one that nobody was given. */
    private long key = 1;

    private boolean hasKey;

    private MfDeferredStage() {
        outside("start", () -> platform.startup(MediaFoundation.VERSION));
        outside("shut down", () -> platform.shutdown());
        outside("schedule", () -> keep(platform.scheduleWorkItem(this::invoke, null, TIMEOUT)));
        outside(
                "put waiting",
                () -> keep(platform.putWaitingWorkItem(event, 0, new AsyncResult(null, this::invoke, null))));
        outside("cancel", () -> platform.cancelWorkItem(key));
        inside("cancel from its callback", () -> platform.cancelWorkItem(key));
        outside("its time comes", () -> timed.forEach(Runnable::run));
        outside("its event is set", event::set);
        finish("its callback returns", SUBJECT);
    }

    public static Stage make() {
        return new MfDeferredStage();
    }

    private Runnable later(Runnable action) {
        timed.add(action);
        return () -> timed.remove(action);
    }

    private HResult keep(Keyed answer) {
        if (!hasKey && answer.status().succeeded()) {
            key = answer.key();
            hasKey = true;
        }
        return answer.status();
    }

    private void invoke(AsyncResult result) {
        run(result.getStatus().equals(HResult.MF_E_OPERATION_CANCELLED) ? OTHER : SUBJECT);
    }

    @Override
    boolean isSubject(int item) {
        return true;
    }

    @Override
    void stopReference() {
        for (int n = 0; n < STARTS; n++) {
            platform.shutdown();
        }
    }
}
