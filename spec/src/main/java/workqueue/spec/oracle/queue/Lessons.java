package workqueue.spec.oracle.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was learned from conflicts, beyond what the bounds say. */
final class Lessons {
    private final Stays stays;
    private final Map<Integer, List<Integer>> earlier = new HashMap<>();
    private final Map<Integer, List<Integer>> spared = new HashMap<>();
    private final Map<Integer, Integer> waitsFor = new HashMap<>();

    Lessons(Stays stays) {
        this.stays = stays;
    }

    /** Has a stay begin before another from now on; whether that is new. */
    boolean learn(int stay, int before) {
        return add(earlier, before, stay);
    }

    /** Has a call not end a stay from now on; whether that is new, and possible. */
    boolean spare(int call, int stay) {
        return stays.ends.call(stay) != call && add(spared, call, stay);
    }

    /** Has a call wait for another from now on; whether that is new. */
    boolean waitFor(int call, int other) {
        return waitsFor.putIfAbsent(call, other) == null;
    }

    private static boolean add(Map<Integer, List<Integer>> lessons, int key, int value) {
        List<Integer> known = lessons.computeIfAbsent(key, k -> new ArrayList<>());
        return !known.contains(value) && known.add(value);
    }

    /** The stays that begin before one. */
    List<Integer> earlier(int stay) {
        return earlier.getOrDefault(stay, List.of());
    }

    /** Whether a call may end a stay now. */
    boolean allow(int call, int stay, Line line) {
        Integer other = waitsFor.get(call);
        return (other == null || line.isDone(other))
                && !spared.getOrDefault(call, List.of()).contains(stay);
    }
}
