package workqueue.spec.oracle.queue;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Calls by item, those of one item in the order of their invokes. */
final class ByItem {
    private final int[] start;
    private final int[] calls;

    private ByItem(int[] start, int[] calls) {
        this.start = start;
        this.calls = calls;
    }

    /**
     * Sorts calls.
     *
     * @param items the items that a call is about, once for each time
     */
    static ByItem of(Calls calls, IntFunction<int[]> items) {
        int[] start = new int[calls.items() + 1];
        for (int call = 0; call < calls.count(); call++) {
            for (int item : items.apply(call)) {
                start[item + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] next = start.clone();
        int[] all = new int[start[calls.items()]];
        for (int call = 0; call < calls.count(); call++) {
            for (int item : items.apply(call)) {
                all[next[item]++] = call;
            }
        }
        return new ByItem(start, all);
    }

    /** The calls of some deed. */
    static ByItem of(Calls calls, Deed deed) {
        int[] none = {};
        return of(calls, call -> calls.deed(call) == deed ? new int[] {calls.item(call)} : none);
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
