package workqueue.reference.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Something that a test has done on a thread of its own. No wait is longer than {@link #SECONDS}. */
public final class Background {
    public static final int SECONDS = 20;

    private final Thread thread;
    private volatile Throwable thrown;

    private Background(Action action) {
        thread = new Thread(() -> {
            try {
                action.run();
            } catch (Throwable t) {
                thrown = t;
            }
        });
        thread.setDaemon(true);
    }

    public static Background start(Action action) {
        Background background = new Background(action);
        background.thread.start();
        return background;
    }

    /** Waits until the action waits for a condition or a latch. */
    public Background awaitBlocked() {
        return awaitThat(() -> isWaiting("java.util.concurrent.", "await") || isWaiting("java.lang.Object", "wait"));
    }

    /** Waits until the action waits for a lock or a monitor. */
    public Background awaitLocking() {
        return awaitThat(() -> isWaiting("java.util.concurrent.", "lock") || thread.getState() == Thread.State.BLOCKED);
    }

    private Background awaitThat(BooleanSupplier waits) {
        await(() -> waits.getAsBoolean() || !thread.isAlive());
        assertTrue(thread.isAlive(), () -> "it did not wait; it threw " + thrown);
        return this;
    }

    /** The state alone would do but for locks that are held for a moment. */
    private boolean isWaiting(String in, String method) {
        Thread.State state = thread.getState();
        return (state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING)
                && Arrays.stream(thread.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(in))
                        .anyMatch(frame -> frame.getMethodName().startsWith(method));
    }

    public Background interrupt() {
        thread.interrupt();
        return this;
    }

    /** Waits until the action has ended, and fails if it threw. */
    public void join() {
        Throwable t = joinThrowing();
        if (t != null) {
            throw new AssertionError(t);
        }
    }

    /** Waits until the action has ended; returns what it threw. */
    public Throwable joinThrowing() {
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        } catch (InterruptedException e) {
            fail(e);
        }
        assertTrue(!thread.isAlive(), "it does not end");
        return thrown;
    }

    /** Waits for the latch; for callbacks, which may throw nothing checked. */
    public static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SECONDS, TimeUnit.SECONDS), "nobody opened the latch");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for what cannot be waited for otherwise. */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it does not come about");
            LockSupport.parkNanos(50_000);
        }
    }

    @FunctionalInterface
    public interface Action {
        void run() throws Throwable;
    }
}
