package workqueue.properties.lincheck;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;
import workqueue.reference.nt.BugCheck;

/** What Lincheck calls on I/O work items of the reference, whose one thread is never started. */
@Param(name = "item", gen = IntGen.class, conf = "0:1")
public class IoWorkItemOperations {
    private static final int QUEUED_TWICE = 1;

    private final IoWorkItem[] items;

    public IoWorkItemOperations() {
        SystemWorkers system = new SystemWorkers(1, Unstarted::new);
        system.start();
        DeviceObject device = new DeviceObject(system);
        items = IntStream.range(0, 2).mapToObj(n -> IoWorkItem.allocate(device)).toArray(IoWorkItem[]::new);
    }

    private static final class Unstarted extends Thread {
        Unstarted(Runnable task) {
            super(task);
        }

        @Override
        public synchronized void start() {}
    }

    @Operation
    public String queue(@Param(name = "item") int item) {
        return answer(() -> {
            items[item].queue((device, context) -> {}, WorkQueueType.DELAYED, null);
            return "queued";
        });
    }

    @Operation
    public String tryQueue(@Param(name = "item") int item) {
        return answer(() -> {
            boolean queued = items[item].tryQueue((object, context, self) -> {}, WorkQueueType.DELAYED, null);
            return queued ? "queued" : "refused";
        });
    }

    @Operation
    public String free(@Param(name = "item") int item) {
        return answer(() -> {
            items[item].free();
            return "freed";
        });
    }

    private static String answer(Supplier<String> call) {
        try {
            return call.get();
        } catch (BugCheck e) {
            return e.parameter(1) == QUEUED_TWICE ? "IO-9" : "IO-13";
        } catch (IllegalStateException e) {
            return "M1";
        }
    }
}
