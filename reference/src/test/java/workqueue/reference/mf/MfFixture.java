package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** What the tests of Media Foundation share: a platform, started, whose shutdowns wait for longer than any test does. */
abstract class MfFixture {
    static final int PRIVATE_QUEUES = 8;

    final Factory factory = new Factory();
    final ManualTimer timer = new ManualTimer();
    final List<Object> log = new CopyOnWriteArrayList<>();
    final MediaFoundation mf = platform(Duration.ofDays(1));

    MediaFoundation platform(Duration shutdownLimit) {
        MediaFoundation platform = new MediaFoundation(factory, 4, PRIVATE_QUEUES, shutdownLimit, timer);
        assertEquals(HResult.S_OK, platform.startup(MediaFoundation.VERSION));
        return platform;
    }

    int allocate(int type) {
        Allocated allocated = mf.allocateWorkQueueEx(type);
        assertEquals(HResult.S_OK, allocated.status());
        return allocated.queueId();
    }

    int allocateOver(int base) {
        Allocated allocated = mf.allocateSerialWorkQueue(base);
        assertEquals(HResult.S_OK, allocated.status());
        return allocated.queueId();
    }

    /** A callback with parameters. */
    static AsyncCallback with(int flags, int queueId, AsyncCallback callback) {
        return new AsyncCallback() {
            @Override
            public void invoke(AsyncResult result) {
                callback.invoke(result);
            }

            @Override
            public CallbackParameters getParameters() {
                return CallbackParameters.of(flags, queueId);
            }
        };
    }

    void put(int queueId, Runnable callback) {
        assertEquals(HResult.S_OK, mf.putWorkItem(queueId, result -> callback.run(), null));
    }

    void putNoting(int queueId, Object note) {
        put(queueId, () -> log.add(note));
    }

    /** Keeps one of the queue's threads busy until the gate is opened. */
    Gate occupy(int queueId) {
        Gate gate = new Gate();
        put(queueId, gate);
        gate.awaitEntered();
        return gate;
    }

    /** Waits until everything that was put on a serial queue has run. */
    void settle(int queueId) {
        Gate last = new Gate();
        put(queueId, last);
        last.awaitEntered();
        last.open();
    }
}
