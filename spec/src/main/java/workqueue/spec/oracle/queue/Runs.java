package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.IntStream;

/**
 * What completions say of the dequeues of their item: by the k-th completion there were k dequeues, and whoever found the
 * item not processed found as many completions as dequeues.
 */
final class Runs {
    private final Calls calls;
    private final ByItem completions;
    private final ByItem readers;
    /** By when the k-th completion of an item had happened, at the place of its k-th call. */
    private final int[] by;

    Runs(Calls calls) {
        this.calls = calls;
        this.completions = ByItem.of(calls, EnumSet.of(Deed.COMPLETE));
        this.readers = ByItem.of(calls, EnumSet.of(Deed.NOT_RUNNING));
        this.by = Arrays.stream(completions.calls()).map(calls::to).toArray();
        for (int item = 0; item < calls.items(); item++) {
            Arrays.sort(by, completions.start()[item], completions.start()[item + 1]);
        }
    }

    /** Narrows the bounds of ends; whether one moved. */
    boolean narrow(Stays stays) {
        boolean changed = false;
        for (int item = 0; item < calls.items(); item++) {
            if (completions.many(item) > 0 || readers.many(item) > 0) {
                changed |= narrow(stays, item);
            }
        }
        return changed;
    }

    private boolean narrow(Stays stays, int item) {
        int[] dequeued = IntStream.range(stays.first[item], stays.first[item + 1])
                .filter(stays::mayBeDequeued)
                .toArray();
        boolean changed = false;
        for (int k = 0; k < Math.min(dequeued.length, completions.many(item)); k++) {
            changed |= stays.endsNotAfter(by[completions.start()[item] + k], dequeued[k], NONE);
        }
        int known = 0;
        while (known < dequeued.length && stays.ends.call(dequeued[known]) != NONE) {
            known++;
        }
        for (int k = readers.start()[item]; k < readers.start()[item + 1]; k++) {
            int reader = readers.calls()[k];
            int completed = begunBefore(item, calls.to(reader));
            if (completed < known && calls.returned(reader)) {
                boolean started = completed > 0 && stays.endsTo[dequeued[completed - 1]] < calls.from(reader);
                int last = started ? calls.from(completions.calls()[completions.start()[item] + completed - 1]) : NONE;
                int from = Math.max(last, calls.from(reader));
                changed |= stays.endsNotBefore(from, dequeued[completed], NONE);
            }
        }
        return changed;
    }

    /** How many completions of an item began before a moment. */
    private int begunBefore(int item, int moment) {
        int low = completions.start()[item];
        int high = completions.start()[item + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (calls.from(completions.calls()[middle]) < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - completions.start()[item];
    }
}
