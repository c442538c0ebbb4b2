package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A mutant that has to fail: whether the platform is started is looked up, and the item put later. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "As in PutOrShutdown.")
@Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "As in PutOrShutdown.")
@Outcome(expect = FORBIDDEN, desc = "Accepted after the shutdown, and lost.")
@State
public class MutantPutsAfterALook {
    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private volatile boolean started = true;
    private int data;
    private int seen = -1;

    @Actor
    public void application(II_Result r) {
        data = 1;
        if (started) {
            queue.add(() -> seen = data);
            r.r1 = 1;
        }
    }

    @Actor
    public void shutdown(II_Result r) {
        started = false;
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            task.run();
        }
        r.r2 = seen;
    }
}
