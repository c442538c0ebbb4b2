package workqueue.reference.core;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The reference queue with its workers' steps as operations: no thread runs, whoever calls takes and finishes. Two items,
 * each a scope of its own.
 */
public class DrivenQueue {
    private final WorkQueue queue = new WorkQueue(Dedup.COALESCE, 4, Unstarted::new);
    private final WorkItem[] items = {item(), item()};
    /** Workers that hold an item, the oldest first. Guarded by the lock of the queue's head. */
    private final Deque<Worker> busy = new ArrayDeque<>();

    private WorkItem item() {
        Scope scope = new Scope();
        queue.open(scope);
        return new WorkItem(scope, () -> {});
    }

    /** A thread that is never started. */
    private static final class Unstarted extends Thread {
        Unstarted(Runnable task) {
            super(task);
        }

        @Override
        public synchronized void start() {}
    }

    public String enqueue(int item) {
        return queue.enqueue(items[item]).name();
    }

    /** Takes the head of the queue; -1 if there is none. A worker would wait then, so that is looked up first. */
    public int take() {
        synchronized (queue.head) {
            if (queue.queued() == 0) {
                return -1;
            }
            Worker worker = new Worker(queue);
            queue.take(worker);
            busy.addLast(worker);
            return worker.item == items[0] ? 0 : 1;
        }
    }

    /** Finishes the oldest run; false if there is none. */
    public boolean finish() {
        synchronized (queue.head) {
            if (busy.isEmpty()) {
                return false;
            }
            queue.finish(busy.removeFirst());
            return true;
        }
    }

    public void close(int item) {
        queue.close(items[item].scope);
    }

    /** Whether nothing of the item is pending or running; asked without waiting. */
    public boolean isDrained(int item) {
        try {
            return queue.awaitDrained(items[item].scope, 0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
