package workqueue.properties.lincheck;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A mutant: whether an item waits is looked up, and its place taken later, so that it can be freed or queued in between. */
@Param(name = "item", gen = IntGen.class, conf = "0:1")
public class LooksFirstOperations {
    private static final int FREE = 0;
    private static final int TAKEN = 1;
    private static final int CLOSED = 2;

    private final int[] places = new int[2];

    @Operation
    public String queue(@Param(name = "item") int item) {
        int place = places[item];
        if (place == FREE) {
            places[item] = TAKEN;
        }
        return place == FREE ? "queued" : place == TAKEN ? "IO-9" : "M1";
    }

    @Operation
    public String free(@Param(name = "item") int item) {
        int place = places[item];
        if (place == FREE) {
            places[item] = CLOSED;
        }
        return place == FREE ? "freed" : place == TAKEN ? "IO-13" : "M1";
    }
}
