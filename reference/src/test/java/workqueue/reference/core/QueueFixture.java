package workqueue.reference.core;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import workqueue.reference.testing.Factory;
import workqueue.reference.testing.Gate;

/** What the tests of the queue share: items that note in a log that they ran, and queues that stop after the test. */
abstract class QueueFixture {
    final Factory factory = new Factory();
    final List<String> log = new CopyOnWriteArrayList<>();
    private final List<WorkQueue> queues = new CopyOnWriteArrayList<>();

    @AfterEach
    void stopQueues() {
        queues.forEach(WorkQueue::stop);
    }

    WorkQueue coalescing(int workers) {
        return queue(Dedup.COALESCE, workers);
    }

    WorkQueue distinct(int workers) {
        return queue(Dedup.DISTINCT, workers);
    }

    private WorkQueue queue(Dedup dedup, int workers) {
        WorkQueue queue = new WorkQueue(dedup, workers, factory);
        queues.add(queue);
        return queue;
    }

    static Scope open(WorkQueue queue) {
        Scope scope = new Scope();
        queue.open(scope);
        return scope;
    }

    static WorkItem item(WorkQueue queue, Runnable callback) {
        return new WorkItem(open(queue), callback);
    }

    WorkItem logging(WorkQueue queue, String name) {
        return item(queue, () -> log.add(name));
    }

    /** Keeps one worker busy until the gate is opened. */
    static Gate occupy(WorkQueue queue) {
        Gate gate = new Gate();
        queue.enqueue(item(queue, gate));
        gate.awaitEntered();
        return gate;
    }

    /** Waits until everything that is queued on a serial queue has run. */
    static void settle(WorkQueue queue) {
        Gate last = new Gate();
        queue.enqueue(item(queue, last));
        last.awaitEntered();
        last.open();
    }
}
