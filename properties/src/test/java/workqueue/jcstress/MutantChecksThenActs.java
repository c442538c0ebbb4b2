package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A mutant that has to fail: whether the item is pending is looked up, and marked later. */
@JCStressTest
@Outcome(
        id = {"true, false", "false, true"},
        expect = ACCEPTABLE,
        desc = "One of the two is accepted.")
@Outcome(expect = FORBIDDEN, desc = "Both are accepted: the item is queued twice.")
@State
public class MutantChecksThenActs {
    private volatile boolean pending;

    private boolean enqueue() {
        if (pending) {
            return false;
        }
        pending = true;
        return true;
    }

    @Actor
    public void one(ZZ_Result r) {
        r.r1 = enqueue();
    }

    @Actor
    public void other(ZZ_Result r) {
        r.r2 = enqueue();
    }
}
