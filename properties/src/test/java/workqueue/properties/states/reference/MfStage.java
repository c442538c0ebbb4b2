package workqueue.properties.states.reference;

import java.time.Duration;
import workqueue.properties.states.Stage;
import workqueue.reference.mf.HResult;
import workqueue.reference.mf.MediaFoundation;
import workqueue.reference.mf.QueueId;

/** A platform of the reference, and the first private queue that it gives out. A shutdown waits for nothing. */
public final class MfStage extends Acts {
    private static final int QUEUE = 0x00010000;
    private static final int UNDEFINED = 6;
    private static final int STARTS = 3;

    private final MediaFoundation platform = new MediaFoundation(this::thread, 2, 124, Duration.ZERO);

    private MfStage() {
        outside("start", this::start);
        inside("start from its callback", this::start);
        outside("shut down", () -> platform.shutdown());
        inside("shut down from its callback", () -> platform.shutdown());
        outside("allocate", () -> platform.allocateWorkQueue().status());
        outside("lock", () -> platform.lockWorkQueue(QUEUE));
        outside("unlock", () -> platform.unlockWorkQueue(QUEUE));
        inside("unlock from its callback", () -> platform.unlockWorkQueue(QUEUE));
        outside("put", () -> put(QUEUE, SUBJECT));
        inside("put from its callback", () -> put(QUEUE, SUBJECT));
        outside("put to STANDARD", () -> put(QueueId.STANDARD, OTHER));
        outside("put to an undefined queue", () -> put(UNDEFINED, OTHER));
        finish("its callback returns", SUBJECT);
        finish("another's callback returns", OTHER);
    }

    public static Stage make() {
        return new MfStage();
    }

    private HResult start() {
        return platform.startup(MediaFoundation.VERSION);
    }

    private HResult put(int queue, int item) {
        return platform.putWorkItem(queue, result -> run(item), null);
    }

    @Override
    void stopReference() {
        for (int n = 0; n < STARTS; n++) {
            platform.shutdown();
        }
    }
}
