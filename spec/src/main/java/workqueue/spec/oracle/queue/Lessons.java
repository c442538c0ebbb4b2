package workqueue.spec.oracle.queue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workqueue.spec.oracle.queue.Lesson.Kind;

/** What was learned from conflicts, beyond what the bounds say. */
final class Lessons {
    private final Calls calls;
    private final Stays stays;
    private final Map<Kind, Map<Integer, List<Integer>>> known = new EnumMap<>(Kind.class);

    Lessons(Calls calls, Stays stays) {
        this.calls = calls;
        this.stays = stays;
        for (Kind kind : Kind.values()) {
            known.put(kind, new HashMap<>());
        }
    }

    /** Heeds a lesson from now on; whether it is new, and possible. */
    boolean learn(Lesson lesson) {
        if (lesson.kind() == Kind.SPARES && stays.ends.call(lesson.other()) == lesson.one()) {
            return false;
        }
        List<Integer> others = known.get(lesson.kind()).computeIfAbsent(lesson.one(), k -> new ArrayList<>());
        return !others.contains(lesson.other()) && others.add(lesson.other());
    }

    /** Heeds a lesson no longer. */
    void forget(Lesson lesson) {
        known.get(lesson.kind()).get(lesson.one()).remove((Integer) lesson.other());
    }

    /** The stays that begin before one. */
    List<Integer> earlier(int stay) {
        return others(Kind.BEGINS_AFTER, stay);
    }

    /** Whether a call may end a stay before a moment. */
    boolean allow(int call, int stay, int moment) {
        for (int other : awaited(call)) {
            if (calls.from(other) >= moment) {
                return false;
            }
        }
        return !others(Kind.SPARES, call).contains(stay);
    }

    /** The calls that happen before a call ends a stay. */
    List<Integer> awaited(int call) {
        return others(Kind.WAITS_FOR, call);
    }

    private List<Integer> others(Kind kind, int one) {
        return known.get(kind).getOrDefault(one, List.of());
    }
}
