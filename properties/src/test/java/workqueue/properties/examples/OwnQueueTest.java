package workqueue.properties.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Recorder;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Setup;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/** What the oracle says of the README's example. */
class OwnQueueTest {
    @Test
    void lostWakeUpIsFound() throws InterruptedException {
        // readme:begin
        Semaphore begun = new Semaphore(0);
        Semaphore gate = new Semaphore(0);
        Implementation.Runs callback = (queue, item) -> {
            begun.release();
            gate.acquireUninterruptibly();
        };
        try (Recorder recorder = new Recorder(new OwnQueue(), new Setup("kmdf", 1, false), "a burst", callback)) {
            recorder.call(Request.item("enqueue", 1));
            begun.acquire();
            recorder.call(Request.item("enqueue", 1)); // while the callback is held at the gate
            gate.release(2);
            recorder.call(Request.item("enqueue", 2));
            recorder.call(Request.item("flush", 2)); // behind which nothing is left to come
            Verdict verdict = new Oracle().judge(recorder.history("ok"));
            assertEquals("P1", verdict.rule()); // every enqueue is followed by a run that begins after it
        }
        // readme:end
    }
}
