package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import workqueue.reference.mf.AsyncResult;
import workqueue.reference.mf.Event;
import workqueue.reference.mf.HResult;
import workqueue.reference.mf.MediaFoundation;

/** Rules MF-47, MF-50 and MF-51: an item whose cancel races with its event runs once, and is told if the cancel succeeded. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "Cancelled.")
@Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "The event came first.")
@Outcome(expect = FORBIDDEN, desc = "Run twice, not at all, or told the wrong thing.")
@State
public class CancelOrEvent {
    private final MediaFoundation platform = new MediaFoundation(this::newThread, 1, 1, Duration.ZERO);
    private final Event event = new Event();
    private final long key;
    private Runnable queueThread;
    private int runs;
    private int told;

    /** The item waits when the actors start. */
    public CancelOrEvent() {
        platform.startup(MediaFoundation.VERSION);
        key = platform.putWaitingWorkItem(event, 0, new AsyncResult(null, this::run, null))
                .key();
    }

    /** A thread that is never started: the arbiter is it. */
    private Thread newThread(Runnable task) {
        queueThread = task;
        return new Thread() {
            @Override
            public void start() {}
        };
    }

    private void run(AsyncResult result) {
        runs++;
        told = result.getStatus() == HResult.MF_E_OPERATION_CANCELLED ? 1 : 0;
    }

    @Actor
    public void cancel(III_Result r) {
        r.r1 = platform.cancelWorkItem(key).succeeded() ? 1 : 0;
    }

    @Actor
    public void event() {
        event.set();
    }

    @Arbiter
    public void afterwards(III_Result r) {
        platform.shutdown();
        queueThread.run();
        r.r2 = runs;
        r.r3 = told;
    }
}
