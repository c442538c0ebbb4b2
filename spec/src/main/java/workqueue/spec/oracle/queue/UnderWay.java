package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A moment of a history, and the calls that are under way then. */
final class UnderWay {
    private final Calls calls;
    private final Line line;
    private int moment;
    private int[] open = new int[16];
    private int opened;

    UnderWay(Calls calls, Line line) {
        this.calls = calls;
        this.line = line;
    }

    /** The moment that comes next. */
    int moment() {
        return moment;
    }

    boolean isAtEnd() {
        return moment >= calls.length();
    }

    /** The call whose event comes next, or {@link Calls#NONE}. */
    int next() {
        return isAtEnd() ? NONE : calls.at(moment);
    }

    /** Whether the event that comes next is an invoke. */
    boolean isInvoke() {
        return next() != NONE && calls.from(next()) == moment;
    }

    /** Passes a moment. */
    void forward() {
        if (isInvoke()) {
            open(next());
        } else if (next() != NONE) {
            close(next());
        }
        moment++;
    }

    /** Takes back that a moment passed. */
    void back() {
        moment--;
        if (isInvoke()) {
            close(next());
        } else if (next() != NONE) {
            open(next());
        }
    }

    private void open(int call) {
        if (opened == open.length) {
            open = Arrays.copyOf(open, 2 * opened);
        }
        open[opened++] = call;
    }

    private void close(int call) {
        int k = 0;
        while (open[k] != call) {
            k++;
        }
        open[k] = open[--opened];
    }

    /** The calls. */
    int[] calls() {
        return Arrays.copyOf(open, opened);
    }

    /** Of the calls that did not happen yet and are as wanted, the one that returns first, or {@link Calls#NONE}. */
    int soonest(IntPredicate wanted) {
        int first = NONE;
        for (int k = 0; k < opened; k++) {
            int call = open[k];
            if (!line.isDone(call) && wanted.test(call) && (first == NONE || calls.to(call) < calls.to(first))) {
                first = call;
            }
        }
        return first;
    }
}
