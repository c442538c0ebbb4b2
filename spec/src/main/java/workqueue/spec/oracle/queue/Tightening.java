package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.List;

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
    private static final int ROUNDS = 12;

    private final Calls calls;
    private final Stays stays;
    private final boolean oneByOne;
    /** The stay that has the extreme, by moment. */
    private final int[] extreme;

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
        this.extreme = new int[calls.length() + 2];
    }

    /** Narrows the bounds; returns the stay that has become impossible and shows first, or {@link Calls#NONE}. */
    int run(Closing closing) {
        for (int stay = 0; stay < stays.count; stay++) {
            if (stays.beginsTo[stay] != NEVER) {
                stays.beginsNotAfter(closing.to(), stay, NONE);
            }
        }
        List<Runnable> rules = List.of(
                this::chain,
                this::readers,
                this::takes,
                this::endsAfterThoseBefore,
                this::endsBeforeThoseAfter,
                this::beginsBeforeThoseThatEndAfter,
                this::beginsAfterThoseThatEndBefore);
        changed = true;
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = false;
            for (Runnable rule : rules) {
                rule.run();
                int impossible = impossible(); // at once: what follows from it would blur where it comes from
                if (impossible != NONE) {
                    return impossible;
                }
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
        return stay >= 0 && stay + 1 < stays.count && stays.item[stay] == stays.item[stay + 1];
    }

    /** What calls say that found an item pending, or not. */
    private void readers() {
        for (int call = 0; call < calls.count(); call++) {
            if (calls.returned(call) && calls.deed(call) == Deed.COALESCE && oneByOne) {
                foundPending(call);
            } else if (calls.returned(call) && calls.deed(call) == Deed.ABSENT) {
                foundAbsent(call);
            }
        }
    }

    /** The last stay that can have begun by then has not ended before; the first that can have not ended has begun. */
    private void foundPending(int call) {
        int item = calls.item(call);
        int last = notAfter(stays.beginsFrom, item, calls.to(call)) - 1;
        if (last >= stays.first[item]) {
            changed |= stays.endsNotBefore(calls.from(call), last, isFollowed(last) ? last + 1 : NONE);
        }
        int next = notAfter(stays.endsTo, item, calls.from(call));
        if (next < stays.first[item + 1]) {
            changed |= stays.beginsNotAfter(calls.to(call), next, isFollowed(next - 1) ? next - 1 : NONE);
        }
    }

    private void foundAbsent(int call) {
        int item = calls.item(call);
        int last = notAfter(stays.beginsTo, item, calls.from(call)) - 1;
        if (last >= stays.first[item]) {
            changed |= stays.endsNotAfter(calls.to(call), last, NONE);
        }
        int next = notAfter(stays.endsFrom, item, calls.to(call));
        if (next < stays.first[item + 1]) {
            changed |= stays.beginsNotBefore(calls.from(call), next, NONE);
        }
    }

    /** What was taken at once stood in the order of the list, and ended with the call. */
    private void takes() {
        for (int call = 0; call < calls.count(); call++) {
            int previous = NONE;
            for (int item : calls.taken(call)) {
                int stay = taken(item, call);
                if (stay != NONE) {
                    changed |= stays.endsNotBefore(calls.from(call), stay, NONE);
                    changed |= stays.endsNotAfter(calls.to(call), stay, NONE);
                }
                if (stay != NONE && previous != NONE) {
                    changed |= stays.beginsNotBefore(stays.beginsFrom[previous], stay, previous);
                    changed |= stays.beginsNotAfter(stays.beginsTo[stay], previous, stay);
                }
                previous = stay == NONE ? previous : stay;
            }
        }
    }

    /** The stay of an item that a call took, if there is only one that it can have taken. */
    int taken(int item, int call) {
        int first = notAfter(stays.endsTo, item, calls.from(call));
        boolean one = first < stays.first[item + 1]
                && (first + 1 == stays.first[item + 1] || stays.endsFrom[first + 1] > calls.to(call));
        return one ? first : NONE;
    }

    /** The first stay of an item whose bound lies after a moment; the bounds of its stays ascend. */
    private int notAfter(int[] bound, int item, int moment) {
        int low = stays.first[item];
        int high = stays.first[item + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bound[middle] <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Who ends at the head ends no earlier than all that surely began before. */
    private void endsAfterThoseBefore() {
        stays.findInOrder(calls);
        collect(stays.beginsTo, stays.endsFrom, false, true);
        accumulate(stays.endsFrom, true);
        for (int f = 0; f < stays.count; f++) {
            int e = stays.inOrder[f] ? before(stays.beginsFrom[f]) : NONE;
            changed |= e != NONE && stays.endsNotBefore(stays.endsFrom[e], f, e);
        }
    }

    /** Who began surely before one that ends at the head ends no later. */
    private void endsBeforeThoseAfter() {
        collect(stays.beginsFrom, stays.endsTo, true, false);
        accumulate(stays.endsTo, false);
        for (int e = 0; e < stays.count; e++) {
            int f = after(stays.beginsTo[e]);
            changed |= f != NONE && stays.endsNotAfter(stays.endsTo[f], e, f);
        }
    }

    /** Who ends at the head surely before another ends began before it. */
    private void beginsBeforeThoseThatEndAfter() {
        collect(stays.endsFrom, stays.beginsTo, false, false);
        accumulate(stays.beginsTo, false);
        for (int f = 0; f < stays.count; f++) {
            int e = stays.inOrder[f] ? after(stays.endsTo[f]) : NONE;
            changed |= e != NONE && stays.beginsNotAfter(stays.beginsTo[e], f, e);
        }
    }

    private void beginsAfterThoseThatEndBefore() {
        collect(stays.endsTo, stays.beginsFrom, true, true);
        accumulate(stays.beginsFrom, true);
        for (int e = 0; e < stays.count; e++) {
            int f = before(stays.endsFrom[e]);
            changed |= f != NONE && stays.beginsNotBefore(stays.beginsFrom[f], e, f);
        }
    }

    /** Puts each stay, or only those that end at the head, at its place; of several at a place the extreme one. */
    private void collect(int[] place, int[] value, boolean onlyInOrder, boolean greatest) {
        Arrays.fill(extreme, NONE);
        for (int stay = 0; stay < stays.count; stay++) {
            if (onlyInOrder && !stays.inOrder[stay]) {
                continue;
            }
            int at = clamp(place[stay]);
            extreme[at] = better(value, extreme[at], stay, greatest);
        }
    }

    /** Of the greatest, of all places up to each; of the least, of all from each on. */
    private void accumulate(int[] value, boolean greatest) {
        if (greatest) {
            for (int at = 1; at < extreme.length; at++) {
                extreme[at] = better(value, extreme[at - 1], extreme[at], true);
            }
        } else {
            for (int at = extreme.length - 2; at >= 0; at--) {
                extreme[at] = better(value, extreme[at + 1], extreme[at], false);
            }
        }
    }

    private static int better(int[] value, int one, int other, boolean greatest) {
        if (one == NONE || other == NONE) {
            return one == NONE ? other : one;
        }
        return greatest == (value[other] > value[one]) && value[other] != value[one] ? other : one;
    }

    private int before(int moment) {
        int at = clamp(moment) - 1;
        return at < 0 ? NONE : extreme[at];
    }

    private int after(int moment) {
        int at = clamp(moment) + 1;
        return at >= extreme.length ? NONE : extreme[at];
    }

    /** Never is the moment after the last. */
    private int clamp(int moment) {
        return Math.min(moment, calls.length());
    }
}
