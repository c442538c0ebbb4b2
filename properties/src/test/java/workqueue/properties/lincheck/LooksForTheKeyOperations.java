package workqueue.properties.lincheck;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A mutant: whether a key is good is looked up, and the key consumed later, so that one item runs and is told as well. */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
public class LooksForTheKeyOperations {
    private final boolean[] waits = new boolean[32];
    private final Queue<String> queue = new ArrayDeque<>();
    private int keys;

    @Operation
    public synchronized long await() {
        keys++;
        waits[keys] = true;
        return keys;
    }

    @Operation
    public void comes(@Param(name = "key") int key) {
        if (waits[key]) {
            consume(key, "ran ");
        }
    }

    @Operation
    public boolean cancel(@Param(name = "key") int key) {
        boolean good = waits[key];
        if (good) {
            consume(key, "told ");
        }
        return good;
    }

    private synchronized void consume(int key, String how) {
        waits[key] = false;
        queue.add(how + key);
    }

    @Operation
    public synchronized String run() {
        return queue.isEmpty() ? "nothing" : queue.remove();
    }
}
