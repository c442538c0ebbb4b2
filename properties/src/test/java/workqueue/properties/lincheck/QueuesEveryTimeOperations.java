package workqueue.properties.lincheck;

import org.jetbrains.lincheck.datastructures.Operation;

/** A mutant: every increment queues the item, not only the one that makes the count 1, and the item waits already. */
public class QueuesEveryTimeOperations {
    private int count;
    private boolean waiting;
    private boolean processes;

    @Operation
    public synchronized String increment() {
        if (waiting) {
            return "KS-6";
        }
        waiting = true;
        count++;
        return String.valueOf(count);
    }

    @Operation
    public synchronized String run() {
        if (processes) {
            return "busy";
        }
        processes = waiting;
        waiting = false;
        return processes ? "counted" : "nothing";
    }
}
