package workqueue.properties.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
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
        try (Recorder recorder = new Recorder(
                new OwnQueue(), new Setup("kmdf", 1, false), "a burst", (q, i) -> LockSupport.parkNanos(20_000_000))) {
            for (int k = 0; k < 10; k++) {
                recorder.call(Request.item("enqueue", 1));
                Thread.sleep(1);
            }
            Thread.sleep(100);
            Verdict verdict = new Oracle().judge(recorder.history("ok"));
            assertEquals("P1", verdict.rule()); // every enqueue is followed by a run that begins after it
        }
        // readme:end
    }
}
