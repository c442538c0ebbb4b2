package workqueue.reference.mf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Background;
import workqueue.reference.testing.Gate;

/** Priorities. */
class MfPriorityTest extends MfFixture {
    private void putNoting(int queueId, int priority, Object note) {
        assertEquals(HResult.S_OK, mf.putWorkItem2(queueId, priority, result -> log.add(note), null));
    }

    private void putAll(int queueId) {
        for (int n = 1; n <= 2; n++) {
            putNoting(queueId, -1, "low " + n);
            putNoting(queueId, "normal " + n);
            putNoting(queueId, 1, "high " + n);
        }
    }

    @Test
    @Tag("MF-36")
    @Tag("MF-29")
    @Tag("O1")
    void MF_36_mostUrgentIsDequeuedFirstAndOfEquallyUrgentOnesTheOldest() {
        int queue = allocate(QueueType.MULTITHREADED);
        List<Gate> gates = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            gates.add(occupy(queue));
        }
        putAll(queue);
        gates.get(0).open(); // one thread goes on
        mf.unlockWorkQueue(queue);
        Background.await(() -> log.size() == 6);
        assertEquals(List.of("high 1", "high 2", "normal 1", "normal 2", "low 1", "low 2"), log);
        gates.forEach(Gate::open);
    }

    @Test
    @Tag("MF-37")
    void MF_37_serialQueuesKeepTheirOrder() {
        for (int queue : List.of(QueueId.STANDARD, allocateOver(QueueId.MULTITHREADED))) {
            log.clear();
            Gate gate = occupy(queue);
            putAll(queue);
            gate.open();
            settle(queue);
            assertEquals(List.of("low 1", "normal 1", "high 1", "low 2", "normal 2", "high 2"), log);
        }
    }

    @Test
    @Tag("MF-37")
    void MF_37_serialQueueHandsItsFirstItemOnWithItsPriority() {
        List<Gate> gates = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            gates.add(occupy(QueueId.MULTITHREADED));
        }
        putNoting(QueueId.MULTITHREADED, "normal");
        putNoting(allocateOver(QueueId.MULTITHREADED), 1, "serial");
        gates.get(0).open();
        Background.await(() -> log.size() == 2);
        assertEquals(List.of("serial", "normal"), log);
        gates.forEach(Gate::open);
    }

    @Test
    @Tag("MF-32")
    void putWorkItemEx2TakesAResult() {
        AsyncResult result = new AsyncResult(null, log::add, null);
        assertEquals(HResult.S_OK, mf.putWorkItemEx2(QueueId.STANDARD, 1, result));
        settle(QueueId.STANDARD);
        assertEquals(List.of(result), log);
    }
}
