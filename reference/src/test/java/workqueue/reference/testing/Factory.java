package workqueue.reference.testing;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Makes daemon threads, and remembers them and what was thrown in them. */
public final class Factory implements ThreadFactory {
    public final List<Thread> threads = new CopyOnWriteArrayList<>();
    public final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
        threads.add(thread);
        return thread;
    }

    /** Waits until all threads have ended. */
    public void awaitEnded() {
        for (Thread thread : threads) {
            Background.start(thread::join).join();
        }
    }

    /** A factory of virtual threads, on a JDK that has them. */
    public static Optional<ThreadFactory> ofVirtualThreads() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
            return Optional.of((ThreadFactory) factory.invoke(builder));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
