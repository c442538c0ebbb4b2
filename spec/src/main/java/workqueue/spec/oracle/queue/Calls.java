package workqueue.spec.oracle.queue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * The calls of a history in arrays, some twenty bytes each. A call is a number, in the order of the invokes; a moment is
 * the place of an event; an item is a number from 0.
 */
final class Calls {
    /** The moment of a return that did not come. */
    static final int NEVER = Integer.MAX_VALUE;
    /** The item of a call that has none. */
    static final int NONE = -1;

    private static final int[] NOTHING = {};

    private final History history;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final int[] callAt;
    private int count;
    private Deed[] deed = new Deed[64];
    private int[] item = new int[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private final Map<Integer, int[]> taken = new HashMap<>();
    /** The calls that took an item several times. */
    private final Set<Integer> repeating = new HashSet<>();

    private long[] names = new long[64];

    Calls(History history) {
        this.history = history;
        this.callAt = new int[history.events().size()];
        Map<Long, Deque<Integer>> open = new HashMap<>();
        int moment = 0;
        for (Event event : history.events()) {
            if (event.kind() == Kind.INVOKE) {
                open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>()).addLast(invoke(event, moment));
            } else if (event.kind() == Kind.RETURN) {
                close(open.get(event.thread()).removeLast(), event, moment);
            } else {
                callAt[moment] = NONE;
            }
            moment++;
        }
    }

    private int invoke(Event event, int moment) {
        if (count == from.length) {
            deed = Arrays.copyOf(deed, 2 * count);
            item = Arrays.copyOf(item, 2 * count);
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        deed[count] = Deed.of(event.op(), null);
        item[count] = event.item() == null ? NONE : number(event.item());
        from[count] = moment;
        to[count] = NEVER;
        callAt[moment] = count;
        return count++;
    }

    private void close(int call, Event event, int moment) {
        deed[call] = Deed.of(event.op(), event);
        if (item[call] == NONE && event.item() != null) {
            item[call] = number(event.item());
        }
        if (deed(call) == Deed.TAKE_ALL) {
            int[] items = event.items().stream().mapToInt(this::number).toArray();
            taken.put(call, items);
            if (Arrays.stream(items).distinct().count() < items.length) {
                repeating.add(call);
            }
        }
        to[call] = moment;
        callAt[moment] = call;
    }

    private int number(long name) {
        Integer known = numbers.putIfAbsent(name, numbers.size());
        if (known != null) {
            return known;
        }
        int number = numbers.size() - 1;
        if (number == names.length) {
            names = Arrays.copyOf(names, 2 * number);
        }
        names[number] = name;
        return number;
    }

    History history() {
        return history;
    }

    int count() {
        return count;
    }

    /** How many moments there are. */
    int length() {
        return callAt.length;
    }

    /** How many items there are. */
    int items() {
        return numbers.size();
    }

    /** What the recording calls an item. */
    long name(int number) {
        return names[number];
    }

    /** The call that begins or ends at a moment, or {@link #NONE}. */
    int at(int moment) {
        return callAt[moment];
    }

    Deed deed(int call) {
        return deed[call];
    }

    int item(int call) {
        return item[call];
    }

    int from(int call) {
        return from[call];
    }

    int to(int call) {
        return to[call];
    }

    boolean returned(int call) {
        return to[call] != NEVER;
    }

    /** The items that a call took, the oldest first. */
    int[] taken(int call) {
        return deed[call] == Deed.TAKE_ALL ? taken.getOrDefault(call, NOTHING) : NOTHING;
    }

    /** Whether a call took an item several times. */
    boolean repeats(int call) {
        return repeating.contains(call);
    }

    /** The places of the invokes of some calls. */
    List<Long> invokes(int[] some) {
        return Arrays.stream(some)
                .mapToObj(call -> history.events().get(from[call]).seq())
                .toList();
    }

    /** Whether a call took an item with all that was pending. */
    boolean takes(int call, int item) {
        for (int one : taken(call)) {
            if (one == item) {
                return true;
            }
        }
        return false;
    }

    /** All calls that did not return. */
    List<Integer> unreturned() {
        List<Integer> calls = new java.util.ArrayList<>();
        for (int call = 0; call < count; call++) {
            if (!returned(call)) {
                calls.add(call);
            }
        }
        return calls;
    }
}
