package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.HashSet;
import java.util.Set;

/** Pulls what calls need that leave, or find, nothing pending. */
final class Taking {
    private final Calls calls;
    private final Stays stays;
    private final Line line;
    private final Pulling pulling;
    /** The calls that are about to take all. */
    private final Set<Integer> begun = new HashSet<>();

    Taking(Calls calls, Stays stays, Line line, Pulling pulling) {
        this.calls = calls;
        this.stays = stays;
        this.line = line;
        this.pulling = pulling;
    }

    /** Whether a call is about to take all. */
    boolean isUnderWay(int call) {
        return begun.contains(call);
    }

    /** Has nothing pending. */
    boolean clear(int call) {
        while (!line.isEmpty() && !line.isDone(call)) {
            int head = line.head();
            if (!pulling.remove(stays.item[head], NONE)) {
                return pulling.fail(call, stays.barrier(call), head);
            }
        }
        return line.isDone(call) || pulling.served(call);
    }

    /** Removes what the call did not take, begins what it took and is missing, in its order, and takes all. */
    boolean takeAll(int call) {
        if (!begun.add(call)) {
            return pulling.fail(call, NONE, NONE);
        }
        boolean taken = takeAllNow(call);
        begun.remove(call);
        return taken;
    }

    private boolean takeAllNow(int call) {
        int[] taken = calls.taken(call);
        int at = line.head();
        int matched = 0;
        while (at != line.end()) {
            int item = stays.item[at];
            if (matched < taken.length && item == taken[matched]) {
                matched++;
                at = line.after(at);
            } else {
                if (!removeStranger(item, at)) {
                    return pulling.fail(
                            call, matched < taken.length ? expected(taken[matched]) : stays.barrier(call), at);
                }
                at = line.head();
                matched = 0;
            }
        }
        for (; matched < taken.length; matched++) {
            int accept = pulling.accepting(taken[matched]);
            if (accept == NONE || !pulling.accept(accept)) {
                return accept == NONE ? pulling.fail(call, pulling.upcomingOrNone(taken[matched]), NONE) : false;
            }
            if (!stands(taken, matched + 1)) {
                return pulling.fail(call, NONE, line.end() == line.head() ? NONE : line.head());
            }
        }
        return line.isDone(call) || pulling.happen(call);
    }

    /** Whether what is pending is the beginning of a list, of that length. */
    private boolean stands(int[] list, int length) {
        int at = line.head();
        for (int k = 0; k < length; k++) {
            if (at == line.end() || stays.item[at] != list[k]) {
                return false;
            }
            at = line.after(at);
        }
        return at == line.end();
    }

    private boolean removeStranger(int item, int stay) {
        int call = pulling.removing(item, stay);
        return call != NONE && line.oldest(item) == stay && pulling.remove(item, call);
    }

    /** The stay of an item that a call wants to find next. */
    private int expected(int item) {
        return line.isPending(item) ? line.oldest(item) : pulling.upcomingOrNone(item);
    }
}
