package workqueue.reference.mf;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;

/**
 * A queue whose threads take the most urgent task first, and of equally urgent ones the oldest (rules MF-29, MF-36).
 *
 * <p>What it enqueues below are tickets, all alike: a thread that has dequeued one takes whichever task is then first.
 */
final class MultithreadedQueue extends ThreadQueue {
    private final Guard guard;
    private final Queue<Numbered> tasks = new PriorityQueue<>();
    private long puts;

    /** The most urgent first, and of equally urgent ones the oldest. */
    private record Numbered(Task task, long number) implements Comparable<Numbered> {
        @Override
        public int compareTo(Numbered other) {
            int urgency = Integer.compare(other.task.priority(), task.priority());
            return urgency != 0 ? urgency : Long.compare(number, other.number);
        }
    }

    MultithreadedQueue(int threadLimit, ThreadFactory threads, Guard guard) {
        super(threadLimit, threads);
        this.guard = guard;
    }

    @Override
    void put(Task task) {
        super.put(() -> guard.locked(tasks::remove).task.run()); // first, for it may fail; the lock keeps it waiting
        tasks.add(new Numbered(task, puts++));
    }
}
