package workqueue.properties.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import workqueue.properties.kit.Implementation;
import workqueue.properties.kit.Recorder;
import workqueue.properties.kit.Reply;
import workqueue.properties.kit.Request;
import workqueue.properties.kit.Session;
import workqueue.properties.kit.Setup;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/** The README's example: a queue that somebody wrote, and what the oracle says of it. */
class OwnQueueTest {
    // readme:begin
    static class OwnQueue implements Implementation {
        @Override
        public String name() {
            return "a pool and a set of what is pending";
        }

        @Override
        public Session open(Setup setup, Runs runs) {
            ExecutorService pool = Executors.newFixedThreadPool(setup.workers());
            Set<Long> pending = ConcurrentHashMap.newKeySet();
            return request -> {
                if (pending.add(request.item())) {
                    pool.execute(() -> {
                        runs.run(null, request.item()); // the callback
                        pending.remove(request.item()); // too late: what came meanwhile is lost
                    });
                }
                return Reply.NOTHING;
            };
        }
    }
    // readme:end

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
