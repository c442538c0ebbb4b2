package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The stays of items in a queue that hands them out and tells the outcome of every enqueue: when each began and ended, as
 * far as the calls tell. The k-th stay of an item lies between the k-th smallest invokes and the k-th smallest returns of
 * the calls that began, or ended, one.
 */
final class Stays {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int ENOUGH = 4;

    private final List<Stay> stays = new ArrayList<>();

    /** A stay: bounds of the moments at which it began and at which it ended. */
    private record Stay(long item, int beginsFrom, int beginsTo, int endsFrom, int endsTo) {}

    /** The bounds of the moments of one item's enqueues, or removals. */
    private static final class Bounds {
        private final List<Integer> from = new ArrayList<>();
        private final List<Integer> to = new ArrayList<>();

        void add(Call call, boolean surely) {
            from.add(call.from());
            if (surely) {
                to.add(call.to());
            }
        }

        Bounds sorted() {
            from.sort(null);
            to.sort(null);
            return this;
        }

        int from(int k) {
            return k < from.size() ? from.get(k) : NEVER;
        }

        int to(int k) {
            return k < to.size() ? to.get(k) : NEVER;
        }
    }

    /**
     * Reads the stays off a recording.
     *
     * @param oneByOne whether a stay of an item ends before the next one begins
     */
    Stays(Script script, boolean oneByOne) {
        Map<Long, Bounds> begins = new HashMap<>();
        Map<Long, Bounds> ends = new HashMap<>();
        Map<Long, Integer> cancelled = new HashMap<>();
        List<Call> ofAny = new ArrayList<>();
        for (Call call : script.calls()) {
            if (call.op().equals("enqueue") && (call.pending() || call.answer().equals("accepted"))) {
                begins.computeIfAbsent(call.item(), i -> new Bounds()).add(call, !call.pending());
            }
            Removals.items(call)
                    .forEach(item ->
                            ends.computeIfAbsent(item, i -> new Bounds()).add(call, true));
            if (call.op().equals("cancel") && !"absent".equals(call.answer())) {
                cancelled.merge(call.item(), call.from(), Math::min);
            } else if (call.pending()) {
                ofAny.add(call);
            }
        }
        begins.forEach((item, begin) -> {
            Bounds end = ends.computeIfAbsent(item, i -> new Bounds());
            ofAny.forEach(call -> end.add(call, false));
            stays(item, begin.sorted(), end.sorted(), cancelled.getOrDefault(item, NEVER), oneByOne);
        });
    }

    private void stays(long item, Bounds begin, Bounds end, int cancelled, boolean oneByOne) {
        int ended = 0;
        for (int k = 0; k < begin.from.size(); k++) {
            int beginsFrom = Math.max(begin.from(k), ended);
            int endsFrom = Math.max(end.from(k), beginsFrom);
            int endsTo = oneByOne ? Math.min(end.to(k), begin.to(k + 1)) : end.to(k);
            boolean dequeued = endsTo < cancelled;
            stays.add(new Stay(item, beginsFrom, Math.min(begin.to(k), endsTo), endsFrom, dequeued ? endsTo : NEVER));
            ended = oneByOne ? endsFrom : 0;
        }
    }

    /**
     * Pairs of items, one of which seems to have overtaken the other: it came later and was dequeued before. There can be
     * as many as there are stays; the few that show first suffice.
     */
    List<Set<Long>> outOfOrder() {
        List<Stay> byBegin = new ArrayList<>(stays);
        byBegin.sort(Comparator.comparingInt(Stay::beginsFrom));
        List<Stay> byBegun = new ArrayList<>(stays);
        byBegun.sort(Comparator.comparingInt(Stay::beginsTo));
        Map<Integer, Set<Long>> pairs = new TreeMap<>();
        Stay last = null;
        int next = 0;
        for (Stay stay : byBegin) {
            while (next < byBegun.size() && byBegun.get(next).beginsTo() < stay.beginsFrom()) {
                Stay earlier = byBegun.get(next++);
                last = last == null || earlier.endsFrom() > last.endsFrom() ? earlier : last;
            }
            if (last != null && last.item() != stay.item() && stay.endsTo() < last.endsFrom()) {
                pairs.put(stay.endsTo(), Set.of(stay.item(), last.item()));
            }
        }
        return pairs.values().stream().limit(ENOUGH).toList();
    }
}
