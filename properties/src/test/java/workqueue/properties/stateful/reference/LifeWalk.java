package workqueue.properties.stateful.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.Walk;
import workqueue.reference.wdf.FrameworkVersion;
import workqueue.spec.model.Kmdf.Life;

/** All that can be done to work items, from outside and from their own callbacks. */
public final class LifeWalk implements Walk<LifePair> {
    private final List<Command<LifePair>> commands = new ArrayList<>();

    private final FrameworkVersion version;

    private LifeWalk(FrameworkVersion version) {
        this.version = version;
        for (int n = 0; n < LifePair.ITEMS; n++) {
            item(n);
        }
        for (int n = 0; n < LifePair.WORKERS; n++) {
            run(n);
        }
    }

    private void item(int item) {
        String of = "(" + item + ")";
        add("create" + of, 8, pair -> pair.life(item) == Life.ABSENT, pair -> pair.create(item));
        add("enqueue" + of, 8, pair -> pair.isValid(item), pair -> pair.enqueue(item));
        add("enqueue" + of + " deleted", 1, pair -> pair.life(item) == Life.DELETED, pair -> pair.enqueueDeleted(item));
        add("delete" + of + " again", 1, pair -> pair.life(item) == Life.DELETING, pair -> pair.deleteAgain(item));
        for (int n = 0; n < LifePair.CALLERS; n++) {
            caller(n, item, of + " by " + n);
        }
    }

    private void caller(int caller, int item, String by) {
        add("flush" + by, 2, pair -> pair.isFree(caller) && pair.isValid(item), pair -> pair.flush(caller, item));
        add(
                "delete" + by,
                1,
                pair -> pair.isFree(caller) && pair.life(item) == Life.LIVE,
                pair -> pair.delete(caller, item));
    }

    /** What the run does that is the n-th of those that go on. */
    private void run(int nth) {
        String from = " from run " + nth;
        Predicate<LifePair> runs = pair -> pair.isRunning(nth);
        add("finish" + from, 5, runs, pair -> pair.finish(nth));
        add("delete self" + from, 1, runs, pair -> pair.deleteSelf(nth));
        add("flush self" + from, 1, runs, pair -> pair.flushSelf(nth));
        for (int n = 0; n < LifePair.ITEMS; n++) {
            int item = n;
            add(
                    "enqueue(" + n + ")" + from,
                    2,
                    runs.and(pair -> pair.isValid(item)),
                    pair -> pair.enqueueFrom(nth, item));
        }
    }

    private void add(String name, int weight, Predicate<LifePair> possible, Consumer<LifePair> run) {
        commands.add(new Command<>(name, weight, possible, run));
    }

    public static Walk<LifePair> make() {
        return new LifeWalk(FrameworkVersion.FROM_1_7);
    }

    /** Of a framework where an enqueue of a pending item is the caller's error. */
    public static Walk<LifePair> legacy() {
        return new LifeWalk(FrameworkVersion.BEFORE_1_7);
    }

    @Override
    public LifePair start() {
        return new LifePair(version);
    }

    @Override
    public List<Command<LifePair>> commands() {
        return commands;
    }
}
