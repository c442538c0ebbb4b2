package workqueue.benchmark;

import java.util.concurrent.Semaphore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The enqueue of a pending item alone; it must not allocate. */
@State(Scope.Thread)
public class CoalescedEnqueue {
    private final Semaphore goOn = new Semaphore(0);
    private Pool made;
    private Runnable item;

    @Setup(Level.Trial)
    public void open() {
        made = Pool.of("kmdf", 1);
        Semaphore heldUp = new Semaphore(0);
        Runnable gate = made.item(() -> {
            heldUp.release();
            goOn.acquireUninterruptibly();
        });
        gate.run();
        heldUp.acquireUninterruptibly();
        item = made.item(() -> {});
        item.run();
    }

    @TearDown(Level.Trial)
    public void close() {
        goOn.release();
        made.close();
    }

    @Benchmark
    public void coalesced() {
        item.run();
    }
}
