package workqueue.reference.internal;

/** Calls of code that others wrote. */
public final class Callbacks {
    private Callbacks() {}

    /**
     * Calls the callback. What it throws goes to the thread's uncaught exception handler, as if the thread ended with
     * it, and this returns: what the caller has to do afterwards is done.
     */
    public static void call(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable t) {
            report(t);
        }
    }

    private static void report(Throwable t) {
        Thread me = Thread.currentThread();
        try {
            me.getUncaughtExceptionHandler().uncaughtException(me, t);
        } catch (Throwable ignored) {
            // As the JDK does: a handler that throws is not heard.
        }
    }
}
