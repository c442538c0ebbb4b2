package workqueue.reference.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Something that a test has done on a thread of its own. No wait is longer than {@link #SECONDS}. */
public final class Background {
    public static final int SECONDS = 120;

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
        await(() -> waits.getAsBoolean() || !thread.isAlive(), "the action waits");
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
        assertTrue(!thread.isAlive(), () -> "the action does not end\n" + threads());
        return thrown;
    }

    /** Waits for the latch; for callbacks, which may throw nothing checked. */
    public static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SECONDS, TimeUnit.SECONDS), () -> "nobody opened the latch\n" + threads());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for what cannot be waited for otherwise. */
    public static void await(BooleanSupplier condition) {
        await(condition, "the condition comes about");
    }

    /** Waits until nobody but the collector knows of an object. */
    public static void awaitForgotten(WeakReference<?> object) {
        await(
                () -> {
                    System.gc();
                    return object.get() == null;
                },
                "the object is collected");
    }

    private static void await(BooleanSupplier condition, String what) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "not in " + SECONDS + " s: " + what + "\n" + threads());
            LockSupport.parkNanos(50_000);
        }
    }

    /** What all threads are about, for who has waited in vain. */
    private static String threads() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            text.append(thread.getName()).append(' ').append(thread.getState()).append('\n');
            for (StackTraceElement frame : frames) {
                text.append("    at ").append(frame).append('\n');
            }
        });
        return text.toString();
    }

    @FunctionalInterface
    public interface Action {
        void run() throws Throwable;
    }
}
