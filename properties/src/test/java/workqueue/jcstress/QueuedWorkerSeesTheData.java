package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import workqueue.reference.core.DrivenThread;
import workqueue.reference.ks.KernelStreaming;
import workqueue.reference.ks.KsWorkItem;
import workqueue.reference.ks.KsWorker;

/** Rule V1 of kernel streaming: a routine sees what happened before its item was queued. */
@JCStressTest
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "Not queued yet.")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The routine sees the data.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The routine misses the data.")
@State
public class QueuedWorkerSeesTheData {
    private final DrivenThread thread = new DrivenThread();
    private final KsWorker worker = new KernelStreaming(1, thread)
            .registerWorker(KernelStreaming.DELAYED_WORK_QUEUE)
            .worker();
    private int data;
    private int seen = -1;

    /** The thread is there when the actors start. */
    public QueuedWorkerSeesTheData() {
        worker.queueWorkItem(new KsWorkItem(() -> {}));
        thread.runOne();
    }

    @Actor
    public void driver() {
        data = 1;
        worker.queueWorkItem(new KsWorkItem(() -> seen = data));
    }

    @Actor
    public void thread(I_Result r) {
        thread.runOne();
        r.r1 = seen;
    }
}
