package workqueue.properties.lincheck;

import org.jetbrains.lincheck.datastructures.Operation;

/** A mutant: the count is read, and changed later, so that an increment is lost, or two of them queue the item. */
public class CountsInTwoStepsOperations {
    private volatile int count;
    private volatile boolean waiting;
    private volatile boolean processes;

    @Operation
    public String increment() {
        int before = count;
        waiting |= before == 0;
        count = before + 1;
        return String.valueOf(before + 1);
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

    @Operation
    public synchronized String decrement() {
        if (!processes) {
            return "nothing runs";
        }
        int left = count - 1;
        count = left;
        processes = left > 0;
        return String.valueOf(left);
    }
}
