package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A mutant that has to fail: the context is kept in the item, and read after the item may be queued again. */
@JCStressTest
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "As in RunHasItsOwnContext.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "As in RunHasItsOwnContext.")
@Outcome(expect = FORBIDDEN, desc = "The run has the context of the next.")
@State
public class MutantKeepsTheContextInTheItem {
    private final AtomicBoolean waits = new AtomicBoolean(true);
    private volatile int context = 1;

    @Actor
    public void thread(II_Result r) {
        waits.set(false);
        r.r1 = context;
    }

    @Actor
    public void driver(II_Result r) {
        if (waits.compareAndSet(false, true)) {
            context = 2;
            r.r2 = 1;
        }
    }
}
