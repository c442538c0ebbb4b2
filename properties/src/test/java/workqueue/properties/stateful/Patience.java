package workqueue.properties.stateful;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long something that has to happen is waited for. It is shorter where it is known not to happen. */
public final class Patience {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);

    private static volatile Duration limit = LONG;

    private Patience() {}

    /** From now on something is known not to happen. */
    public static void lose() {
        limit = SHORT;
    }

    /** From now on all has to happen again. */
    public static void recover() {
        limit = LONG;
    }

    /** Fails if the condition does not come about. */
    public static void await(String what, BooleanSupplier condition) {
        await(what, condition, limit);
    }

    /** As the other, of something that happens in any case. */
    public static void awaitInAnyCase(String what, BooleanSupplier condition) {
        await(what, condition, LONG);
    }

    private static void await(String what, BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "this does not happen: " + what);
            LockSupport.parkNanos(20_000);
        }
    }
}
