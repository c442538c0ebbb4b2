package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;

/** By when stays have to begin, or to end: those of each moment. */
final class Deadlines {
    private final int[] first;
    private final int[] next;

    Deadlines(int moments, int[] bound, int from, int to) {
        first = new int[moments];
        Arrays.fill(first, NONE);
        next = new int[bound.length];
        for (int stay = from; stay < to; stay++) {
            if (bound[stay] < moments) {
                next[stay] = first[bound[stay]];
                first[bound[stay]] = stay;
            }
        }
    }

    /** The first of those of a moment, or {@link Calls#NONE}. */
    int first(int moment) {
        return moment < first.length ? first[moment] : NONE;
    }

    /** The one after it of the same moment, or {@link Calls#NONE}. */
    int after(int stay) {
        return next[stay];
    }
}
