package workqueue.properties.lincheck;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import workqueue.reference.mf.DrivenItems;

/** What Lincheck calls on items of the reference that are put, scheduled or made to wait, and cancelled. */
@Param(name = "key", gen = IntGen.class, conf = "1:1")
public class DeferredOperations {
    private final DrivenItems items = new DrivenItems();

    @Operation
    public void put() {
        items.put();
    }

    @Operation
    public long schedule() {
        return items.schedule();
    }

    @Operation
    public long await() {
        return items.await();
    }

    @Operation
    public void comes(@Param(name = "key") int key) {
        items.comes(key);
    }

    @Operation
    public boolean cancel(@Param(name = "key") int key) {
        return items.cancel(key);
    }

    @Operation
    public String run() {
        return items.run();
    }
}
