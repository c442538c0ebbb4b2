package workqueue.reference.mf;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ThreadFactory;

/** Makes the threads of a platform's queues, and knows them again. */
final class QueueThreads implements ThreadFactory {
    private final ThreadFactory threads;
    private final ThreadLocal<Boolean> isOurs = ThreadLocal.withInitial(() -> false);

    QueueThreads(ThreadFactory threads) {
        this.threads = requireNonNull(threads, "threads");
    }

    @Override
    public Thread newThread(Runnable task) {
        return threads.newThread(() -> {
            isOurs.set(true);
            task.run();
        });
    }

    /** Throws if the caller is a thread of the platform, which would wait for itself (rules M3, MF-6). */
    void refuse(String operation) {
        if (isOurs.get()) {
            throw new IllegalStateException("MF-6: " + operation + " was called on a work-queue thread");
        }
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "work queue");
        thread.setDaemon(true);
        return thread;
    }
}
