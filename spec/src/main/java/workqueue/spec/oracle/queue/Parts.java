package workqueue.spec.oracle.queue;

import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;

/**
 * Small parts of a history that violate only if the whole does. A part leaves out
 *
 * <ul>
 *   <li>all calls of some items, also from what was taken at once: the rest may happen as it did;
 *   <li>calls that change nothing, and all completions of an item, because only completions ask for them;
 *   <li>what comes after a moment: calls under way may still return;
 *   <li>what comes before a moment at which no call of the rest that changes anything is under way, and as many stays have
 *       ended as began: there the state is as at the start, whatever the order was.
 * </ul>
 */
final class Parts {
    /** At most so many events after the suspicious ones are kept: what follows may tell which rule was broken. */
    private static final int SEQUEL = 80;
    /** A part with more events than that is not small. */
    private static final int LARGE = 600;

    private final Calls calls;
    private boolean readers;

    Parts(Calls calls) {
        this.calls = calls;
    }

    /** Parts that may show a violation, the smallest first. */
    List<History> of(Suspicion suspicion) {
        List<History> parts = new ArrayList<>();
        for (boolean all : new boolean[] {false, true}) {
            readers = all;
            BitSet kept = kept(suspicion.items());
            int start = calm(kept, suspicion.items(), suspicion.from());
            addIfSmall(parts, part(kept, suspicion.items(), start, suspicion.to()));
        }
        BitSet kept = kept(suspicion.items());
        addIfSmall(parts, part(kept, suspicion.items(), 0, calls.length()));
        return parts;
    }

    private static void addIfSmall(List<History> parts, History part) {
        if (!part.events().isEmpty() && part.events().size() <= LARGE) {
            parts.add(part);
        }
    }

    private BitSet kept(Set<Integer> items) {
        BitSet kept = new BitSet(calls.count());
        for (int call = 0; call < calls.count(); call++) {
            Deed deed = calls.deed(call);
            boolean concerned = calls.item(call) == NONE || items.contains(calls.item(call));
            boolean empty = deed == Deed.TAKE_ALL && calls.returned(call) && !takesAny(call, items);
            if (concerned && (readers || (deed.moves() && !empty))) {
                kept.set(call);
            }
        }
        return kept;
    }

    private boolean takesAny(int call, Set<Integer> items) {
        for (int item : calls.taken(call)) {
            if (items.contains(item)) {
                return true;
            }
        }
        return false;
    }

    /** The last moment up to one at which the state is as at the start. */
    private int calm(BitSet kept, Set<Integer> items, int until) {
        int calm = 0;
        Balance balance = new Balance();
        int underWay = 0;
        for (int moment = 0; moment <= Math.min(until, calls.length() - 1); moment++) {
            if (underWay == 0 && balance.isEven()) {
                calm = moment;
            }
            int call = calls.at(moment);
            if (call == NONE || !kept.get(call) || !changes(call)) {
                continue;
            }
            if (calls.deed(call) == Deed.SHUTDOWN) {
                return calm;
            }
            boolean begins = calls.from(call) == moment;
            underWay += begins ? 1 : -1;
            if (!begins) {
                balance.count(call, items);
            }
        }
        return calm;
    }

    private boolean changes(int call) {
        Deed deed = calls.deed(call);
        return deed.moves() || deed == Deed.COMPLETE || deed == Deed.SHUTDOWN;
    }

    /** How many stays, and how many runs, of each item began and did not end. */
    private final class Balance {
        private final Map<Integer, Integer> pending = new HashMap<>();
        private final Map<Integer, Integer> processed = new HashMap<>();

        boolean isEven() {
            return pending.isEmpty() && processed.isEmpty();
        }

        boolean isNothingPending() {
            return pending.values().stream().allMatch(number -> number < 0);
        }

        void count(int call, Set<Integer> items) {
            int item = calls.item(call);
            switch (calls.deed(call)) {
                case ACCEPT -> add(pending, item, 1);
                case CANCEL -> add(pending, item, -1);
                case COMPLETE -> add(processed, item, -1);
                case DEQUEUE -> {
                    add(pending, item, -1);
                    if (readers) {
                        add(processed, item, 1);
                    }
                }
                case TAKE_ALL -> {
                    for (int taken : calls.taken(call)) {
                        if (items.contains(taken)) {
                            add(pending, taken, -1);
                        }
                    }
                }
                default -> {}
            }
        }

        private void add(Map<Integer, Integer> counts, int item, int number) {
            counts.merge(item, number, (one, other) -> one + other == 0 ? null : one + other);
        }
    }

    /** The calls that are kept, from one moment to another, and with what follows until nothing of it is pending. */
    private History part(BitSet kept, Set<Integer> items, int start, int last) {
        List<Event> events = new ArrayList<>();
        Balance balance = new Balance();
        int shown = 0;
        int underWay = 0;
        for (int moment = start; moment < calls.length() && events.size() <= LARGE; moment++) {
            int call = calls.at(moment);
            if (call == NONE || !kept.get(call) || calls.from(call) < start) {
                continue;
            }
            boolean over = underWay == 0 && balance.isNothingPending();
            if (moment > last && (over || events.size() > shown + SEQUEL)) {
                break;
            }
            events.add(only(calls.history().events().get(moment), items));
            boolean begins = calls.from(call) == moment;
            underWay += begins ? 1 : -1;
            if (!begins) {
                balance.count(call, items);
            }
            shown = moment > last ? shown : events.size();
        }
        return calls.history().with("cut", events);
    }

    private Event only(Event event, Set<Integer> items) {
        if (event.items().isEmpty()) {
            return event;
        }
        List<Long> some = event.items().stream()
                .filter(name -> items.stream().anyMatch(item -> calls.name(item) == name))
                .toList();
        return event.with(event.item(), some);
    }
}
