package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Narrows the bounds of stays until nothing changes: by what calls of one item say of one another, and by the order of the
 * queue. Each rule follows from the specification, so that where it leaves no moment the history cannot have happened; the
 * reverse does not hold.
 *
 * <p>The order says of stays e and f, where f ends at the head: if e began before f, e ended no later. Of all pairs it
 * takes one pass over the moments: what matters to f is only the extreme of all e that surely began before it. So a round
 * is linear, and few rounds suffice.
 */
final class Tightening {
    private static final int ROUNDS = 40;
    private static final boolean GREATEST = true;
    private static final boolean LEAST = false;

    private final Calls calls;
    private final Stays stays;
    private final boolean oneByOne;
    /** The extreme value by moment, and in the lower half the stay that has it. */
    private final long[] extreme;

    /** Whether a stay is the oldest of those that a call took. */
    private final boolean[] leading;

    /** The calls that found their item pending, or absent. */
    private final int[] readers;

    private final Runs runs;

    private boolean changed;

    /**
     * Prepares for it.
     *
     * @param oneByOne whether a stay of an item ends before the next one begins
     */
    Tightening(Calls calls, Stays stays, boolean oneByOne) {
        this.calls = calls;
        this.stays = stays;
        this.oneByOne = oneByOne;
        this.readers =
                IntStream.range(0, calls.count()).filter(this::asksForItem).toArray();
        this.runs = new Runs(calls);
        this.leading = new boolean[stays.count];
        this.extreme = new long[calls.length() + 3];
    }

    /** Narrows the bounds; returns the stay that has become impossible and shows first, or {@link Calls#NONE}. */
    int run(Closing closing) {
        for (int stay = 0; stay < stays.ofItems(); stay++) {
            if (stays.beginsTo[stay] != NEVER) {
                stays.beginsNotAfter(closing.to(), stay, NONE);
            }
        }
        for (int barrier = stays.ofItems(); barrier < stays.count; barrier++) {
            if (calls.deed(stays.call(barrier)) == Deed.CLOSED) {
                stays.beginsNotBefore(closing.from(), barrier, NONE);
            }
        }
        List<Runnable> rules = List.of(
                this::chain,
                this::readers,
                this::attribution,
                this::takes,
                this::runs,
                this::barriers,
                this::order,
                this::orderOfTaken);
        int idle = 0; // so many rules in a row changed nothing
        for (int turn = 0; turn < ROUNDS * rules.size() && idle < rules.size(); turn++) {
            changed = false;
            rules.get(turn % rules.size()).run();
            idle = changed ? 0 : idle + 1;
            int impossible = impossible(); // at once: what follows from it would blur where it comes from
            if (impossible != NONE) {
                return impossible;
            }
        }
        return NONE;
    }

    private int impossible() {
        int first = NONE;
        for (int stay = 0; stay < stays.count; stay++) {
            if (stays.isImpossible(stay) && (first == NONE || stays.shows(stay) < stays.shows(first))) {
                first = stay;
            }
        }
        return first;
    }

    /** What stays of one item say of one another: each ends after it began, and they come one after the other. */
    private void chain() {
        for (int stay = 0; stay < stays.count; stay++) {
            if (isFollowed(stay - 1)) {
                int since = oneByOne ? stays.endsFrom[stay - 1] : stays.beginsFrom[stay - 1];
                changed |= stays.beginsNotBefore(since, stay, stay - 1);
                changed |= stays.endsNotBefore(stays.endsFrom[stay - 1], stay, stay - 1);
            }
            changed |= stays.endsNotBefore(stays.beginsFrom[stay], stay, NONE);
        }
        for (int stay = stays.count - 1; stay >= 0; stay--) {
            if (isFollowed(stay)) {
                int until = oneByOne ? stays.beginsTo[stay + 1] : stays.endsTo[stay + 1];
                changed |= stays.endsNotAfter(until, stay, stay + 1);
                changed |= stays.beginsNotAfter(stays.beginsTo[stay + 1], stay, stay + 1);
            }
            changed |= stays.beginsNotAfter(stays.endsTo[stay], stay, NONE);
        }
    }

    private boolean isFollowed(int stay) {
        return stay >= 0 && stay + 1 < stays.ofItems() && stays.item[stay] == stays.item[stay + 1];
    }

    /** What calls say that found an item pending, or not. */
    private void readers() {
        for (int call : readers) {
            if (calls.deed(call) == Deed.COALESCE) {
                foundPending(call);
            } else {
                foundAbsent(call);
            }
        }
    }

    private boolean asksForItem(int call) {
        Deed deed = calls.deed(call);
        return calls.returned(call) && (deed == Deed.ABSENT || (deed == Deed.COALESCE && oneByOne));
    }

    /** The last stay that can have begun by then has not ended before; the first that can have not ended has begun. */
    private void foundPending(int call) {
        int item = calls.item(call);
        int last = stays.notAfter(stays.beginsFrom, item, calls.to(call)) - 1;
        if (last >= stays.first[item]) {
            changed |= stays.endsNotBefore(calls.from(call), last, isFollowed(last) ? last + 1 : NONE);
        }
        int next = stays.notAfter(stays.endsTo, item, calls.from(call));
        if (next < stays.first[item + 1]) {
            changed |= stays.beginsNotAfter(calls.to(call), next, isFollowed(next - 1) ? next - 1 : NONE);
        }
    }

    private void foundAbsent(int call) {
        int item = calls.item(call);
        int last = stays.notAfter(stays.beginsTo, item, calls.from(call)) - 1;
        if (last >= stays.first[item]) {
            changed |= stays.endsNotAfter(calls.to(call), last, NONE);
        }
        int next = stays.notAfter(stays.endsFrom, item, calls.to(call));
        if (next < stays.first[item + 1]) {
            changed |= stays.beginsNotBefore(calls.from(call), next, NONE);
        }
    }

    /** What a call can only have done to one stay it did to that one. */
    private void attribution() {
        changed |= stays.begins.pair(stays);
        changed |= stays.ends.pair(stays);
    }

    /** What was taken at once stood in the order of the list, and ended with the call. */
    private void takes() {
        for (int barrier = stays.ofItems(); barrier < stays.count; barrier++) {
            int call = stays.call(barrier);
            int previous = NONE;
            for (int item : calls.taken(call)) {
                int stay = stays.taken(item, call);
                if (stay != NONE) {
                    together(stay, barrier);
                    leading[stay] = previous == NONE;
                }
                if (stay != NONE && previous != NONE) {
                    changed |= stays.beginsNotBefore(stays.beginsFrom[previous], stay, previous);
                    changed |= stays.beginsNotAfter(stays.beginsTo[stay], previous, stay);
                }
                previous = stay == NONE ? previous : stay;
            }
        }
    }

    /** What completions say of dequeues. */
    private void runs() {
        changed |= runs.narrow(stays);
    }

    /** A stay ends at a barrier. */
    private void together(int stay, int barrier) {
        stays.takenAt[stay] = barrier;
        changed |= stays.endsNotBefore(stays.endsFrom[barrier], stay, barrier);
        changed |= stays.endsNotAfter(stays.endsTo[barrier], stay, barrier);
        changed |= stays.endsNotBefore(stays.endsFrom[stay], barrier, stay);
        changed |= stays.endsNotAfter(stays.endsTo[stay], barrier, stay);
    }

    /** A barrier begins and ends at once. */
    private void barriers() {
        for (int barrier = stays.ofItems(); barrier < stays.count; barrier++) {
            changed |= stays.beginsNotBefore(stays.endsFrom[barrier], barrier, NONE);
            changed |= stays.endsNotBefore(stays.beginsFrom[barrier], barrier, NONE);
            changed |= stays.beginsNotAfter(stays.endsTo[barrier], barrier, NONE);
            changed |= stays.endsNotAfter(stays.beginsTo[barrier], barrier, NONE);
        }
    }

    /** If e began before f, and f ends at the head, e ended no later. */
    private void order() {
        stays.findInOrder();
        sweep(null, stays.beginsTo, stays.endsFrom, GREATEST, stays.inOrder, stays.beginsFrom, stays::endsNotBefore);
        sweep(stays.inOrder, stays.beginsFrom, stays.endsTo, LEAST, null, stays.beginsTo, stays::endsNotAfter);
        sweep(null, stays.endsFrom, stays.beginsTo, LEAST, stays.inOrder, stays.endsTo, stays::beginsNotAfter);
        sweep(stays.inOrder, stays.endsTo, stays.beginsFrom, GREATEST, null, stays.endsFrom, stays::beginsNotBefore);
    }

    /** Who was dequeued began before all that a call took, or after that call. */
    private void orderOfTaken() {
        boolean[] dequeued = stays.dequeued;
        sweep(dequeued, stays.beginsFrom, stays.beginsTo, LEAST, leading, stays.beginsTo, stays::endsNotAfter);
        sweep(leading, stays.beginsTo, stays.endsFrom, GREATEST, dequeued, stays.beginsFrom, stays::beginsNotBefore);
        sweep(leading, stays.endsFrom, stays.beginsTo, LEAST, dequeued, stays.beginsTo, stays::beginsNotAfter);
        sweep(dequeued, stays.beginsTo, stays.beginsFrom, GREATEST, leading, stays.endsFrom, stays::beginsNotBefore);
    }

    private interface Bound {
        boolean move(int moment, int stay, int by);
    }

    /**
     * Of each source at its place, the greatest value of all places before the key of a target moves a bound of the
     * target; or the least of all places after it.
     */
    private void sweep(
            boolean[] sources, int[] place, int[] value, boolean greatest, boolean[] targets, int[] key, Bound bound) {
        collect(sources, place, value, greatest);
        accumulate(greatest);
        for (int stay = 0; stay < stays.count; stay++) {
            if (targets == null || targets[stay]) {
                long best = extreme[slot(key[stay]) + (greatest ? -1 : 1)];
                changed |= bound.move((int) (best >> 32), stay, (int) best);
            }
        }
    }

    /** Puts each source at its place; of several at a place the extreme one. */
    private void collect(boolean[] sources, int[] place, int[] value, boolean greatest) {
        Arrays.fill(extreme, greatest ? Long.MIN_VALUE : Long.MAX_VALUE); // no bound is moved by that
        for (int stay = 0; stay < stays.count; stay++) {
            if (sources == null || sources[stay]) {
                int at = slot(place[stay]);
                extreme[at] = better(extreme[at], (long) value[stay] << 32 | stay, greatest);
            }
        }
    }

    /** Of the greatest, of all places up to each; of the least, of all from each on. */
    private void accumulate(boolean greatest) {
        if (greatest) {
            for (int at = 1; at < extreme.length; at++) {
                extreme[at] = better(extreme[at - 1], extreme[at], true);
            }
        } else {
            for (int at = extreme.length - 2; at >= 0; at--) {
                extreme[at] = better(extreme[at + 1], extreme[at], false);
            }
        }
    }

    private static long better(long one, long other, boolean greatest) {
        return greatest ? Math.max(one, other) : Math.min(one, other);
    }

    /** The place of a moment, between two others; never is the moment after the last. */
    private int slot(int moment) {
        return 1 + Math.min(moment, calls.length());
    }
}
