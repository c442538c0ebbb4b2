package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

/** Learns from conflicts, so that what is done again from some place on is done better. */
final class Repair {
    private static final int PROGRESS = 16;

    private final Calls calls;
    private final Stays stays;
    private final Witness witness;
    private final Line line;
    private final Lessons lessons;

    Repair(Calls calls, Stays stays, Witness witness, Lessons lessons) {
        this.calls = calls;
        this.stays = stays;
        this.witness = witness;
        this.line = witness.line();
        this.lessons = lessons;
    }

    /** Goes on to the end, and back from each conflict as long as it teaches something; the last conflict, or null. */
    Conflict run() {
        long limit = (long) PROGRESS * calls.length() + 1_000_000;
        Conflict conflict = witness.run();
        while (conflict != null && witness.steps() < limit) {
            int place = learned(conflict);
            if (place == NONE) {
                return conflict;
            }
            witness.backTo(place);
            conflict = witness.run();
        }
        return conflict;
    }

    /** The place in the order from which a conflict is to be avoided, or {@link Calls#NONE}. */
    private int learned(Conflict conflict) {
        if (conflict.blocker() == NONE) {
            return spared(conflict);
        }
        return conflict.stay() == NONE ? NONE : ordered(conflict);
    }

    /** A stay began too late, behind one that was in its way: from the place where that one began, it comes first. */
    private int ordered(Conflict conflict) {
        if (stays.beginsFrom[conflict.stay()] > stays.beginsTo[conflict.blocker()]) {
            return waiting(conflict);
        }
        int place = placeOfBegin(conflict.blocker());
        return place != NONE && lessons.learn(conflict.stay(), conflict.blocker()) ? place : NONE;
    }

    /** The stay cannot have come first, so it is not this call that ends it; it ended the one before, or waits. */
    private int waiting(Conflict conflict) {
        int call = conflict.call();
        boolean one = call != NONE && calls.deed(call).removesOne() && calls.item(call) != NONE;
        if (one && calls.to(call) > conflict.moment() && lessons.spare(call, conflict.stay())) {
            return line.length() - 1;
        }
        int place = sparedPrevious(stays.item[conflict.stay()]);
        return place != NONE ? place : sparedPrevious(stays.item[conflict.blocker()]);
    }

    /** What a call needs was taken by another one that could have waited: from that place, it does. */
    private int spared(Conflict conflict) {
        int call = conflict.call();
        if (call != NONE && calls.deed(call) == Deed.NOT_RUNNING) {
            int place = placeOfEnd(calls.item(call));
            return place != NONE && lessons.waitFor(line.call(place), call) ? place : NONE;
        }
        int item = conflict.stay() != NONE ? stays.item[conflict.stay()] : call == NONE ? NONE : calls.item(call);
        return item == NONE ? NONE : sparedPrevious(item);
    }

    private int sparedPrevious(int item) {
        int place = placeOfEnd(item);
        return place != NONE && lessons.spare(line.call(place), line.oldest(item) - 1) ? place : NONE;
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
