package workqueue.reference.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;

/** The workers of one queue. Every method is called with the lock of the queue's tail held, which guards every field. */
final class Workers {
    private final int limit;
    private final ThreadFactory threads;
    private final List<Worker> all = new ArrayList<>();

    /**
     * Workers that found nothing to do and were not chosen for something since. Who was chosen is spoken for, though its
     * thread may take a while to notice, and nobody else relies on it.
     */
    private final Deque<Worker> idle = new ArrayDeque<>();

    private boolean stopping;

    Workers(int limit, ThreadFactory threads) {
        if (limit < 1) {
            throw new IllegalArgumentException("workers must be at least 1, not " + limit);
        }
        this.limit = limit;
        this.threads = requireNonNull(threads, "threads");
    }

    /** Starts a worker for one more item, unless one is idle or there may be no more of them. */
    void startUnlessIdle(WorkQueue queue) {
        if (!idle.isEmpty() || all.size() == limit) {
            return;
        }
        Worker worker = new Worker(queue);
        Thread thread = requireNonNull(threads.newThread(worker), "the thread factory returned null");
        worker.thread = thread;
        thread.start();
        all.add(worker); // after the start, which may fail
    }

    /** Whether there would be a worker for one more item than are queued. */
    boolean isAnyFree(int queued) {
        long busy = all.stream().filter(worker -> worker.item != null).count();
        return queued + busy < limit;
    }

    /** Chooses an idle worker for an item that was queued, the one that was idle last; null if all have work. */
    Worker choose() {
        Worker chosen = idle.pollLast();
        if (chosen != null) {
            chosen.endRest();
        }
        return chosen;
    }

    /** Notes that a worker found nothing to do. */
    void rest(Worker worker) {
        worker.beginRest();
        idle.addLast(worker);
    }

    /** Forgets a worker, and has it end. */
    void remove(Worker worker) {
        worker.ends = true;
        all.remove(worker);
    }

    /** Has workers end from now on when they find nothing to do; returns the idle ones, which have to be woken. */
    List<Worker> stop() {
        stopping = true;
        List<Worker> chosen = List.copyOf(idle);
        chosen.forEach(Worker::endRest);
        idle.clear();
        return chosen;
    }

    void restart() {
        stopping = false;
    }

    boolean isStopping() {
        return stopping;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean anyMatch(Predicate<Worker> condition) {
        return all.stream().anyMatch(condition);
    }
}
