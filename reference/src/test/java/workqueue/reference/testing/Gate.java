package workqueue.reference.testing;

import java.util.concurrent.CountDownLatch;

/** A callback that a test can catch in the middle: it says that it was entered, and goes on when it is told to. */
public final class Gate implements Runnable {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    @Override
    public void run() {
        entered.countDown();
        Background.await(opened);
    }

    public void awaitEntered() {
        Background.await(entered);
    }

    public boolean isEntered() {
        return entered.getCount() == 0;
    }

    public void open() {
        opened.countDown();
    }
}
