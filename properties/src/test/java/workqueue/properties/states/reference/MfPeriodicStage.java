package workqueue.properties.states.reference;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workqueue.properties.states.Stage;
import workqueue.reference.mf.HResult;
import workqueue.reference.mf.MediaFoundation;

/** A platform of the reference, whose time passes when it is told to, and the first key of a callback that it gives out. */
public final class MfPeriodicStage extends Acts {
    private static final int STARTS = 3;

    private final List<Runnable> timed = new CopyOnWriteArrayList<>();
    private final MediaFoundation platform =
            new MediaFoundation(this::thread, 2, 124, Duration.ZERO, (delay, action) -> later(action));

    private MfPeriodicStage() {
        outside("start", () -> platform.startup(MediaFoundation.VERSION));
        outside("shut down", () -> platform.shutdown());
        outside("add", this::add);
        outside("remove", this::remove);
        inside("remove from its callback", this::remove);
        outside("its time comes", this::passTime);
        finish("its callback returns", SUBJECT);
    }

    public static Stage make() {
        return new MfPeriodicStage();
    }

    private HResult add() {
        return platform.addPeriodicCallback(() -> run(SUBJECT)).status();
    }

    private HResult remove() {
        return platform.removePeriodicCallback(1);
    }

    private Runnable later(Runnable action) {
        timed.add(action);
        return () -> timed.remove(action);
    }

    private void passTime() {
        List<Runnable> due = List.copyOf(timed);
        timed.removeAll(due);
        due.forEach(Runnable::run);
    }

    @Override
    void stopReference() {
        for (int n = 0; n < STARTS; n++) {
            platform.shutdown();
        }
    }
}
