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

    static void lose() {
        limit = SHORT;
    }

    static void recover() {
        limit = LONG;
    }

    /** Fails if the condition does not come about. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "this does not happen: " + what);
            LockSupport.parkNanos(20_000);
        }
    }
}
