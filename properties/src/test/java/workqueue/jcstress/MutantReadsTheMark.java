package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A mutant that has to fail: enqueue reads the mark instead of confirming it by a compare-and-set. The store of the data
 * may come after that read, also on x86, and the run misses it.
 */
@JCStressTest
@Outcome(
        id = {"1, 1", "0, 0", "0, 1"},
        expect = ACCEPTABLE,
        desc = "As in CoalescedEnqueueIsSeen.")
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "Coalesced, and the run misses the data: a lost wake-up.")
@State
public class MutantReadsTheMark {
    private final AtomicBoolean pending = new AtomicBoolean(true);
    private int data;

    @Actor
    public void producer(II_Result r) {
        data = 1;
        r.r1 = pending.get() ? 1 : 0;
    }

    @Actor
    public void worker(II_Result r) {
        pending.getAndSet(false);
        r.r2 = data;
    }
}
