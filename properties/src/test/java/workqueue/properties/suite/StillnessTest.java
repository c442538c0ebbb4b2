package workqueue.properties.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who moves is waited for, and who does not is not. */
class StillnessTest {
    private final Stillness stillness = new Stillness(() -> 0);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    private static Thread start(Action action) {
        Thread thread = new Thread(() -> {
            try {
                action.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void nothingComesOfThreadsThatWait() throws InterruptedException {
        start(end::await);
        assertFalse(stillness.await(() -> false));
    }

    @Test
    void threadThatSleepsIsWaitedFor() throws InterruptedException {
        AtomicBoolean awake = new AtomicBoolean();
        start(() -> sleepUntilTheEnd(awake));
        assertTrue(stillness.await(wakingAfterManyLooks(awake)));
    }

    @Test
    void threadThatWasThereBeforeIsLookedAtOnceItIsSeen() throws InterruptedException {
        AtomicBoolean awake = new AtomicBoolean();
        Thread sleeper = start(() -> sleepUntilTheEnd(awake));
        Stillness later = new Stillness(() -> 0);
        later.watch(sleeper);
        assertTrue(later.await(wakingAfterManyLooks(awake)));
    }

    /** Waits for some time, as a thread that polls does. */
    private void sleepUntilTheEnd(AtomicBoolean awake) throws InterruptedException {
        awake.set(end.await(1, TimeUnit.DAYS));
    }

    /** Wakes the sleeper after more looks than are enough for threads that wait for ever. */
    private BooleanSupplier wakingAfterManyLooks(AtomicBoolean awake) {
        AtomicInteger asked = new AtomicInteger();
        return () -> {
            if (asked.incrementAndGet() == 1_000) {
                end.countDown();
            }
            return awake.get();
        };
    }

    /** Each thread is woken by the one before, so that at every moment but the last one may look as if it waited. */
    @Test
    void whoWasWokenHasHadHisTurn() throws InterruptedException {
        int links = 100;
        CountDownLatch[] latches = new CountDownLatch[links + 1];
        AtomicInteger woken = new AtomicInteger();
        latches[0] = new CountDownLatch(1);
        for (int k = 0; k < links; k++) {
            int link = k;
            latches[k + 1] = new CountDownLatch(1);
            start(() -> {
                latches[link].await();
                woken.incrementAndGet();
                latches[link + 1].countDown();
            });
        }
        stillness.rest();
        assertEquals(0, woken.get());
        latches[0].countDown();
        stillness.rest();
        assertEquals(links, woken.get());
    }

    /** A recording that grows is no rest, whoever makes it grow. */
    @Test
    void whatIsRecordedIsWaitedFor() throws InterruptedException {
        AtomicInteger events = new AtomicInteger();
        Stillness busy = new Stillness(events::incrementAndGet);
        AtomicInteger asked = new AtomicInteger();
        assertTrue(busy.await(() -> asked.incrementAndGet() > 1_000));
    }

    /** Of two that wait for one another's conditions the first is not told that nothing moves while the second may. */
    @Test
    void threadThatAsksIsNotAtRest() throws InterruptedException {
        AtomicBoolean came = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        start(() -> {
            stillness.await(() -> asked.incrementAndGet() > 1_000);
            came.set(true);
        });
        assertTrue(stillness.await(came::get));
    }
}
