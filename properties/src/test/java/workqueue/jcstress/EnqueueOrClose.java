package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;
import workqueue.reference.core.DrivenQueue;

/** Rules A1, A2 and C1: an enqueue that races with a close is accepted and queued, or refused and not queued. */
@JCStressTest
@Outcome(id = "ACCEPTED, 1", expect = ACCEPTABLE, desc = "Before the close: it will run.")
@Outcome(id = "REFUSED, 0", expect = ACCEPTABLE, desc = "After the close: it will not.")
@Outcome(expect = FORBIDDEN, desc = "Lost, or queued all the same.")
@State
public class EnqueueOrClose {
    private final DrivenQueue queue = new DrivenQueue();

    @Actor
    public void producer(LI_Result r) {
        r.r1 = queue.enqueue(0);
    }

    @Actor
    public void closer() {
        queue.close(0);
    }

    @Arbiter
    public void count(LI_Result r) {
        while (queue.take() == 0) {
            r.r2++;
        }
    }
}
