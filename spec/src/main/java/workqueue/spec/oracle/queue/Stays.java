package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;

/**
 * The stays of items in the queue, with bounds of the moments at which each began and ended. The k-th stay of an item
 * began between the k-th smallest invoke and the k-th smallest return of the calls that began one, whichever of them
 * began it: before the k-th smallest invoke there are too few of them, and at the k-th smallest return at least k have
 * taken effect. Its end likewise.
 *
 * <p>A bound never to be reached is {@link Calls#NEVER}. Each bound remembers which other stay moved it, so that a
 * contradiction names the few items that it takes.
 */
final class Stays {
    final int count;
    /** Item of a stay. */
    final int[] item;
    /** First stay of an item; the one after the last item's is the count. */
    final int[] first;

    final int[] beginsFrom;
    final int[] beginsTo;
    final int[] endsFrom;
    final int[] endsTo;
    /** The stay that moved a bound last, or {@link Calls#NONE}, by bound. */
    private final int[][] because;
    /** Whether a stay certainly ends at the head of the queue: not by a cancel. */
    final boolean[] inOrder;

    private final int[][] cancels;
    private final int[] earliest;

    Stays(Calls calls) {
        int[][] begins = byItem(calls, true);
        int[][] ends = byItem(calls, false);
        int[] wild = wild(calls);
        first = new int[calls.items() + 1];
        for (int i = 0; i < calls.items(); i++) {
            first[i + 1] = first[i] + Math.max(begins[0][i + 1] - begins[0][i], ends[0][i + 1] - ends[0][i]);
        }
        count = first[calls.items()];
        item = new int[count];
        for (int i = 0; i < calls.items(); i++) {
            Arrays.fill(item, first[i], first[i + 1], i);
        }
        beginsFrom = bounds(calls, begins, true, new int[0]);
        beginsTo = bounds(calls, begins, false, new int[0]);
        endsFrom = bounds(calls, ends, true, wild);
        endsTo = bounds(calls, ends, false, new int[0]);
        earliest = beginsFrom.clone();
        because = new int[4][count];
        for (int[] reasons : because) {
            Arrays.fill(reasons, NONE);
        }
        inOrder = new boolean[count];
        cancels = cancels(calls);
    }

    /** The calls that begin, or end, stays: where those of each item start, and the calls, in the order of invokes. */
    private static int[][] byItem(Calls calls, boolean begin) {
        int[] start = new int[calls.items() + 1];
        forEach(calls, begin, (item, call) -> start[item + 1]++);
        for (int i = 0; i < calls.items(); i++) {
            start[i + 1] += start[i];
        }
        int[] next = start.clone();
        int[] all = new int[start[calls.items()]];
        forEach(calls, begin, (item, call) -> all[next[item]++] = call);
        return new int[][] {start, all};
    }

    private interface Sink {
        void accept(int item, int call);
    }

    private static void forEach(Calls calls, boolean begin, Sink sink) {
        for (int call = 0; call < calls.count(); call++) {
            Deed deed = calls.deed(call);
            if (begin ? deed == Deed.ACCEPT : deed.removesOne() && calls.item(call) != NONE) {
                sink.accept(calls.item(call), call);
            } else if (!begin && deed == Deed.TAKE_ALL) {
                for (int item : calls.taken(call)) {
                    sink.accept(item, call);
                }
            }
        }
    }

    /** When calls began that did not return and may have taken anything. */
    private static int[] wild(Calls calls) {
        return calls.unreturned().stream()
                .filter(call -> calls.deed(call) == Deed.DEQUEUE || calls.deed(call) == Deed.TAKE_ALL)
                .mapToInt(calls::from)
                .toArray();
    }

    private int[] bounds(Calls calls, int[][] byItem, boolean lower, int[] wild) {
        int[] bounds = new int[count];
        Arrays.fill(bounds, NEVER);
        for (int i = 0; i + 1 < first.length; i++) {
            int from = byItem[0][i];
            int many = byItem[0][i + 1] - from;
            int[] moments = Arrays.copyOf(wild, wild.length + many);
            for (int k = 0; k < many; k++) {
                int call = byItem[1][from + k];
                moments[wild.length + k] = lower ? calls.from(call) : calls.to(call);
            }
            Arrays.sort(moments);
            System.arraycopy(moments, 0, bounds, first[i], Math.min(first[i + 1] - first[i], moments.length));
        }
        return bounds;
    }

    /** The cancels of each item that took, or may have taken, a stay; the first number says how many. */
    private static int[][] cancels(Calls calls) {
        int[][] cancels = new int[calls.items()][];
        for (int call = 0; call < calls.count(); call++) {
            if (calls.deed(call) == Deed.CANCEL) {
                int[] some = cancels[calls.item(call)];
                some = some == null ? new int[] {0, 0} : some;
                some = some[0] + 1 == some.length ? Arrays.copyOf(some, 2 * some.length) : some;
                some[++some[0]] = call;
                cancels[calls.item(call)] = some;
            }
        }
        return cancels;
    }

    /** A stay may end by a cancel if one of the item could have its moment between the bounds of the stay's end. */
    void findInOrder(Calls calls) {
        for (int i = 0; i + 1 < first.length; i++) {
            int many = cancels[i] == null ? 0 : cancels[i][0];
            int next = 1;
            int latest = NONE;
            for (int stay = first[i]; stay < first[i + 1]; stay++) { // their ends are in order
                while (next <= many && calls.from(cancels[i][next]) <= endsTo[stay]) {
                    latest = Math.max(latest, calls.to(cancels[i][next++]));
                }
                inOrder[stay] = endsTo[stay] != NEVER && latest < endsFrom[stay];
            }
        }
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
        return beginsFrom[stay] > beginsTo[stay]
                || endsFrom[stay] > endsTo[stay]
                || beginsFrom[stay] == NEVER
                || beginsFrom[stay] > endsTo[stay];
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
