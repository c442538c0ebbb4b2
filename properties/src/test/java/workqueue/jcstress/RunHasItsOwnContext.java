package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import workqueue.reference.core.DrivenThread;
import workqueue.reference.io.DeviceObject;
import workqueue.reference.io.IoWorkItem;
import workqueue.reference.io.SystemWorkers;
import workqueue.reference.io.WorkQueueType;
import workqueue.reference.nt.BugCheck;

/** Rules IO-9, IO-10 and IO-28: an item that is queued again, as soon as that is allowed, leaves the run before its context. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Too early: a bug check.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Queued again, and the run has its own context.")
@Outcome(expect = FORBIDDEN, desc = "The run has the context of the next.")
@State
public class RunHasItsOwnContext {
    private final DrivenThread thread = new DrivenThread();
    private final IoWorkItem item;
    private int seen;

    /** The item waits when the actors start. */
    public RunHasItsOwnContext() {
        SystemWorkers system = new SystemWorkers(1, thread);
        system.start();
        item = IoWorkItem.allocate(new DeviceObject(system));
        queue(1);
    }

    private void queue(int number) {
        item.queue((device, context) -> seen = (int) context, WorkQueueType.DELAYED, number);
    }

    @Actor
    public void thread(II_Result r) {
        thread.runOne();
        r.r1 = seen;
    }

    @Actor
    public void driver(II_Result r) {
        try {
            queue(2);
            r.r2 = 1;
        } catch (BugCheck waits) {
            r.r2 = 0;
        }
    }
}
