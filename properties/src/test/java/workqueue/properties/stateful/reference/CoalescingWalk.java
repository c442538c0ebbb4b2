package workqueue.properties.stateful.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.Walk;

/** All that can be done to a coalescing queue. */
public final class CoalescingWalk implements Walk<CoalescingPair> {
    private final List<Command<CoalescingPair>> commands = new ArrayList<>();

    private CoalescingWalk() {
        for (int n = 0; n < CoalescingPair.ITEMS; n++) {
            item(n);
        }
        for (int n = 0; n < CoalescingPair.WORKERS; n++) {
            int worker = n;
            add("take(" + n + ")", 6, pair -> pair.same(queue -> queue.take(worker)));
            add("finish(" + n + ")", 5, pair -> pair.same(queue -> queue.finish(worker)));
        }
    }

    public static Walk<CoalescingPair> make() {
        return new CoalescingWalk();
    }

    private void item(int item) {
        String of = "(" + item + ")";
        add("enqueue" + of, 8, pair -> pair.same(queue -> queue.enqueue(item)));
        add("isDrained" + of, 1, pair -> pair.same(queue -> queue.isDrained(item)));
        add("open" + of, 2, pair -> pair.both(queue -> queue.open(item)));
        add("close" + of, 1, pair -> pair.both(queue -> queue.close(item)));
        add("closeAndWatch" + of, 1, pair -> pair.same(queue -> queue.closeAndWatch(item)));
        commands.add(new Command<>(
                "awaitDrained" + of, 1, pair -> !pair.isAwaitedDrained(item), pair -> pair.awaitDrained(item)));
        for (int n = 0; n < CoalescingPair.CALLERS; n++) {
            int caller = n;
            commands.add(new Command<>(
                    "flush" + of + " by " + n, 1, pair -> pair.isFree(caller), pair -> pair.flush(caller, item)));
        }
    }

    private void add(String name, int weight, Consumer<CoalescingPair> run) {
        commands.add(new Command<>(name, weight, run));
    }

    @Override
    public CoalescingPair start() {
        return new CoalescingPair();
    }

    @Override
    public List<Command<CoalescingPair>> commands() {
        return commands;
    }
}
