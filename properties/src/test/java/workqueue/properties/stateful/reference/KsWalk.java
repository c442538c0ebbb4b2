package workqueue.properties.stateful.reference;

import static workqueue.properties.stateful.KsSpec.COUNTED;
import static workqueue.properties.stateful.KsSpec.PLAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import workqueue.properties.stateful.Command;
import workqueue.properties.stateful.Walk;
import workqueue.spec.model.KernelStreaming.Life;

/** All that can be done to a plain and a counted kernel streaming worker, from outside and from their own routines. */
public final class KsWalk implements Walk<KsPair> {
    private final List<Command<KsPair>> commands = new ArrayList<>();

    private KsWalk() {
        add("queue", 8, KsWalk::mayQueue, KsPair::queue);
        add("increment", 8, KsWalk::mayIncrement, KsPair::increment);
        for (int worker : List.of(PLAIN, COUNTED)) {
            worker(worker);
        }
        for (int nth = 0; nth < KsPair.THREADS; nth++) {
            run(nth);
        }
    }

    private static boolean mayQueue(KsPair pair) {
        boolean breaksTwoRules = pair.life(PLAIN) == Life.UNREGISTERING && pair.isWaiting(PLAIN); // either is told
        return pair.life(PLAIN) != Life.ABSENT && !breaksTwoRules;
    }

    private static boolean mayIncrement(KsPair pair) {
        return pair.life(COUNTED) != Life.ABSENT;
    }

    private void worker(int worker) {
        String of = "(" + worker + ")";
        add("register" + of, 8, pair -> pair.life(worker) == Life.ABSENT, pair -> pair.register(worker));
        add(
                "unregister" + of + " gone",
                1,
                pair -> pair.life(worker) == Life.GONE,
                pair -> pair.unregisterGone(worker));
        for (int n = 0; n < KsPair.CALLERS; n++) {
            int caller = n;
            add(
                    "unregister" + of + " by " + n,
                    1,
                    pair -> pair.isFree(caller) && pair.life(worker) == Life.REGISTERED,
                    pair -> pair.unregister(caller, worker));
        }
    }

    /** What the run does that is the n-th of those that go on. */
    private void run(int nth) {
        String from = " from run " + nth;
        Predicate<KsPair> runs = pair -> pair.isRunning(nth);
        Predicate<KsPair> processes = pair -> pair.isProcessing(nth);
        add("queue" + from, 2, runs.and(KsWalk::mayQueue), pair -> pair.queueFrom(nth));
        add("increment" + from, 2, runs.and(KsWalk::mayIncrement), pair -> pair.incrementFrom(nth));
        add("decrement" + from, 5, processes, pair -> pair.decrementFrom(nth));
        add(
                "decrement of zero" + from,
                1,
                runs.and(KsWalk::mayIncrement).and(KsPair::isCountZero),
                pair -> pair.decrementFrom(nth));
        add("finish" + from, 5, runs.and(processes.negate()), pair -> pair.finish(nth));
        add("unregister self" + from, 1, runs, pair -> pair.unregisterSelf(nth));
    }

    private void add(String name, int weight, Predicate<KsPair> possible, Consumer<KsPair> run) {
        commands.add(new Command<>(name, weight, possible, run));
    }

    public static Walk<KsPair> make() {
        return new KsWalk();
    }

    @Override
    public KsPair start() {
        return new KsPair();
    }

    @Override
    public List<Command<KsPair>> commands() {
        return commands;
    }
}
