package workqueue.properties.lincheck;

import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.mf.DrivenItems;

/** A cancel and what it races with have one outcome, in every interleaving tried. */
class CancelLincheckIT {
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 300);

    @Test
    @Tag("MF-47")
    @Tag("MF-50")
    @Tag("MF-51")
    void aWaitingItemIsToldOrRuns() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> cancelAndCome(false));
    }

    @Test
    @Tag("MF-47")
    @Tag("MF-49")
    @Tag("MF-51")
    void aScheduledItemGoesOrRuns() {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> cancelAndCome(true));
    }

    private static void cancelAndCome(boolean timed) {
        DrivenItems items = new DrivenItems();
        long key = timed ? items.schedule() : items.await();
        Thread other = new Racer(() -> items.comes(key));
        other.start();
        boolean inTime = items.cancel(key);
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        String told = timed ? "nothing" : "told " + key;
        String ran = items.run();
        if (!ran.equals(inTime ? told : "ran " + key) || !items.run().equals("nothing")) {
            throw new AssertionError("MF-47: " + ran + ", cancelled in time: " + inTime);
        }
    }
}
