package workqueue.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A load on which nine of ten enqueues find their item pending: while the only worker is held up, each of 64 items is
 * enqueued ten times; then all run, and the worker is held up again. Nobody sleeps, so that the queue is measured and not
 * the scheduler.
 */
@State(Scope.Thread)
public class Coalescing {
    private static final int ITEMS = 64;
    private static final int TIMES = 10;

    @Param({"kmdf", "ThreadPoolExecutor and set", "DefaultWorkQueue"})
    public String pool;

    private final Runnable[] items = new Runnable[ITEMS];
    private Pool made;

    /** Holds up the worker; enqueued again while it runs, it comes after all that was enqueued before. */
    private Runnable gate;

    private volatile int heldUp;
    private volatile int released;

    @Setup(Level.Trial)
    public void open() {
        made = Pool.of(pool, 1);
        for (int n = 0; n < ITEMS; n++) {
            items[n] = made.item(() -> {});
        }
        gate = made.item(this::hold);
        gate.run();
        await();
    }

    private void hold() {
        int round = heldUp + 1;
        heldUp = round;
        while (released < round) {
            Thread.onSpinWait();
        }
    }

    private void await() {
        while (heldUp == released) {
            Thread.onSpinWait();
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        released = Integer.MAX_VALUE;
        made.close();
    }

    @Benchmark
    @OperationsPerInvocation(ITEMS * TIMES)
    public void nineOfTenCoalesce() {
        for (int n = 0; n < TIMES; n++) {
            for (Runnable item : items) {
                item.run();
            }
        }
        gate.run();
        released = heldUp;
        await();
    }
}
