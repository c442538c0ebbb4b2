package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import workqueue.reference.core.DrivenThread;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;

/** Rule V1 of I/O work items: a routine sees what happened before its item was queued. */
@JCStressTest
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "Not queued yet.")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The routine sees the data.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The routine misses the data.")
@State
public class QueuedItemSeesTheData {
    private final DrivenThread thread = new DrivenThread();
    private final IoWorkItem item;
    private int data;
    private int seen = -1;

    /** The thread is there when the actors start. */
    public QueuedItemSeesTheData() {
        SystemWorkers system = new SystemWorkers(1, thread);
        system.start();
        item = IoWorkItem.allocate(new DeviceObject(system));
        item.queue((device, context) -> {}, WorkQueueType.DELAYED, null);
        thread.runOne();
    }

    @Actor
    public void driver() {
        data = 1;
        item.queue((device, context) -> seen = data, WorkQueueType.DELAYED, null);
    }

    @Actor
    public void thread(I_Result r) {
        thread.runOne();
        r.r1 = seen;
    }
}
