package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A mutant that has to fail: the item counts as drained when it is taken, not when its run has finished. */
@JCStressTest
@Outcome(
        id = {"0, 0", "0, 1", "1, 1"},
        expect = ACCEPTABLE,
        desc = "As in RunIsOverWhenDrained.")
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "Drained before the run was over.")
@State
public class MutantDrainsTooEarly {
    private volatile int outstanding = 1;
    private int effect;

    @Actor
    public void worker() {
        outstanding = 0;
        effect = 1;
    }

    @Actor
    public void deleter(II_Result r) {
        r.r1 = outstanding == 0 ? 1 : 0;
        r.r2 = effect;
    }
}
