package workqueue.properties.stateful.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import workqueue.properties.stateful.DrivenPlatform;
import workqueue.properties.stateful.Pair;
import workqueue.properties.stateful.PlatformSpec;

/** A platform of the reference, driven by hand, and the executable specification of it. */
final class PlatformPair implements Pair {
    private static final int MF_E_BAD_STARTUP_VERSION = 0xC00D36E3;

    private final HandDrivenPlatform platform = new HandDrivenPlatform();
    private final PlatformSpec spec = new PlatformSpec();

    /** Does the same to both, which have to answer the same. */
    void same(ToIntFunction<DrivenPlatform> operation) {
        assertEquals(name(operation.applyAsInt(spec)), name(operation.applyAsInt(platform)));
    }

    void sameTime() {
        assertEquals(spec.passTime(), platform.passTime(), "MF-45: something was scheduled");
    }

    /** Does to both what has no answer. */
    void both(Consumer<DrivenPlatform> operation) {
        operation.accept(spec);
        operation.accept(platform);
    }

    private static String name(int answer) {
        return String.format("0x%08X", answer);
    }

    /** It changes nothing, so the specification is not asked. */
    void startupOfAnotherVersion() {
        assertEquals(name(MF_E_BAD_STARTUP_VERSION), name(platform.startupOfAnotherVersion()));
    }

    boolean isStarted() {
        return spec.isStarted();
    }

    /** Everything that was accepted runs once, on its queue and in order (rules MF-66, MF-40, MF-57, O1). */
    void runAll() {
        try {
            assertEquals(spec.runAll(), platform.runAll());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void compare() {
        spec.checkInvariants();
    }

    @Override
    public void comeToRest() {
        while (isStarted()) {
            same(DrivenPlatform::shutdown);
        }
        runAll();
    }
}
