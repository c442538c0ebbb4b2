package workqueue.properties.lincheck;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A mutant: whether an item is pending is looked up, and acted on later, so that it can be pending twice. */
@Param(name = "item", gen = IntGen.class, conf = "0:1")
public class CheckThenActOperations {
    private final ConcurrentLinkedDeque<Integer> queue = new ConcurrentLinkedDeque<>();

    @Operation
    public String enqueue(@Param(name = "item") int item) {
        if (queue.contains(item)) {
            return "COALESCED";
        }
        queue.addLast(item);
        return "ACCEPTED";
    }

    @Operation
    public int take() {
        Integer item = queue.pollFirst();
        return item == null ? -1 : item;
    }
}
