package workqueue.properties.lincheck;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jetbrains.lincheck.datastructures.Operation;

/** A mutant: a worker is queued, and marked later as one that waits, so that it is queued twice. */
public class MarksAfterQueueingOperations {
    private final ConcurrentLinkedQueue<String> queue = new ConcurrentLinkedQueue<>();
    private volatile boolean registered;
    private volatile boolean waiting;

    @Operation
    public synchronized String register() {
        boolean before = registered;
        registered = true;
        return before ? "registered before" : "registered";
    }

    @Operation
    public String queue() {
        if (!registered) {
            return "absent";
        }
        if (waiting) {
            return "KS-6";
        }
        queue.add("plain");
        waiting = true;
        return "STATUS_SUCCESS";
    }

    @Operation
    public synchronized String run() {
        String head = queue.poll();
        if (head == null) {
            return "nothing";
        }
        waiting = false;
        return head;
    }
}
