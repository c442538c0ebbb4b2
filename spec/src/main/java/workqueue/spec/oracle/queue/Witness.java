package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    /** So many calls do not pull one another, unless in a circle. */
    private static final int DEEP = 200;

    private final Calls calls;
    private final Stays stays;
    private final Line line;
    private final Closing closing;
    private final boolean oneByOne;
    private final Deadlines barriersDue;
    private final Deadlines beginsDue;
    private final Deadlines endsDue;
    private int[] open = new int[16];
    private int opened;
    private int moment;
    private long steps;
    private Conflict conflict;
    /** Stays that have to begin before another, beyond what the bounds say. */
    private final Map<Integer, List<Integer>> earlier = new HashMap<>();
    /** Stays that a call does not end, by call. */
    private final Map<Integer, List<Integer>> spared = new HashMap<>();
    /** Calls that do not happen before another one, by call. */
    private final Map<Integer, Integer> waitsFor = new HashMap<>();
    /** How many calls pull one another. */
    private int depth;
    /** The calls that are about to take all. */
    private final Set<Integer> taking = new HashSet<>();

    Witness(Calls calls, Stays stays, Closing closing, boolean oneByOne) {
        this.calls = calls;
        this.stays = stays;
        this.closing = closing;
        this.oneByOne = oneByOne;
        this.barriersDue = new Deadlines(calls.length(), stays.endsTo, stays.ofItems(), stays.count);
        this.beginsDue = new Deadlines(calls.length(), stays.beginsTo, 0, stays.ofItems());
        this.endsDue = new Deadlines(calls.length(), stays.endsTo, 0, stays.ofItems());
        this.line = new Line(calls, stays);
    }

    Line line() {
        return line;
    }

    long steps() {
        return steps;
    }

    /** Goes on to the end; what prevents that, or null. */
    Conflict run() {
        while (moment <= calls.length()) {
            if (!pass()) {
                return conflict;
            }
            moment++;
        }
        return null;
    }

    /** Has a stay begin before another from now on. */
    boolean learn(int stay, int before) {
        List<Integer> known = earlier.computeIfAbsent(before, s -> new ArrayList<>());
        return !known.contains(stay) && known.add(stay);
    }

    /** Has a call not end a stay from now on. */
    boolean spare(int call, int stay) {
        if (stays.ends.call(stay) == call) {
            return false;
        }
        List<Integer> known = spared.computeIfAbsent(call, c -> new ArrayList<>());
        return !known.contains(stay) && known.add(stay);
    }

    /** Has a call wait for another from now on. */
    boolean waitFor(int call, int other) {
        return waitsFor.putIfAbsent(call, other) == null;
    }

    /** Goes back to the first moment before which something happened, from a place in the order on. */
    void backTo(int place) {
        int target = line.when(place);
        while (line.length() > 0 && line.when(line.length() - 1) >= target) {
            line.takeBack();
        }
        while (moment > target) {
            moment--;
            steps++;
            unpass();
        }
        settle(NONE); // what had happened as soon as it might was taken back as well
    }

    private void unpass() {
        int call = moment < calls.length() ? calls.at(moment) : NONE;
        if (call == NONE) {
            return;
        }
        if (calls.from(call) == moment) {
            close(call);
        } else {
            open(call);
        }
    }

    /** Lets one event happen, and before it what has to. */
    private boolean pass() {
        steps++;
        conflict = null;
        if (moment == closing.to() && !shutDown()) {
            return false;
        }
        if (!meetDeadlines()) {
            return false;
        }
        if (moment == calls.length()) {
            return true;
        }
        int call = calls.at(moment);
        if (call == NONE) {
            return true;
        }
        if (calls.from(call) == moment) {
            open(call);
            moment++; // the call is under way only behind its invoke
            serve(call);
            moment--;
            return true;
        }
        if (!line.isDone(call) && !perform(call)) {
            return false;
        }
        if (!line.isDone(call)) {
            return fail(call, NONE, NONE); // another one took what it was to take
        }
        close(call);
        return true;
    }

    private void open(int call) {
        if (opened == open.length) {
            open = java.util.Arrays.copyOf(open, 2 * opened);
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

    /** The last moment at which the queue may be shut down: what is still to be accepted comes first. */
    private boolean shutDown() {
        while (true) {
            int first = NONE;
            int shut = NONE;
            for (int k = 0; k < opened; k++) {
                int call = open[k];
                Deed deed = calls.deed(call);
                if (deed == Deed.SHUTDOWN) {
                    shut = sooner(shut, call);
                } else if ((deed == Deed.ACCEPT || deed == Deed.COALESCE)
                        && calls.returned(call)
                        && !line.isDone(call)) {
                    first = sooner(first, call);
                }
            }
            if (first == NONE) {
                return shut != NONE ? happen(shut) : fail(NONE, NONE, NONE);
            }
            if (!perform(first)) {
                return false;
            }
        }
    }

    private int sooner(int one, int other) {
        return one == NONE || calls.to(other) < calls.to(one) ? other : one;
    }

    /** Lets all happen for which the bounds leave no later moment. */
    private boolean meetDeadlines() {
        for (int barrier = barriersDue.first(moment); barrier != NONE; barrier = barriersDue.after(barrier)) {
            if (!line.isDone(stays.call(barrier)) && !perform(stays.call(barrier))) {
                return false;
            }
        }
        for (int stay = beginsDue.first(moment); stay != NONE; stay = beginsDue.after(stay)) {
            if (!beginUpTo(stay)) {
                return false;
            }
        }
        for (int stay = endsDue.first(moment); stay != NONE; stay = endsDue.after(stay)) {
            while (line.hasBegun(stay) && !line.hasEnded(stay)) {
                if (!remove(stays.item[stay], NONE)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean beginUpTo(int stay) {
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

    private boolean happen(int call) {
        line.happen(call, moment);
        settle(calls.item(call));
        return true;
    }

    /** Lets all happen that waited for what has just changed. */
    private void settle(int item) {
        for (int k = 0; k < opened; k++) {
            int call = open[k];
            if (!line.isDone(call) && calls.returned(call)) {
                int own = calls.item(call);
                if (own == NONE || own == item || item == NONE) {
                    serve(call);
                }
            }
        }
    }

    /** Lets a call happen that changes nothing, if it may. */
    private void serve(int call) {
        if (calls.returned(call) && !line.isDone(call) && isServed(call)) {
            line.happen(call, moment);
        }
    }

    private boolean isServed(int call) {
        int item = calls.item(call);
        return switch (calls.deed(call)) {
            case COALESCE -> oneByOne && line.isPending(item) && !line.isClosed();
            case REJECT -> line.isClosed();
            case EMPTY -> line.isEmpty();
            case CLOSED -> line.isEmpty() && line.isClosed();
            case TAKE_ALL -> line.isEmpty() && calls.taken(call).length == 0;
            case NOT_RUNNING -> !line.isProcessed(item);
            case ABSENT -> !line.isPending(item);
            default -> false;
        };
    }

    /** What first stood in the way of something matters most: it is why the calls that wanted that failed as well. */
    private boolean fail(int call, int stay, int blocker) {
        if (conflict == null || !conflict.namesTwo()) {
            conflict = new Conflict(call, stay, blocker, moment);
        }
        return false;
    }

    /** Lets a call happen now, and before it what it needs. */
    private boolean perform(int call) {
        steps++;
        return switch (calls.deed(call)) {
            case ACCEPT -> accept(call);
            case COALESCE -> beginSome(calls.item(call), call) && (line.isDone(call) || served(call));
            case DEQUEUE, CANCEL -> beginSome(calls.item(call), call) && remove(calls.item(call), call);
            case COMPLETE -> complete(call);
            case NOT_RUNNING -> completeAll(call);
            case ABSENT -> removeAll(calls.item(call), call);
            case EMPTY, CLOSED -> clear(call);
            case TAKE_ALL -> takeAll(call);
            case SHUTDOWN -> happen(call);
            case REJECT -> fail(call, NONE, NONE);
        };
    }

    private boolean served(int call) {
        serve(call);
        return line.isDone(call) || fail(call, NONE, NONE);
    }

    /** Makes sure that the item is pending. */
    private boolean beginSome(int item, int call) {
        if (line.isPending(item)) {
            return true;
        }
        int accept = accepting(item);
        return accept == NONE ? fail(call, upcomingOrNone(item), NONE) : accept(accept);
    }

    /** The stay of an item that a call wants to find next. */
    private int expected(int item) {
        return line.isPending(item) ? line.oldest(item) : upcomingOrNone(item);
    }

    private int upcomingOrNone(int item) {
        int stay = line.upcoming(item);
        return stay < stays.first[item + 1] ? stay : NONE;
    }

    /** The enqueue of the item that has to happen first of those under way. */
    private int accepting(int item) {
        int first = NONE;
        for (int k = 0; k < opened; k++) {
            int call = open[k];
            if (calls.item(call) == item && calls.deed(call) == Deed.ACCEPT && !line.isDone(call)) {
                first = sooner(first, call);
            }
        }
        return first;
    }

    private boolean accept(int call) {
        int item = calls.item(call);
        int stay = line.upcoming(item);
        if (line.isClosed() || stays.beginsFrom[stay] >= moment || depth > DEEP) {
            return fail(call, stay, NONE);
        }
        depth++;
        boolean ready = (!oneByOne || removeAll(item, call))
                && beginEarlier(stay, item)
                && beginLearned(stay)
                && takeEarlier(stay);
        depth--;
        if (!ready) {
            return false;
        }
        return line.isDone(call) || happen(call);
    }

    /** Lets all stays begin that have to end before this one can. */
    private boolean beginEarlier(int stay, int item) {
        for (int k = 0; k < opened; k++) {
            int call = open[k];
            if (line.isDone(call)) {
                continue;
            }
            int barrier = calls.deed(call).isBarrier() ? stays.barrier(call) : NONE;
            if (barrier != NONE && stays.endsTo[barrier] < stays.endsFrom[stay] && !taking.contains(call)) {
                if (!perform(call)) {
                    return false;
                }
                k = -1;
            } else if (calls.deed(call) == Deed.ACCEPT && calls.item(call) != item) {
                int other = line.upcoming(calls.item(call));
                if (stays.surelyPrecedes(other, stay)) {
                    if (!accept(sooner(accepting(calls.item(call)), call))) {
                        return false;
                    }
                    k = -1; // who is under way and not done has changed
                }
            }
        }
        return true;
    }

    /** What stands behind something that is going to be taken cannot come to the head before: the call has to come first. */
    private boolean takeEarlier(int stay) {
        while (stays.inOrder[stay]) {
            int last = line.last();
            while (last != line.end() && !stays.inOrder[last]) {
                last = line.before(last);
            }
            int barrier = last == line.end() ? NONE : stays.takenAt[last];
            if (barrier == NONE || stays.mayTake(barrier, stay)) {
                return true;
            }
            int call = stays.call(barrier);
            if (calls.from(call) >= moment || taking.contains(call) || !takeAll(call)) {
                return fail(NONE, stay, last);
            }
        }
        return true;
    }

    private boolean beginLearned(int stay) {
        for (int other : earlier.getOrDefault(stay, List.of())) {
            if (!beginUpTo(other)) {
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

    /** Ends the oldest stay of the item, by a call or whichever may. */
    private boolean remove(int item, int chosen) {
        int stay = line.oldest(item);
        int call = chosen == NONE ? removing(item, stay) : chosen;
        if (call == NONE) {
            return fail(NONE, NONE, stay);
        }
        if (stays.endsFrom[stay] >= moment
                || (chosen != NONE && calls.item(chosen) != NONE && !stays.ends.may(chosen, item, stay))) {
            return fail(chosen, stay, NONE); // too early: the bounds know better
        }
        Deed deed = calls.deed(call);
        if (deed == Deed.TAKE_ALL) {
            return line.isDone(call) || takeAll(call);
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
            completeForReaders(calls.item(call));
        }
        if (calls.item(call) == NONE) {
            line.guess(call, item, moment);
            settle(item);
            return true;
        }
        return happen(call);
    }

    /** The call that has to happen first of those under way that end a stay of the item. */
    private int removing(int item, int stay) {
        int first = NONE;
        int wild = NONE;
        for (int k = 0; k < opened; k++) {
            int call = open[k];
            if (line.isDone(call)
                    || (waitsFor.containsKey(call) && !line.isDone(waitsFor.get(call)))
                    || (!spared.isEmpty()
                            && spared.getOrDefault(call, List.of()).contains(stay))) {
                continue;
            }
            Deed deed = calls.deed(call);
            if (deed.removesOne() && calls.item(call) == item) {
                first = stays.ends.may(call, item, stay) ? sooner(first, call) : first;
            } else if (deed == Deed.DEQUEUE && calls.item(call) == NONE && line.head() == stay) {
                wild = call;
            } else if (deed == Deed.TAKE_ALL
                    && calls.takes(call, item)
                    && !taking.contains(call)
                    && stays.ends.may(call, item, stay)) {
                first = sooner(first, call);
            }
        }
        return first == NONE ? wild : first;
    }

    private boolean complete(int call) {
        int item = calls.item(call);
        if (!line.isProcessed(item)) {
            int start = NONE;
            for (int k = 0; k < opened; k++) {
                int other = open[k];
                if (calls.deed(other) == Deed.DEQUEUE && calls.item(other) == item && !line.isDone(other)) {
                    start = sooner(start, other);
                }
            }
            if (start == NONE || !beginSome(item, start) || !remove(item, start)) {
                return start == NONE ? fail(call, NONE, NONE) : false;
            }
        }
        return happen(call);
    }

    /** Before an item is processed again: the last moment for those that find it not to be. */
    private void completeForReaders(int item) {
        for (int k = 0; k < opened; k++) {
            int call = open[k];
            if (calls.item(call) == item
                    && calls.deed(call) == Deed.NOT_RUNNING
                    && calls.returned(call)
                    && !line.isDone(call)) {
                completeAll(call);
                conflict = null;
            }
        }
    }

    private boolean completeAll(int call) {
        int item = calls.item(call);
        while (line.isProcessed(item)) {
            int first = NONE;
            for (int k = 0; k < opened; k++) {
                int other = open[k];
                if (calls.deed(other) == Deed.COMPLETE && calls.item(other) == item && !line.isDone(other)) {
                    first = sooner(first, other);
                }
            }
            if (first == NONE) {
                return fail(call, NONE, NONE);
            }
            happen(first);
        }
        return line.isDone(call) || served(call);
    }

    private boolean clear(int call) {
        while (!line.isEmpty() && !line.isDone(call)) {
            int head = line.head();
            if (!remove(stays.item[head], NONE)) {
                return fail(call, NONE, head);
            }
        }
        return line.isDone(call) || served(call);
    }

    /** Removes what the call did not take, begins what it took and is missing, in its order, and takes all. */
    private boolean takeAll(int call) {
        if (!taking.add(call)) {
            return fail(call, NONE, NONE);
        }
        boolean taken = takeAllNow(call);
        taking.remove(call);
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
                    return fail(call, matched < taken.length ? expected(taken[matched]) : NONE, at);
                }
                at = line.head();
                matched = 0;
            }
        }
        for (; matched < taken.length; matched++) {
            int accept = accepting(taken[matched]);
            int before = line.length();
            if (accept == NONE || !accept(accept)) {
                return accept == NONE ? fail(call, upcomingOrNone(taken[matched]), NONE) : false;
            }
            if (!stands(taken, matched + 1)) {
                return fail(call, NONE, line.end() == line.head() ? NONE : line.head());
            }
            steps += line.length() - before;
        }
        return line.isDone(call) || happen(call);
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
        int call = removing(item, stay);
        return call != NONE && line.oldest(item) == stay && remove(item, call);
    }

    /** The item that a conflict is about, or {@link Calls#NONE}. */
    int itemOf(Conflict conflict) {
        return conflict.stay() != NONE
                ? stays.item[conflict.stay()]
                : conflict.call() == NONE ? NONE : calls.item(conflict.call());
    }

    /** The items whose calls were under way at the conflict. */
    int[] itemsUnderWay() {
        int[] items = new int[opened];
        int many = 0;
        for (int k = 0; k < opened; k++) {
            if (calls.item(open[k]) != NONE) {
                items[many++] = calls.item(open[k]);
            }
        }
        return java.util.Arrays.copyOf(items, many);
    }

    /** The place in the order at which a stay began, counted back from the end, or {@link Calls#NONE}. */
    int placeOfBegin(int stay) {
        int item = stays.item[stay];
        int behind = line.upcoming(item) - stay;
        for (int place = line.length() - 1; place >= 0 && behind > 0; place--) {
            int call = line.call(place);
            if (calls.deed(call) == Deed.ACCEPT && calls.item(call) == item && --behind == 0) {
                return place;
            }
        }
        return NONE;
    }

    /** The place in the order at which the latest stay of an item that ended did, or {@link Calls#NONE}. */
    int placeOfEnd(int item) {
        for (int place = line.length() - 1; place >= 0; place--) {
            int call = line.call(place);
            Deed deed = calls.deed(call);
            if ((deed.removesOne() && calls.item(call) == item) || (deed == Deed.TAKE_ALL && calls.takes(call, item))) {
                return place;
            }
        }
        return NONE;
    }
}
