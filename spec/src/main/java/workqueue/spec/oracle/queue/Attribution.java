package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NEVER;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which calls begin, or end, which stays, as far as that is certain. The k-th stay of an item began between the k-th
 * smallest invoke and the k-th smallest return of the calls that began one, whichever of them began it: before the k-th
 * smallest invoke there are too few of them, and at the k-th smallest return at least k have taken effect. Its end
 * likewise. Where other bounds leave a call only one stay, that stay and that call are paired, and the others counted anew.
 */
final class Attribution {
    private final Calls calls;
    private final boolean begin;
    /** Where the claims of each item start: each is that of a call to a stay of the item, in the order of the invokes. */
    private final int[] start;

    private final int[] claims;
    /** The stay of a claim, or {@link Calls#NONE}. */
    private final int[] stayOf;
    /** When calls began that did not return and may have ended anything. */
    private final int[] wild;
    /** The call of a stay, or {@link Calls#NONE}. */
    private int[] callOf;

    private Attribution(Calls calls, boolean begin, ByItem sorted, int[] wild) {
        this.calls = calls;
        this.begin = begin;
        this.wild = wild;
        this.start = sorted.start();
        this.claims = sorted.calls();
        stayOf = new int[claims.length];
        Arrays.fill(stayOf, NONE);
    }

    /** Of calls to the stays that they began. */
    static Attribution ofBegins(Calls calls) {
        return new Attribution(calls, true, ByItem.of(calls, EnumSet.of(Deed.ACCEPT)), new int[0]);
    }

    /** Of calls to the stays that they ended. */
    static Attribution ofEnds(Calls calls) {
        int[] wild = calls.unreturned().stream()
                .filter(call -> calls.deed(call) == Deed.DEQUEUE || calls.deed(call) == Deed.TAKE_ALL)
                .mapToInt(calls::from)
                .toArray();
        return new Attribution(
                calls, false, ByItem.of(calls, EnumSet.of(Deed.DEQUEUE, Deed.CANCEL, Deed.TAKE_ALL)), wild);
    }

    /** How many calls claim a stay of an item. */
    int many(int item) {
        return start[item + 1] - start[item];
    }

    /** Narrows the bounds of all stays that are not paired yet by how many calls there are for them. */
    void count(Stays stays) {
        if (callOf == null) {
            callOf = new int[stays.ofItems()];
            Arrays.fill(callOf, NONE);
        }
        for (int item = 0; item < calls.items(); item++) {
            count(stays, item);
        }
    }

    private void count(Stays stays, int item) {
        int many = 0;
        for (int claim = start[item]; claim < start[item + 1]; claim++) {
            many += stayOf[claim] == NONE ? 1 : 0;
        }
        int[] from = Arrays.copyOf(wild, wild.length + many);
        int[] to = new int[many];
        int k = 0;
        for (int claim = start[item]; claim < start[item + 1]; claim++) {
            if (stayOf[claim] == NONE) {
                from[wild.length + k] = stays.from(claims[claim]);
                to[k++] = stays.to(claims[claim]);
            }
        }
        Arrays.sort(from);
        Arrays.sort(to);
        k = 0;
        for (int stay = stays.first[item]; stay < stays.first[item + 1]; stay++) {
            if (callOf[stay] == NONE) {
                narrow(stays, stay, k < from.length ? from[k] : NEVER, k < many ? to[k] : NEVER);
                k++;
            }
        }
    }

    private boolean narrow(Stays stays, int stay, int from, int to) {
        boolean later = begin ? stays.beginsNotBefore(from, stay, NONE) : stays.endsNotBefore(from, stay, NONE);
        boolean sooner = begin ? stays.beginsNotAfter(to, stay, NONE) : stays.endsNotAfter(to, stay, NONE);
        return later || sooner;
    }

    /** Pairs calls with the only stays that their bounds leave them; whether there were any. */
    boolean pair(Stays stays) {
        boolean changed = false;
        for (int item = 0; item < calls.items(); item++) {
            boolean paired = false;
            for (int claim = start[item]; claim < start[item + 1]; claim++) {
                paired |= stayOf[claim] == NONE && calls.returned(claims[claim]) && pair(stays, item, claim);
            }
            if (paired) {
                count(stays, item);
                changed = true;
            }
        }
        return changed;
    }

    private boolean pair(Stays stays, int item, int claim) {
        int from = stays.from(claims[claim]);
        int to = stays.to(claims[claim]);
        int[] lower = begin ? stays.beginsFrom : stays.endsFrom;
        int[] upper = begin ? stays.beginsTo : stays.endsTo;
        int only = NONE;
        int stay = stays.notAfter(upper, item, from);
        for (; stay < stays.first[item + 1] && lower[stay] < to; stay++) {
            if (callOf[stay] == NONE && stays.fits(stay, claims[claim])) {
                if (only != NONE) {
                    return false;
                }
                only = stay;
            }
        }
        if (only == NONE) {
            return narrow(stays, Math.min(stay, stays.first[item + 1] - 1), from, to); // impossible: it shows there
        }
        stayOf[claim] = only;
        callOf[only] = claims[claim];
        narrow(stays, only, from, to);
        return true;
    }

    /** The call that is known to be that of a stay, or {@link Calls#NONE}. */
    int call(int stay) {
        return callOf[stay];
    }

    /** Whether a call may be that of a stay of an item, as far as is known. */
    boolean may(int call, int item, int stay) {
        return callOf[stay] == NONE ? isOpen(call, item) : callOf[stay] == call;
    }

    private boolean isOpen(int call, int item) {
        int claim = Arrays.binarySearch(claims, start[item], start[item + 1], call);
        return claim >= 0 && stayOf[claim] == NONE;
    }

    /** Marks the stays of which no call of some deeds can be the one, as far as is known. */
    void exclude(Stays stays, Set<Deed> deeds, boolean[] without) {
        for (int item = 0; item < calls.items(); item++) {
            int claim = start[item];
            int latest = NONE;
            for (int stay = stays.first[item]; stay < stays.first[item + 1]; stay++) { // their ends are in order
                for (; claim < start[item + 1] && calls.from(claims[claim]) <= stays.endsTo[stay]; claim++) {
                    boolean free = stayOf[claim] == NONE && deeds.contains(calls.deed(claims[claim]));
                    latest = free ? Math.max(latest, calls.to(claims[claim])) : latest;
                }
                without[stay] = stays.endsTo[stay] != NEVER
                        && (callOf[stay] == NONE
                                ? latest < stays.endsFrom[stay]
                                : !deeds.contains(calls.deed(callOf[stay])));
            }
        }
    }
}
