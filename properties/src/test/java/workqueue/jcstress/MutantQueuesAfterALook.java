package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A mutant that has to fail: whether the worker is registered is looked up, and the item queued later, without its lock. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "As in UnregisteredWorkerIsNotCalled.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "As in UnregisteredWorkerIsNotCalled.")
@Outcome(expect = FORBIDDEN, desc = "Run after unregistering returned.")
@State
public class MutantQueuesAfterALook {
    private volatile boolean registered = true;
    private volatile int outstanding;
    private int effect;

    @Actor
    public void driverAndThread() {
        if (registered) {
            outstanding = 1;
            effect = 1;
            outstanding = 0;
        }
    }

    @Actor
    public void unregistering(II_Result r) {
        registered = false;
        while (outstanding > 0) {
            Thread.onSpinWait();
        }
        r.r1 = effect;
    }

    @Arbiter
    public void afterwards(II_Result r) {
        r.r2 = effect;
    }
}
