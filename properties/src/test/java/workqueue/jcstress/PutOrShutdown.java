package workqueue.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import workqueue.reference.mf.MediaFoundation;
import workqueue.reference.mf.QueueId;

/** Rules V1, A1, A2, MF-17 and MF-66: a put that races with a shutdown is accepted, runs and sees the data; or is refused and does not run. */
@JCStressTest
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Before the shutdown: it ran, and saw the data.")
@Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "After the shutdown: it did not run.")
@Outcome(expect = FORBIDDEN, desc = "Lost, run all the same, or the data is missed.")
@State
public class PutOrShutdown {
    private final MediaFoundation platform = new MediaFoundation(this::newThread, 1, 1, Duration.ZERO);
    private Runnable queueThread;
    private int data;
    private int seen = -1;

    /** The platform is started, and its thread is there, when the actors start. */
    public PutOrShutdown() {
        platform.startup(MediaFoundation.VERSION);
        platform.putWorkItem(QueueId.STANDARD, result -> {}, null);
    }

    /** A thread that is never started: the actor that shuts down is it. */
    private Thread newThread(Runnable task) {
        queueThread = task;
        return new Thread() {
            @Override
            public void start() {}
        };
    }

    @Actor
    public void application(II_Result r) {
        data = 1;
        boolean accepted = platform.putWorkItem(QueueId.STANDARD, result -> seen = data, null)
                .succeeded();
        r.r1 = accepted ? 1 : 0;
    }

    /** The thread runs what it finds, and ends, for its queue is stopped. */
    @Actor
    public void shutdown(II_Result r) {
        platform.shutdown();
        queueThread.run();
        r.r2 = seen;
    }
}
