package workqueue.properties.stateful.reference;

import java.util.ArrayList;
import java.util.List;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.Walk;

/** All that can be done to a queue of distinct instances, with one worker (a serial queue) or two. */
public final class DistinctWalk implements Walk<DistinctPair> {
    private final int workers;
    private final List<Command<DistinctPair>> commands = new ArrayList<>();

    private DistinctWalk(int workers) {
        this.workers = workers;
        for (int n = 0; n < DistinctPair.ITEMS; n++) {
            int item = n;
            commands.add(new Command<>("enqueue(" + n + ")", 3, pair -> pair.same(queue -> queue.enqueue(item))));
        }
        for (int n = 0; n < workers; n++) {
            int worker = n;
            commands.add(new Command<>("take(" + n + ")", 3, pair -> pair.same(queue -> queue.take(worker))));
            commands.add(new Command<>("finish(" + n + ")", 3, pair -> pair.same(queue -> queue.finish(worker))));
        }
        commands.add(new Command<>("isDrained", 1, pair -> pair.same(queue -> queue.isDrained(0))));
        commands.add(new Command<>("restart", 1, pair -> pair.both(queue -> queue.open(0))));
        commands.add(new Command<>("stop", 1, pair -> pair.both(queue -> queue.close(0))));
    }

    public static Walk<DistinctPair> serial() {
        return new DistinctWalk(1);
    }

    public static Walk<DistinctPair> concurrent() {
        return new DistinctWalk(2);
    }

    @Override
    public DistinctPair start() {
        return new DistinctPair(workers);
    }

    @Override
    public List<Command<DistinctPair>> commands() {
        return commands;
    }
}
