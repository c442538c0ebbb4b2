package workqueue.properties.lincheck;

/**
 * A thread that shares what its task refers to, so that Lincheck lets others run in between. On JDK 25 it does not see
 * that an object is shared that a thread was given by {@link Thread#Thread(Runnable)}, and tries no interleaving of what
 * is done to it; a field of a class of ours it does see.
 */
final class Racer extends Thread {
    private final Runnable task;

    Racer(Runnable task) {
        this.task = task;
    }

    @Override
    public void run() {
        task.run();
    }
}
