package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** A call that may have to wait, on a thread of its own. */
public final class Caller {
    private final String what;
    private final Thread thread;
    private volatile Throwable thrown;

    private Caller(String what, Call call) {
        this.what = what;
        thread = new Thread(() -> {
            try {
                call.run();
            } catch (Throwable t) {
                thrown = t;
            }
        });
        thread.setDaemon(true);
    }

    /** Makes the call; returns when it has returned or waits. */
    public static Caller start(String what, Call call) {
        Caller caller = new Caller(what, call);
        caller.thread.start();
        Patience.await(what + " returns or waits", () -> caller.hasReturned() || caller.waits());
        return caller;
    }

    private boolean hasReturned() {
        return !thread.isAlive();
    }

    private boolean waits() {
        Thread.State state = thread.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }

    /** Waits until the call has returned, and fails if it threw. */
    public void mustReturn() {
        Patience.await(what + " returns", this::hasReturned);
        if (thrown != null) {
            throw new AssertionError(what, thrown);
        }
    }

    public void mustNotHaveReturned() {
        Patience.await(what + " waits", () -> hasReturned() || waits());
        assertFalse(hasReturned(), what + " has returned");
    }

    public void abandon() {
        thread.interrupt();
    }

    /** Something that may wait. */
    @FunctionalInterface
    public interface Call {
        void run() throws InterruptedException;
    }
}
