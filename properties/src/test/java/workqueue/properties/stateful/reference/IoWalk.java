package workqueue.properties.stateful.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.Walk;

/** All that can be done to I/O work items, from outside and from their own routines, legal or not. */
public final class IoWalk implements Walk<IoPair> {
    private final List<Command<IoPair>> commands = new ArrayList<>();

    private IoWalk() {
        for (int n = 0; n < IoPair.ITEMS; n++) {
            item(n);
        }
        for (int n = 0; n < IoPair.WORKERS; n++) {
            run(n);
        }
        add("delete device", 1, IoPair::isDeviceLive, IoPair::deleteDevice);
    }

    private void item(int item) {
        String of = "(" + item + ")";
        add("allocate" + of, 8, pair -> pair.canBeMade(item), pair -> pair.allocate(item));
        add("initialize" + of, 8, pair -> pair.canBeMade(item), pair -> pair.initialize(item));
        Predicate<IoPair> isKnown = pair -> pair.isKnown(item);
        add("queue" + of, 8, isKnown, pair -> pair.queue(item));
        add("tryQueue" + of, 4, isKnown, pair -> pair.tryQueue(item));
        add("free" + of, 1, isKnown, pair -> pair.free(item));
        add("uninitialize" + of, 1, isKnown, pair -> pair.uninitialize(item));
    }

    /** What the run does that is the n-th of those that go on. */
    private void run(int nth) {
        String from = " from run " + nth;
        Predicate<IoPair> runs = pair -> pair.isRunning(nth);
        add("finish" + from, 6, runs, pair -> pair.finish(nth));
        add("free self" + from, 1, runs, pair -> pair.freeSelf(nth));
        for (int n = 0; n < IoPair.ITEMS; n++) {
            int item = n;
            add("queue(" + n + ")" + from, 3, runs.and(pair -> pair.isKnown(item)), pair -> pair.queueFrom(nth, item));
        }
    }

    private void add(String name, int weight, Predicate<IoPair> possible, Consumer<IoPair> run) {
        commands.add(new Command<>(name, weight, possible, run));
    }

    public static Walk<IoPair> make() {
        return new IoWalk();
    }

    @Override
    public IoPair start() {
        return new IoPair();
    }

    @Override
    public List<Command<IoPair>> commands() {
        return commands;
    }
}
