package workqueue.properties.lincheck;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A mutant: an item is marked pending first and appended later, so an enqueue coalesces with what nobody can take. */
@Param(name = "item", gen = IntGen.class, conf = "0:1")
public class TwoStepOperations {
    private final AtomicIntegerArray pending = new AtomicIntegerArray(2);
    private final Deque<Integer> queue = new ArrayDeque<>();

    @Operation
    public String enqueue(@Param(name = "item") int item) {
        if (!pending.compareAndSet(item, 0, 1)) {
            return "COALESCED";
        }
        synchronized (queue) {
            queue.addLast(item);
        }
        return "ACCEPTED";
    }

    @Operation
    public int take() {
        synchronized (queue) {
            if (queue.isEmpty()) {
                return -1;
            }
            int item = queue.removeFirst();
            pending.set(item, 0);
            return item;
        }
    }
}
