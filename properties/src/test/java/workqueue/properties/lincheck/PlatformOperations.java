package workqueue.properties.lincheck;

import java.time.Duration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import workqueue.reference.mf.Allocated;
import workqueue.reference.mf.MediaFoundation;

/** What Lincheck calls on the reference platform, whose queues' threads are never started. */
@Param(name = "queue", gen = IntGen.class, conf = "0:1")
public class PlatformOperations {
    private static final int NONE = -1;
    private static final int FIRST = 0x10000;

    private final MediaFoundation platform = new MediaFoundation(Unstarted::new, 1, 8, Duration.ZERO);
    /** How many queues were allocated; they are numbered from {@link #FIRST}. */
    private volatile int allocated;

    private static final class Unstarted extends Thread {
        Unstarted(Runnable task) {
            super(task);
        }

        @Override
        public synchronized void start() {}
    }

    @Operation
    public int startup() {
        return platform.startup(MediaFoundation.VERSION).code();
    }

    @Operation
    public int shutdown() {
        return platform.shutdown().code();
    }

    @Operation
    public synchronized int allocate() {
        Allocated queue = platform.allocateWorkQueue();
        if (!queue.status().succeeded()) {
            return queue.status().code();
        }
        allocated++;
        return queue.queueId();
    }

    @Operation
    public int lock(@Param(name = "queue") int queue) {
        return queue >= allocated ? NONE : platform.lockWorkQueue(FIRST + queue).code();
    }

    @Operation
    public int unlock(@Param(name = "queue") int queue) {
        return queue >= allocated
                ? NONE
                : platform.unlockWorkQueue(FIRST + queue).code();
    }

    @Operation
    public int put(@Param(name = "queue") int queue) {
        return queue >= allocated
                ? NONE
                : platform.putWorkItem(FIRST + queue, result -> {}, null).code();
    }
}
