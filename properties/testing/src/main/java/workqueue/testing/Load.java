package workqueue.testing;

import java.util.stream.IntStream;

/** What keeps every processor busy, until it is ended. */
final class Load {
    private volatile boolean ends;

    /** With so many threads that never wait. */
    Load(int threads) {
        IntStream.range(0, threads).forEach(n -> {
            Thread thread = new Thread(this::spin, "load " + n);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void spin() {
        while (!ends) {
            Thread.onSpinWait();
        }
    }

    void end() {
        ends = true;
    }
}
