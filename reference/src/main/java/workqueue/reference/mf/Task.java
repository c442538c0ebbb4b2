package workqueue.reference.mf;

/** What waits on a queue and is run there once. */
@FunctionalInterface
interface Task extends Runnable {
    /** How urgent it is: of what waits on a multithreaded queue the greatest goes first (rule MF-36). */
    default int priority() {
        return 0;
    }

    /** Runs it for a serial queue, which goes on when it is told that the task is done (rules S1, MF-38). */
    default void run(Runnable done) {
        try {
            run();
        } finally {
            done.run();
        }
    }
}
