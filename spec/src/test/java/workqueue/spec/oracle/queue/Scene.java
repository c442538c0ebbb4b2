package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The parts of the judge, put together for a {@link Drawing}. */
final class Scene {
    final Calls calls;
    final Stays stays;
    final Lessons lessons;
    final Witness witness;
    /** The stay that the bounds leave no moment, or {@link Calls#NONE}. */
    final int impossible;

    private Scene(boolean oneByOne, String... rows) {
        calls = Drawing.calls(rows);
        stays = new Stays(calls);
        Closing closing = Closing.of(calls);
        impossible = new Tightening(calls, stays, oneByOne).run(closing);
        lessons = new Lessons(calls, stays);
        witness = new Witness(calls, stays, closing, lessons, oneByOne);
    }

    static Scene fifo(String... rows) {
        return new Scene(false, rows);
    }

    static Scene dedup(String... rows) {
        return new Scene(true, rows);
    }

    /** The k-th stay of an item, from 0. */
    int stay(long item, int k) {
        return stays.first[number(item)] + k;
    }

    private int number(long item) {
        return IntStream.range(0, calls.items())
                .filter(number -> calls.name(number) == item)
                .findFirst()
                .orElseThrow();
    }

    /** Between which moments a stay begins. */
    String begins(int stay) {
        return bounds(stays.beginsFrom[stay], stays.beginsTo[stay]);
    }

    /** Between which moments a stay ends. */
    String ends(int stay) {
        return bounds(stays.endsFrom[stay], stays.endsTo[stay]);
    }

    private static String bounds(int from, int to) {
        return (from == NEVER ? "never" : from == NONE ? "" : from) + ".." + (to == NEVER ? "" : to);
    }

    /** What happened so far, by the numbers of the calls. */
    List<Integer> order() {
        return Arrays.stream(witness.line().order()).boxed().toList();
    }
}
