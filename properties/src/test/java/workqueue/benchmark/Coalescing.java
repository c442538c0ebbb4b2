package workqueue.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A load on which nine of ten enqueues find their item pending: producers enqueue 64 items in turn, while the one worker
 * has a run for every ten enqueues. Producers that are too far ahead of it wait, and nobody sleeps, so that the queue is
 * measured and not the scheduler.
 */
@State(Scope.Benchmark)
public class Coalescing {
    private static final int ITEMS = 64;
    private static final int ENQUEUES_OF_A_RUN = 10;
    private static final int AHEAD = 20 * ITEMS;

    @Param({"kmdf", "ThreadPoolExecutor and set", "DefaultWorkQueue"})
    public String pool;

    private final Runnable[] items = new Runnable[ITEMS];
    private final AtomicLong enqueued = new AtomicLong();
    private volatile long runs;
    private volatile boolean over;
    private Pool made;

    @Setup(Level.Trial)
    public void open() {
        made = Pool.of(pool, 1);
        for (int n = 0; n < ITEMS; n++) {
            items[n] = made.item(this::run);
        }
    }

    private void run() {
        runs++; // there is one worker
        while (enqueued.get() < ENQUEUES_OF_A_RUN * runs && !over) {
            Thread.yield();
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        over = true;
        made.close();
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public void nineOfTenCoalesce() {
        for (Runnable item : items) {
            item.run();
        }
        long mine = enqueued.addAndGet(ITEMS);
        while (mine - ENQUEUES_OF_A_RUN * runs > AHEAD) {
            Thread.yield();
        }
    }
}
