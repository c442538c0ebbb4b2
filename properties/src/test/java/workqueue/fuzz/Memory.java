package workqueue.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What this thread takes from the heap from now on, whether it gives it back or not. */
final class Memory {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Buffers, and what a reader sets up for its first line. */
    private static final long FIXED = 32 << 20;
    /** A byte of gzip is at most some thousand of text, and a byte of text at most some of events. */
    private static final long FOR_A_BYTE = 64 << 10;

    private final long before = THREADS.getCurrentThreadAllocatedBytes();

    /** Fails if more was taken than so many bytes of input can need. */
    void check(int length) {
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (taken > FIXED + FOR_A_BYTE * length) {
            throw new AssertionError(taken + " bytes of memory for " + length + " bytes of input");
        }
    }
}
