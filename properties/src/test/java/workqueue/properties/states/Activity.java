package workqueue.properties.states;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import workqueue.spec.model.Instance;
import workqueue.spec.model.WorkQueue;

/** What an item of a queue is about. */
final class Activity {
    /** There is room for distinctions that not every family makes. */
    private static final int STEP = 2;

    private Activity() {}

    /**
     * The name of what the item is about.
     *
     * @param pending what an item is called that waits
     */
    static Row of(WorkQueue queue, long item, String pending) {
        long runs = queue.running().values().stream()
                .filter(instance -> instance.item() == item)
                .count();
        boolean waits = queue.owed(item) > 0;
        if (runs == 0) {
            return new Row(0, waits ? STEP : 0, waits ? pending : "idle");
        }
        String running = runs == 1 ? "running" : "running twice";
        return new Row(0, STEP * (2 * (int) runs + (waits ? 1 : 0)), running + (waits ? " and " + pending : ""));
    }

    /** The worker that runs the item, and began to last if there are several. */
    static Optional<Long> run(WorkQueue queue, long item) {
        return queue.running().entrySet().stream()
                .filter(run -> run.getValue().item() == item)
                .map(run -> run.getKey())
                .max(Long::compare);
    }

    /** The worker that runs the item, if of all workers it began last. */
    static Optional<Long> last(WorkQueue queue, long item) {
        return run(queue, item)
                .filter(worker -> queue.running().keySet().stream().allMatch(other -> other <= worker));
    }

    /**
     * The calls of callbacks that may come next: by the first idle worker. As only what began last ends, those that run
     * have the first numbers, in the order in which they began.
     */
    static Stream<Entry> entries(WorkQueue queue, int workers) {
        return LongStream.range(0, workers)
                .filter(worker -> !queue.running().containsKey(worker))
                .limit(1)
                .boxed()
                .flatMap(worker -> queue.dequeued().keySet().stream().map(instance -> new Entry(worker, instance)));
    }

    /** A worker, and what it calls the callback of. */
    record Entry(long worker, Instance instance) {}
}
