package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.Set;

/** Calls by item, those of one item in the order of their invokes. */
final class ByItem {
    private final int[] start;
    private final int[] calls;

    private ByItem(int[] start, int[] calls) {
        this.start = start;
        this.calls = calls;
    }

    /** Sorts the calls of some deeds that tell their items; one that took several is there once for each. */
    static ByItem of(Calls calls, Set<Deed> deeds) {
        int[] start = new int[calls.items() + 1];
        for (int call = 0; call < calls.count(); call++) {
            if (deeds.contains(calls.deed(call))) {
                if (isOfOne(calls, call)) {
                    start[calls.item(call) + 1]++;
                }
                for (int item : calls.taken(call)) {
                    start[item + 1]++;
                }
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        int[] sorted = new int[start[calls.items()]];
        for (int call = 0; call < calls.count(); call++) {
            if (deeds.contains(calls.deed(call))) {
                if (isOfOne(calls, call)) {
                    sorted[next[calls.item(call)]++] = call;
                }
                for (int item : calls.taken(call)) {
                    sorted[next[item]++] = call;
                }
            }
        }
        return new ByItem(start, sorted);
    }

    private static boolean isOfOne(Calls calls, int call) {
        return calls.item(call) != NONE && calls.deed(call) != Deed.TAKE_ALL;
    }

    /** Where the calls of each item start; one more than there are items. */
    int[] start() {
        return start;
    }

    int[] calls() {
        return calls;
    }

    /** How many calls there are of an item. */
    int many(int item) {
        return start[item + 1] - start[item];
    }
}
