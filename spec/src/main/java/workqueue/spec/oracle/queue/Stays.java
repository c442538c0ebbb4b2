package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.IntStream;

/**
 * The stays of items in the queue, with bounds of the moments at which each began and ended. A bound never to be reached
 * is {@link Calls#NEVER}. Each bound remembers which other stay moved it, so that a contradiction names the few items that
 * it takes.
 *
 * <p>A call that found nothing pending, or left nothing, is a stay as well, of no item: it begins and ends at once, at the
 * head of the queue, so that all that began before has ended. What the order of the queue says of stays it says of them.
 */
final class Stays {
    final int count;
    /** Item of a stay, or {@link Calls#NONE}. */
    final int[] item;
    /** First stay of an item; the one after the last item's is the first barrier. */
    final int[] first;

    final int[] beginsFrom;
    final int[] beginsTo;
    final int[] endsFrom;
    final int[] endsTo;
    /** The stay that moved a bound last, or {@link Calls#NONE}, by bound. */
    private final int[][] because;
    /** Whether a stay certainly ends at the head of the queue: not by a cancel. */
    final boolean[] inOrder;
    /** Whether a stay certainly ends by a dequeue. */
    final boolean[] dequeued;
    /** Which calls begin stays. */
    final Attribution begins;
    /** Which calls end stays. */
    final Attribution ends;

    /** The barrier at which a stay ends, if that is known, or {@link Calls#NONE}. */
    final int[] takenAt;

    private final int[] barriers;
    private final int[] earliest;

    private final Calls calls;

    Stays(Calls calls) {
        this.calls = calls;
        begins = Attribution.ofBegins(calls);
        ends = Attribution.ofEnds(calls);
        barriers = IntStream.range(0, calls.count())
                .filter(call -> calls.returned(call) && calls.deed(call).isBarrier())
                .toArray();
        first = new int[calls.items() + 1];
        for (int i = 0; i < calls.items(); i++) {
            first[i + 1] = first[i] + Math.max(begins.many(i), ends.many(i));
        }
        count = first[calls.items()] + barriers.length;
        item = new int[count];
        Arrays.fill(item, NONE);
        for (int i = 0; i < calls.items(); i++) {
            Arrays.fill(item, first[i], first[i + 1], i);
        }
        beginsFrom = filled(NONE);
        beginsTo = filled(NEVER);
        endsFrom = filled(NONE);
        endsTo = filled(NEVER);
        because = new int[][] {filled(NONE), filled(NONE), filled(NONE), filled(NONE)};
        takenAt = filled(NONE);
        inOrder = new boolean[count];
        dequeued = new boolean[count];
        for (int k = 0; k < barriers.length; k++) {
            int stay = first[calls.items()] + k;
            beginsFrom[stay] = calls.from(barriers[k]);
            beginsTo[stay] = calls.to(barriers[k]);
            endsFrom[stay] = beginsFrom[stay];
            endsTo[stay] = beginsTo[stay];
            inOrder[stay] = true;
        }
        begins.count(this);
        ends.count(this);
        earliest = beginsFrom.clone();
    }

    private int[] filled(int value) {
        int[] all = new int[count];
        Arrays.fill(all, value);
        return all;
    }

    /** The number of stays of items; the barriers follow. */
    int ofItems() {
        return count - barriers.length;
    }

    /** The barrier that a call is, or {@link Calls#NONE}. */
    int barrier(int call) {
        int place = Arrays.binarySearch(barriers, call);
        return place < 0 ? NONE : ofItems() + place;
    }

    boolean isBarrier(int stay) {
        return stay >= ofItems();
    }

    /** The call that a barrier is. */
    int call(int barrier) {
        return barriers[barrier - ofItems()];
    }

    /** Whether one stay surely began before another, because it ends at the head and surely before it. */
    boolean surelyPrecedes(int one, int other) {
        if (!inOrder[one]) {
            return false;
        }
        int barrier = takenAt[other];
        return endsTo[one] < endsFrom[other]
                || (barrier != NONE && !mayTake(barrier, one) && beginsTo[one] < beginsFrom[barrier]);
    }

    /** Whether nothing is known by which a stay ended other than by a dequeue. */
    boolean mayBeDequeued(int stay) {
        return ends.call(stay) == NONE || calls.deed(ends.call(stay)) == Deed.DEQUEUE;
    }

    /** Finds out which stays certainly end at the head of the queue. */
    void findInOrder() {
        ends.exclude(this, EnumSet.of(Deed.CANCEL), inOrder);
        ends.exclude(this, EnumSet.of(Deed.CANCEL, Deed.TAKE_ALL), dequeued);
    }

    /** Whether a stay may have been taken by the call of a barrier. */
    boolean mayTake(int barrier, int stay) {
        return takenAt[stay] == barrier || (ends.call(stay) == NONE && calls.takes(call(barrier), item[stay]));
    }

    /** Whether a stay may have been what a call took, by what else it took: that began in the order of the list. */
    boolean fits(int stay, int call) {
        boolean before = true;
        for (int other : calls.taken(call)) {
            int known = other == item[stay] ? NONE : taken(other, call);
            before &= other != item[stay];
            if (known != NONE && (before ? beginsFrom[known] > beginsTo[stay] : beginsFrom[stay] > beginsTo[known])) {
                return false;
            }
        }
        return true;
    }

    /** The stay of an item that a call took, or {@link Calls#NONE}: it is not known, or the call took an item twice. */
    int taken(int item, int call) {
        if (calls.repeats(call)) {
            return NONE;
        }
        for (int stay = notAfter(endsTo, item, from(call)); stay < first[item + 1]; stay++) {
            if (ends.call(stay) == call || endsFrom[stay] > to(call)) {
                return ends.call(stay) == call ? stay : NONE;
            }
        }
        return NONE;
    }

    /** The moment after which a call happened. */
    int from(int call) {
        int barrier = calls.deed(call) == Deed.TAKE_ALL ? barrier(call) : NONE;
        return barrier == NONE ? calls.from(call) : endsFrom[barrier];
    }

    /** The moment before which a call happened. */
    int to(int call) {
        int barrier = calls.deed(call) == Deed.TAKE_ALL ? barrier(call) : NONE;
        return barrier == NONE ? calls.to(call) : endsTo[barrier];
    }

    /** The first stay of an item whose bound lies after a moment; the bounds of its stays ascend. */
    int notAfter(int[] bound, int item, int moment) {
        int low = first[item];
        int high = first[item + 1];
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

    /** Raises the lower bound of a begin because of another stay; whether it moved. */
    boolean beginsNotBefore(int moment, int stay, int by) {
        return raise(beginsFrom, 0, stay, moment, by);
    }

    /** Lowers the upper bound of a begin. */
    boolean beginsNotAfter(int moment, int stay, int by) {
        return lower(beginsTo, 1, stay, moment, by);
    }

    /** Raises the lower bound of an end. */
    boolean endsNotBefore(int moment, int stay, int by) {
        return raise(endsFrom, 2, stay, moment, by);
    }

    /** Lowers the upper bound of an end. */
    boolean endsNotAfter(int moment, int stay, int by) {
        return lower(endsTo, 3, stay, moment, by);
    }

    private boolean raise(int[] bound, int which, int stay, int moment, int by) {
        if (moment <= bound[stay]) {
            return false;
        }
        bound[stay] = moment;
        because[which][stay] = by;
        return true;
    }

    private boolean lower(int[] bound, int which, int stay, int moment, int by) {
        if (moment >= bound[stay]) {
            return false;
        }
        bound[stay] = moment;
        because[which][stay] = by;
        return true;
    }

    /** The stays that moved the bounds of one. */
    int[] reasons(int stay) {
        return Arrays.stream(because).mapToInt(reasons -> reasons[stay]).toArray();
    }

    /** Whether the bounds of a stay leave no moment. */
    boolean isImpossible(int stay) {
        return beginsFrom[stay] > beginsTo[stay] || endsFrom[stay] > endsTo[stay] || beginsFrom[stay] > endsTo[stay];
    }

    /** The moment at which an impossible stay shows to be. */
    int shows(int stay) {
        int finite = Math.min(beginsTo[stay], endsTo[stay]);
        return finite != NEVER ? finite : beginsFrom[stay] != NEVER ? beginsFrom[stay] : 0;
    }

    /** The moment before which a stay did not begin, by the calls of its item alone. */
    int earliest(int stay) {
        return earliest[stay];
    }
}
