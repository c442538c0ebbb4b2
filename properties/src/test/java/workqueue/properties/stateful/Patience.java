package workqueue.properties.stateful;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import workqueue.properties.suite.Stillness;

/** Waits for what has to happen, for as long as anything moves that may bring it about. */
public final class Patience {
    /** What comes, mostly comes soon. */
    private static final int SOON = 50;

    private static final long PAUSE = 20_000;

    private static final Stillness STILLNESS = new Stillness(() -> 0);

    private Patience() {}

    /** Fails if the condition does not come about. */
    public static void await(String what, BooleanSupplier condition) {
        for (int n = 0; n < SOON; n++) {
            if (condition.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
        try {
            if (!STILLNESS.await(condition)) {
                throw new AssertionError("this does not happen: " + what + "\n" + STILLNESS.threads());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(what, e);
        }
    }

    /** Waits until everybody waits. */
    public static void rest() {
        try {
            STILLNESS.rest();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
