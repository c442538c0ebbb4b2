package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import workqueue.reference.core.DrivenQueue;

/** Rule V1: a run sees what happened before a coalesced enqueue that it answers. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Coalesced, and the run sees the data.")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Accepted anew after the item was taken: another run will see it.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Accepted anew, and this run sees the data already.")
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "Coalesced, and the run misses the data: a lost wake-up.")
@State
public class CoalescedEnqueueIsSeen {
    private final DrivenQueue queue = new DrivenQueue();
    private int data;

    /** The item is pending when the actors start. */
    public CoalescedEnqueueIsSeen() {
        queue.enqueue(0);
    }

    @Actor
    public void producer(II_Result r) {
        data = 1;
        r.r1 = queue.enqueue(0).equals("COALESCED") ? 1 : 0;
    }

    @Actor
    public void worker(II_Result r) {
        queue.take();
        r.r2 = data;
    }
}
