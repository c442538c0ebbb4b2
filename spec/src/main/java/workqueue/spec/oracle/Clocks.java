package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * What clocks of several hosts tell of the order of a history's events: those of one thread are in order; of two threads
 * the one comes first whose time is earlier by more than the skew, and otherwise it is open which does.
 */
final class Clocks {
    private final History history;
    private final long skew;
    private final Map<Long, List<Event>> threads = new LinkedHashMap<>();

    /** One event, by its {@code seq}, comes before another. */
    record Precedence(long first, long second) {
        Precedence turned() {
            return new Precedence(/* first= */ second, /* second= */ first);
        }
    }

    /**
     * Reads the clocks of a history.
     *
     * @param skew by how many nanoseconds two clocks may differ
     * @throws IllegalArgumentException if an event has no time, or the history is not in the order of its times
     */
    Clocks(History history, long skew) {
        this.history = history;
        this.skew = skew;
        Event latest = null;
        for (Event event : history.events()) {
            List<Event> mine = threads.computeIfAbsent(event.thread(), thread -> new ArrayList<>());
            Event previous = mine.isEmpty() ? null : mine.get(mine.size() - 1);
            check(event, previous, latest);
            mine.add(event);
            latest = latest == null || event.nanos() > latest.nanos() ? event : latest;
        }
    }

    private void check(Event event, Event previous, Event latest) {
        if (event.nanos() < 0) {
            throw wrong(event, "missing: with a clock skew every event needs its time");
        }
        if (previous != null && event.nanos() < previous.nanos()) {
            throw wrong(event, "earlier than that of seq " + previous.seq() + ", the event before on its thread");
        }
        if (latest != null && isCertain(event, latest)) {
            throw wrong(event, "earlier than that of seq " + latest.seq() + " by more than the skew; sort by t");
        }
    }

    private static IllegalArgumentException wrong(Event event, String problem) {
        return new IllegalArgumentException("seq " + event.seq() + ": field t: " + problem);
    }

    /** Whether an event is certainly before one of another thread. */
    private boolean isCertain(Event first, Event then) {
        return then.nanos() - first.nanos() > skew;
    }

    /**
     * The events in an order in which calls are as long as the clocks and some more precedences allow: what a call may do
     * if it is shorter, it may do if it is longer. Empty if no order agrees with the precedences.
     */
    List<Event> order(Set<Precedence> known) {
        Map<Long, List<Long>> after = new HashMap<>();
        known.forEach(one ->
                after.computeIfAbsent(one.second(), then -> new ArrayList<>()).add(one.first()));
        Map<Long, Deque<Event>> left = new LinkedHashMap<>();
        threads.forEach((thread, events) -> left.put(thread, new ArrayDeque<>(events)));
        Set<Long> placed = new HashSet<>();
        List<Event> order = new ArrayList<>();
        while (order.size() < history.events().size()) {
            Event next = left.values().stream()
                    .map(Deque::peekFirst)
                    .filter(event -> event != null
                            && placed.containsAll(after.getOrDefault(event.seq(), List.of()))
                            && left.values().stream()
                                    .noneMatch(other -> !other.isEmpty() && isCertain(other.peekFirst(), event)))
                    .min(Comparator.comparingLong(this::place).thenComparingLong(Event::seq))
                    .orElse(null);
            if (next == null) {
                return List.of();
            }
            left.get(next.thread()).removeFirst();
            placed.add(next.seq());
            order.add(next);
        }
        return order;
    }

    /** Twice the time at which an event would best be: half of the skew is a call's at either end. */
    private long place(Event event) {
        return switch (event.kind()) {
            case INVOKE -> 2 * event.nanos() - skew;
            case RETURN -> 2 * event.nanos() + skew;
            default -> 2 * event.nanos();
        };
    }

    /**
     * What an order of the events takes for granted and the clocks do not tell, the last first. That a call is as long as
     * it is, is not among it: a shorter one can do no more.
     */
    List<Precedence> assumed(List<Event> order) {
        List<Precedence> assumed = new ArrayList<>();
        for (int then = order.size() - 1; then > 0; then--) {
            for (int first = then - 1; first >= 0 && isNear(order.get(first), order.get(then)); first--) {
                if (isAssumed(order.get(first), order.get(then))) {
                    assumed.add(new Precedence(
                            order.get(first).seq(), order.get(then).seq()));
                }
            }
        }
        return assumed;
    }

    /** Whether there can be events before the first whose place beside the other is open. */
    private boolean isNear(Event first, Event then) {
        return then.nanos() - first.nanos() <= 2 * skew;
    }

    private boolean isAssumed(Event first, Event then) {
        boolean longer = first.kind() == Kind.INVOKE || then.kind() == Kind.RETURN;
        boolean tells = first.kind() != Kind.NOTE && then.kind() != Kind.NOTE;
        return first.thread() != then.thread()
                && !isCertain(first, then)
                && (longer ? areCallsOfOne(first, then) : tells);
    }

    /** Whether both are invokes that name one item or queue: the one that makes it should be the first (rule M1). */
    private static boolean areCallsOfOne(Event one, Event other) {
        boolean item = one.item() != null && one.item().equals(other.item());
        boolean queue = one.queue() != null && one.queue().equals(other.queue());
        return one.kind() == Kind.INVOKE && other.kind() == Kind.INVOKE && (item || queue);
    }

    /** The history up to the first event after some that is certainly after all before it, or to its end. */
    History until(Set<Long> some) {
        List<Event> events = history.events();
        Set<Long> missing = new HashSet<>(some);
        events.forEach(event -> missing.remove(event.seq()));
        int left = some.size() - missing.size();
        long latest = 0;
        for (int k = 0; k < events.size(); k++) {
            if (left == 0 && events.get(k).nanos() - latest > skew) {
                return history.prefix(k);
            }
            left -= some.contains(events.get(k).seq()) ? 1 : 0;
            latest = Math.max(latest, events.get(k).nanos());
        }
        return history;
    }
}
