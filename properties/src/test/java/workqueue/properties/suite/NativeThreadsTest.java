package workqueue.properties.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is taken to be asleep who runs, or will run when there is a processor. */
class NativeThreadsTest {
    private volatile boolean ends;

    @BeforeEach
    void needsLinux() {
        assumeTrue(NativeThreads.areKnown(), "this system does not tell of its threads; Stillness uses Turn here");
    }

    @Test
    void whoRunsIsNotAsleep() throws InterruptedException {
        Thread busy = new Thread(() -> {
            while (!ends) {
                Thread.onSpinWait();
            }
        });
        busy.start();
        for (int k = 0; k < 100; k++) {
            assertFalse(NativeThreads.now().allAsleep());
        }
        ends = true;
        busy.join();
    }

    /** One of them can run at any moment, though each is asleep when it is looked at. */
    @Test
    void whoWakeOneAnotherAreNeverAllAsleep() throws InterruptedException {
        SynchronousQueue<Integer> ball = new SynchronousQueue<>();
        Thread player = new Thread(() -> play(ball));
        Thread other = new Thread(() -> play(ball));
        player.start();
        other.start();
        ball.put(0);
        for (int k = 0; k < 2_000; k++) {
            NativeThreads first = NativeThreads.now();
            assertFalse(first.allAsleep() && first.equals(NativeThreads.now()), "round " + k);
        }
        ends = true;
        player.interrupt();
        other.interrupt();
        player.join();
        other.join();
    }

    private void play(SynchronousQueue<Integer> ball) {
        try {
            while (!ends) {
                ball.put(ball.take() + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the game is over
        }
    }
}
