package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import workqueue.reference.core.DrivenThread;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;

/** Rules KS-13, KS-16 and V2: what was queued has run when unregistering returns, seen by its caller, and nothing runs later. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Refused.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Queued before, and run before.")
@Outcome(expect = FORBIDDEN, desc = "Run after unregistering returned, or what it did is not seen.")
@State
public class UnregisteredWorkerIsNotCalled {
    private final DrivenThread thread = new DrivenThread();
    private final KsWorker worker = new KernelStreaming(1, thread)
            .registerWorker(KernelStreaming.DELAYED_WORK_QUEUE)
            .worker();
    private int effect;

    @Actor
    public void driverAndThread() {
        try {
            worker.queueWorkItem(new KsWorkItem(() -> effect = 1));
        } catch (IllegalStateException gone) {
            return; // the driver is at fault, and told
        }
        thread.runOne();
    }

    @Actor
    public void unregistering(II_Result r) {
        try {
            worker.unregister();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        r.r1 = effect;
    }

    @Arbiter
    public void afterwards(II_Result r) {
        r.r2 = effect;
    }
}
