package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets a call happen at a moment, and before it what it needs: each call pulls others. What has to happen first is decided
 * by the bounds of the stays, which look ahead, and by what was learned.
 */
final class Pulling {
    /** So many calls do not pull one another, unless in a circle. */
    private static final int DEEP = 200;

    private final Calls calls;
    private final Stays stays;
    private final Line line;
    private final UnderWay underWay;
    private final Readers readers;
    private final Lessons lessons;
    private final boolean oneByOne;
    private final Taking taking;
    private final Completing completing;
    /** How many calls pull one another. */
    private int depth;

    private final List<Conflict> conflicts = new ArrayList<>();

    Pulling(
            Calls calls,
            Stays stays,
            Line line,
            UnderWay underWay,
            Readers readers,
            Lessons lessons,
            boolean oneByOne) {
        this.calls = calls;
        this.stays = stays;
        this.line = line;
        this.underWay = underWay;
        this.readers = readers;
        this.lessons = lessons;
        this.oneByOne = oneByOne;
        this.taking = new Taking(calls, stays, line, this);
        this.completing = new Completing(calls, line, underWay, this);
    }

    /** What was in the way since it was last forgotten; each is why the next one was. */
    List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    /** Forgets what was in the way. */
    void forget() {
        conflicts.clear();
    }

    boolean fail(int call, int stay, int blocker) {
        conflicts.add(new Conflict(call, stay, blocker, underWay.moment()));
        return false;
    }

    /** Lets a call happen now, and before it what it needs. */
    boolean perform(int call) {
        return switch (calls.deed(call)) {
            case ACCEPT -> accept(call);
            case COALESCE -> beginSome(calls.item(call), call) && (line.isDone(call) || served(call));
            case DEQUEUE, CANCEL -> removeBy(call);
            case COMPLETE -> completing.complete(call);
            case NOT_RUNNING -> completing.completeAll(call);
            case ABSENT -> removeAll(calls.item(call), call);
            case EMPTY, CLOSED -> taking.clear(call);
            case TAKE_ALL -> taking.takeAll(call);
            case SHUTDOWN -> happen(call);
            case REJECT -> fail(call, NONE, NONE);
        };
    }

    boolean happen(int call) {
        line.happen(call, underWay.moment());
        readers.settle(calls.item(call));
        return true;
    }

    /** Whether a call that changes nothing happened, or may now. */
    boolean served(int call) {
        readers.serve(call);
        return line.isDone(call) || fail(call, NONE, NONE);
    }

    /** Makes sure that the item is pending. */
    boolean beginSome(int item, int call) {
        if (line.isPending(item)) {
            return true;
        }
        int accept = accepting(item);
        return accept == NONE ? fail(call, upcomingOrNone(item), NONE) : accept(accept);
    }

    /** The stay of an item that begins next, or {@link Calls#NONE}. */
    int upcomingOrNone(int item) {
        int stay = line.upcoming(item);
        return stay < stays.first[item + 1] ? stay : NONE;
    }

    /** The enqueue of the item that has to happen first of those under way. */
    int accepting(int item) {
        return underWay.soonest(call -> calls.item(call) == item && calls.deed(call) == Deed.ACCEPT);
    }

    /** Begins the stay of a call, and before it what has to. */
    boolean accept(int call) {
        int item = calls.item(call);
        int stay = line.upcoming(item);
        if (line.isClosed() || stays.beginsFrom[stay] >= underWay.moment() || depth > DEEP) {
            return fail(call, stay, NONE);
        }
        depth++;
        boolean ready =
                (!oneByOne || removeAll(item, call)) && beginEarlier(stay) && beginLearned(stay) && takeEarlier(stay);
        depth--;
        if (!ready) {
            return false;
        }
        return line.isDone(call) || happen(call);
    }

    /** Lets all stays begin that have to begin before this one, by what is known of their ends. */
    private boolean beginEarlier(int stay) {
        while (true) {
            int call = underWay.soonest(other -> hasToPrecede(other, stay));
            if (call == NONE) {
                return true;
            }
            if (!perform(call)) {
                return false;
            }
        }
    }

    private boolean hasToPrecede(int call, int stay) {
        if (calls.deed(call).isBarrier()) {
            int barrier = stays.barrier(call);
            return barrier != NONE && stays.endsTo[barrier] < stays.endsFrom[stay] && !taking.isUnderWay(call);
        }
        return calls.deed(call) == Deed.ACCEPT
                && calls.item(call) != stays.item[stay]
                && stays.surelyPrecedes(line.upcoming(calls.item(call)), stay);
    }

    /** What stands behind something that is going to be taken cannot come to the head before: the call has to come first. */
    private boolean takeEarlier(int stay) {
        while (stays.inOrder[stay]) {
            int last = line.last();
            while (last != line.end() && stays.takenAt[last] == NONE && !stays.dequeued[last]) {
                last = line.before(last);
            }
            int barrier = last == line.end() ? NONE : stays.takenAt[last];
            if (barrier == NONE || stays.mayTake(barrier, stay)) {
                return true;
            }
            int call = stays.call(barrier);
            if (calls.from(call) >= underWay.moment() || line.isDone(call) || !taking.takeAll(call)) {
                return fail(NONE, stay, last);
            }
        }
        return true;
    }

    private boolean beginLearned(int stay) {
        for (int other : lessons.earlier(stay)) {
            if (!(stays.isBarrier(other) ? pass(stays.call(other)) : beginUpTo(other))) {
                return false;
            }
        }
        return true;
    }

    private boolean pass(int barrier) {
        if (line.isDone(barrier)) {
            return true;
        }
        boolean possible = calls.from(barrier) < underWay.moment() && !taking.isUnderWay(barrier);
        return possible ? perform(barrier) : fail(barrier, NONE, NONE);
    }

    /** Begins a stay, and those of its item before. */
    boolean beginUpTo(int stay) {
        while (!line.hasBegun(stay)) {
            int call = accepting(stays.item[stay]);
            if (call == NONE) {
                return fail(NONE, stay, NONE);
            }
            if (!accept(call)) {
                return false;
            }
        }
        return true;
    }

    private boolean removeAll(int item, int call) {
        while (line.isPending(item)) {
            if (!remove(item, NONE)) {
                return false;
            }
        }
        return calls.deed(call) != Deed.ABSENT || line.isDone(call) || served(call);
    }

    /** Ends a stay by a call; the stays before it, by others. */
    boolean removeBy(int call) {
        int item = calls.item(call);
        while (!line.isDone(call)) {
            if (!beginSome(item, call)) {
                return false;
            }
            boolean own = lessons.allow(call, line.oldest(item), underWay.moment());
            if (!remove(item, own ? call : NONE)) {
                return false;
            }
        }
        return true;
    }

    /** Ends the oldest stay of the item, by a call or whichever may. */
    boolean remove(int item, int chosen) {
        int stay = line.oldest(item);
        int call = chosen == NONE ? removing(item, stay) : chosen;
        if (call == NONE) {
            return fail(NONE, NONE, stay);
        }
        if (stays.endsFrom[stay] >= underWay.moment()
                || (chosen != NONE && calls.item(chosen) != NONE && !stays.ends.may(chosen, item, stay))) {
            return fail(chosen, stay, NONE); // too early: the bounds know better
        }
        Deed deed = calls.deed(call);
        if (deed == Deed.TAKE_ALL) {
            boolean taken = line.isDone(call) || taking.takeAll(call);
            return taken || fail(call, stay, NONE);
        }
        if (deed == Deed.DEQUEUE) {
            while (line.head() != stay) {
                int ahead = line.head();
                if (!remove(stays.item[ahead], NONE)) {
                    return fail(call, stay, ahead);
                }
                if (line.oldest(item) != stay) {
                    return true; // one of them took it as well
                }
            }
            for (int other : lessons.awaited(call)) {
                if (!line.isDone(other) && !perform(other)) {
                    return false;
                }
            }
        }
        if (calls.item(call) == NONE) {
            line.guess(call, item, underWay.moment());
            readers.settle(item);
            return true;
        }
        return happen(call);
    }

    /** The call that has to happen first of those under way that may end a stay. */
    int removing(int item, int stay) {
        int first = underWay.soonest(call -> ends(call, item)
                && stays.ends.may(call, item, stay)
                && lessons.allow(call, stay, underWay.moment())
                && !taking.isUnderWay(call));
        return first != NONE || line.head() != stay
                ? first
                : underWay.soonest(call -> calls.deed(call) == Deed.DEQUEUE && calls.item(call) == NONE);
    }

    private boolean ends(int call, int item) {
        return calls.deed(call).removesOne() ? calls.item(call) == item : calls.takes(call, item);
    }
}
