package workqueue.benchmark;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Items per second from enqueue to the end of their run; each thread is a producer that waits for its items in batches. */
public class EnqueueToRun {
    static final int BATCH = 256;

    /** The pool that all producers share. */
    @State(Scope.Benchmark)
    public static class Shared {
        @Param({"ThreadPoolExecutor", "mf", "kmdf", "ks", "io"})
        public String pool;

        @Param({"1", "2"})
        public int workers;

        private Pool made;

        @Setup(Level.Trial)
        public void open() {
            made = Pool.of(pool, workers);
        }

        @TearDown(Level.Trial)
        public void close() {
            made.close();
        }
    }

    /** One producer and its items. */
    @State(Scope.Thread)
    public static class Producer {
        private final AtomicInteger left = new AtomicInteger();
        private final Runnable[] items = new Runnable[BATCH];
        private volatile Thread thread;

        @Setup(Level.Trial)
        public void makeItems(Shared shared) {
            for (int n = 0; n < BATCH; n++) {
                items[n] = shared.made.item(this::ran);
            }
        }

        private void ran() {
            if (left.decrementAndGet() == 0) {
                LockSupport.unpark(thread);
            }
        }

        private void enqueueAll() {
            thread = Thread.currentThread();
            left.set(BATCH);
            for (Runnable item : items) {
                item.run();
            }
            while (left.get() > 0) {
                LockSupport.park(this);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void enqueueToRun(Producer producer) {
        producer.enqueueAll();
    }
}
