package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import workqueue.reference.core.DrivenQueue;

/** Rules L2, L3 and V2: who sees a closed item drained sees what its run did, and nothing runs after that. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Not drained yet.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Not drained yet, though the run is nearly over.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Drained, and what the run did is seen.")
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "Drained before the run was over, or its effect is not seen.")
@State
public class RunIsOverWhenDrained {
    private final DrivenQueue queue = new DrivenQueue();
    private int effect;

    /** The item is pending when the actors start. */
    public RunIsOverWhenDrained() {
        queue.enqueue(0);
    }

    @Actor
    public void worker() {
        queue.take();
        effect = 1;
        queue.finish();
    }

    @Actor
    public void deleter(II_Result r) {
        queue.close(0);
        r.r1 = queue.isDrained(0) ? 1 : 0;
        r.r2 = effect;
    }
}
