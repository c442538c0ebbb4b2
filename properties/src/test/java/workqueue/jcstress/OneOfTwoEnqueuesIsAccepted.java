package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLI_Result;
import workqueue.reference.core.DrivenQueue;

/** Rules D1 and D2: of two enqueues of an idle item one is accepted, the other coalesced, and it is queued once. */
@JCStressTest
@Outcome(id = "(ACCEPTED, COALESCED|COALESCED, ACCEPTED), 1", expect = ACCEPTABLE, desc = "Queued once.")
@Outcome(expect = FORBIDDEN, desc = "Queued twice, or not at all.")
@State
public class OneOfTwoEnqueuesIsAccepted {
    private final DrivenQueue queue = new DrivenQueue();

    @Actor
    public void one(LLI_Result r) {
        r.r1 = queue.enqueue(0);
    }

    @Actor
    public void other(LLI_Result r) {
        r.r2 = queue.enqueue(0);
    }

    @Arbiter
    public void count(LLI_Result r) {
        while (queue.take() == 0) {
            r.r3++;
        }
    }
}
