package workqueue.properties.suite;

import java.util.List;
import java.util.stream.Stream;

/** A thread that does nothing: it shows that a new thread gets a processor. */
final class Turn extends Thread {
    private Turn() {
        super("turn");
        setDaemon(true);
    }

    /** Starts two for each processor, and returns when they have ended. */
    static void all() throws InterruptedException {
        List<Turn> turns = Stream.generate(Turn::new)
                .limit(2L * Runtime.getRuntime().availableProcessors())
                .toList();
        turns.forEach(Thread::start);
        for (Turn turn : turns) {
            turn.join();
        }
    }
}
