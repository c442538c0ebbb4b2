package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Which choices may be to blame for a conflict, and how each could have been taken. */
final class Ways {
    private final Calls calls;
    private final Stays stays;
    private final Line line;

    Ways(Calls calls, Stays stays, Line line) {
        this.calls = calls;
        this.stays = stays;
        this.line = line;
    }

    /** A way around a conflict: a lesson, and the moment from which on it is heeded. */
    record Way(Lesson lesson, int from) {}

    /** The ways around conflicts, each of which is why the next one is. */
    Deque<Way> around(List<Conflict> conflicts) {
        Deque<Way> ways = new ArrayDeque<>();
        for (Conflict conflict : conflicts) {
            around(conflict, ways);
        }
        return ways;
    }

    private void around(Conflict conflict, Deque<Way> ways) {
        if (conflict.namesTwo()) {
            comeFirst(conflict, ways);
        }
        if (conflict.call() != NONE) {
            beSpared(conflict.call(), conflict, ways);
            waitFor(conflict.call(), ways);
        }
        conflict.items(calls, stays).forEach(item -> spareEarlier(item, ways));
    }

    /** The stay began too late, behind one that was in its way: from the moment when that one began, it comes first. */
    private void comeFirst(Conflict conflict, Deque<Way> ways) {
        int place = placeOfBegin(conflict.blocker());
        if (place != NONE && stays.beginsFrom[conflict.stay()] <= stays.beginsTo[conflict.blocker()]) {
            ways.add(new Way(Lesson.beginsAfter(conflict.blocker(), conflict.stay()), line.when(place)));
        }
    }

    /** It is not this call that ends the stay. */
    private void beSpared(int call, Conflict conflict, Deque<Way> ways) {
        int stay = conflict.stay();
        if (calls.deed(call).ends() && stay != NONE && !stays.isBarrier(stay)) {
            ways.add(new Way(Lesson.spares(call, stay), conflict.moment()));
        }
    }

    /** What a call needs was taken by another one that could have waited. */
    private void spareEarlier(int item, Deque<Way> ways) {
        int place = placeOfEnd(item);
        if (place != NONE) {
            ways.add(new Way(Lesson.spares(line.call(place), line.oldest(item) - 1), line.when(place)));
        }
    }

    /**
     * Who found an item not to be processed comes before one of the dequeues since the call began, or the last before. That
     * is the call itself, or one for which the run was completed that this call would complete.
     */
    private void waitFor(int waiting, Deque<Way> ways) {
        List<Integer> readers = new ArrayList<>();
        if (calls.deed(waiting) == Deed.NOT_RUNNING) {
            readers.add(waiting);
        }
        boolean within = !readers.isEmpty() || calls.deed(waiting) == Deed.COMPLETE;
        for (int place = line.length() - 1; place >= 0 && within; place--) {
            int call = line.call(place);
            if (calls.item(call) != calls.item(waiting)) {
                continue;
            }
            if (calls.deed(call) == Deed.NOT_RUNNING) {
                readers.add(call);
            } else if (calls.deed(call) == Deed.DEQUEUE) {
                for (int reader : readers) {
                    ways.add(new Way(Lesson.waitsFor(call, reader), line.when(place)));
                }
                within = line.when(place) > calls.from(waiting);
            }
        }
    }

    /** The place in the order at which a stay began, counted back from the end, or {@link Calls#NONE}. */
    private int placeOfBegin(int stay) {
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
    private int placeOfEnd(int item) {
        boolean any = line.oldest(item) > stays.first[item];
        for (int place = line.length() - 1; any && place >= 0; place--) {
            int call = line.call(place);
            Deed deed = calls.deed(call);
            if ((deed.removesOne() && calls.item(call) == item) || (deed == Deed.TAKE_ALL && calls.takes(call, item))) {
                return place;
            }
        }
        return NONE;
    }
}
