package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.List;

/**
 * Looks for an order of the calls by going through the moments once. Calls that change nothing happen as soon as they may;
 * the others as late as they may: a call happens at its return, unless another needs it before, which then pulls it. What
 * has to happen first is decided by the bounds of the stays, which look ahead.
 *
 * <p>As late as possible loses little: while a call waits, every choice of what goes before it is still open. It can lose
 * where a call has to go before another for a reason that the bounds do not tell; then the two are named, and it can go
 * back and be told.
 */
final class Witness {
    private final Calls calls;
    private final Stays stays;
    private final Line line;
    private final UnderWay underWay;
    private final Closing closing;
    private final Readers readers;
    private final Pulling pulling;
    private final Deadlines barriersDue;
    private final Deadlines beginsDue;
    private final Deadlines endsDue;
    private long steps;

    Witness(Calls calls, Stays stays, Closing closing, Lessons lessons, boolean oneByOne) {
        this.calls = calls;
        this.stays = stays;
        this.closing = closing;
        this.line = new Line(calls, stays);
        this.underWay = new UnderWay(calls, line);
        this.readers = new Readers(calls, line, underWay, oneByOne);
        this.pulling = new Pulling(calls, stays, line, underWay, readers, lessons, oneByOne);
        this.barriersDue = new Deadlines(calls.length(), stays.endsTo, stays.ofItems(), stays.count);
        this.beginsDue = new Deadlines(calls.length(), stays.beginsTo, 0, stays.ofItems());
        this.endsDue = new Deadlines(calls.length(), stays.endsTo, 0, stays.ofItems());
    }

    /** What happened so far. */
    Line line() {
        return line;
    }

    /** How many moments were passed, or taken back. */
    long steps() {
        return steps;
    }

    /** Goes on to the end; what prevents that, each because of the one before it, or nothing. */
    List<Conflict> run() {
        while (pass()) {
            if (underWay.isAtEnd()) {
                return List.of();
            }
            underWay.forward();
            serve(underWay.moment() - 1);
        }
        return pulling.conflicts();
    }

    /** A call that has just begun may have waited for nothing. */
    private void serve(int passed) {
        int call = calls.at(passed);
        if (call != NONE && calls.from(call) == passed) {
            readers.serve(call);
        }
    }

    /** Goes back to a moment before the present one. */
    void backTo(int moment) {
        while (line.length() > 0 && line.when(line.length() - 1) >= moment) {
            line.takeBack();
        }
        while (underWay.moment() > moment) {
            steps++;
            underWay.back();
        }
        readers.settle(NONE); // what had happened as soon as it might was taken back as well
    }

    /** Lets happen before a moment what has to. */
    private boolean pass() {
        steps++;
        pulling.forget();
        if ((underWay.moment() == closing.to() && !shutDown()) || !meetDeadlines()) {
            return false;
        }
        int call = underWay.isInvoke() ? NONE : underWay.next();
        if (call == NONE || line.isDone(call)) {
            return true;
        }
        boolean performed = pulling.perform(call);
        return performed
                && (line.isDone(call) || pulling.fail(call, NONE, NONE)); // another one took what it was to take
    }

    /** The last moment at which the queue may be shut down: what is still to be accepted comes first. */
    private boolean shutDown() {
        while (true) {
            int first = underWay.soonest(call ->
                    calls.returned(call) && (calls.deed(call) == Deed.ACCEPT || calls.deed(call) == Deed.COALESCE));
            if (first == NONE) {
                break;
            }
            if (!pulling.perform(first)) {
                return false;
            }
        }
        int shut = underWay.soonest(call -> calls.deed(call) == Deed.SHUTDOWN);
        return shut != NONE ? pulling.happen(shut) : line.isClosed() || pulling.fail(NONE, NONE, NONE);
    }

    /** Lets all happen for which the bounds leave no later underWay.moment(). */
    private boolean meetDeadlines() {
        for (int barrier = barriersDue.first(underWay.moment());
                barrier != NONE;
                barrier = barriersDue.after(barrier)) {
            if (!line.isDone(stays.call(barrier)) && !pulling.perform(stays.call(barrier))) {
                return false;
            }
        }
        for (int stay = beginsDue.first(underWay.moment()); stay != NONE; stay = beginsDue.after(stay)) {
            if (!pulling.beginUpTo(stay)) {
                return false;
            }
        }
        for (int stay = endsDue.first(underWay.moment()); stay != NONE; stay = endsDue.after(stay)) {
            while (line.hasBegun(stay) && !line.hasEnded(stay)) {
                if (!pulling.remove(stays.item[stay], NONE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The items whose calls were under way at the conflict. */
    int[] itemsUnderWay() {
        return Arrays.stream(underWay.calls())
                .map(calls::item)
                .filter(item -> item != NONE)
                .toArray();
    }
}
