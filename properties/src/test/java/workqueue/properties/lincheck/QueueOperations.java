package workqueue.properties.lincheck;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import workqueue.reference.core.DrivenQueue;

/** What Lincheck calls on the reference queue. */
@Param(name = "item", gen = IntGen.class, conf = "0:1")
public class QueueOperations {
    private final DrivenQueue queue = new DrivenQueue();

    @Operation
    public String enqueue(@Param(name = "item") int item) {
        return queue.enqueue(item);
    }

    @Operation
    public int take() {
        return queue.take();
    }

    @Operation
    public boolean finish() {
        return queue.finish();
    }

    @Operation
    public void close(@Param(name = "item") int item) {
        queue.close(item);
    }

    @Operation
    public boolean isDrained(@Param(name = "item") int item) {
        return queue.isDrained(item);
    }
}
