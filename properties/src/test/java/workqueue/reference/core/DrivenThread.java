package workqueue.reference.core;

import java.util.concurrent.ThreadFactory;

/** The only thread of a queue, for a family that makes its queues itself: it is never started, whoever calls is it. */
public final class DrivenThread implements ThreadFactory {
    /** A reference to the constructor, for Lincheck does not see that: it would wait for a thread that it sees made. */
    private static final ThreadFactory UNSTARTED = Unstarted::new;

    private volatile Worker worker;

    private static final class Unstarted extends Thread {
        Unstarted(Runnable task) {
            super(task);
        }

        @Override
        public synchronized void start() {}
    }

    @Override
    public Thread newThread(Runnable task) {
        worker = (Worker) task;
        return UNSTARTED.newThread(task);
    }

    /** Runs the head of the queue; nothing if there is none, where a thread would wait. Called by one at a time. */
    public void runOne() {
        if (takeOne()) {
            worker.item.callback.run();
            worker.queue.finish(worker);
        }
    }

    private boolean takeOne() {
        if (worker == null) {
            return false;
        }
        WorkQueue queue = worker.queue;
        synchronized (queue.head) {
            return queue.queued() > 0 && queue.take(worker);
        }
    }
}
