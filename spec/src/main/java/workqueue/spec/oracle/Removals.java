package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When items leave the queue that hands them out, as far as the calls that take them tell. */
final class Removals {
    private static final int NEVER = Integer.MAX_VALUE;

    /** The calls that removed each item, in the order of their returns. */
    private final Map<Long, List<Call>> ofItem = new HashMap<>();
    /** The calls that removed each item, or may have, in the order of their invokes. */
    private final Map<Long, List<Call>> perhapsOfItem = new HashMap<>();
    /** The calls that may have removed anything: they did not return. */
    private final List<Call> ofAny = new ArrayList<>();
    /** Cancels that removed each item, or may have. */
    private final Map<Long, List<Call>> cancels = new HashMap<>();
    /** The calls that returned all that was pending, in the order of their invokes. */
    private final List<Call> ofAll = new ArrayList<>();
    /** What calls other than cancels removed, at the moments of their returns; elsewhere null. */
    private final Taking[] takings;

    private record Taking(Call call, List<Long> items) {}

    Removals(Script script) {
        this.takings = new Taking[script.length()];
        for (Call call : script.calls()) {
            items(call)
                    .forEach(item ->
                            ofItem.computeIfAbsent(item, i -> new ArrayList<>()).add(call));
            if (call.pending() && call.op().matches("dequeue|get|take_all|cancel")) {
                ofAny.add(call);
            } else if (call.op().equals("take_all")) {
                ofAll.add(call);
            }
            if (call.op().equals("cancel") && !"absent".equals(call.answer())) {
                cancels.computeIfAbsent(call.item(), i -> new ArrayList<>()).add(call);
            } else if (!items(call).isEmpty()) {
                takings[call.to()] = new Taking(call, items(call));
            }
        }
        ofItem.forEach((item, calls) -> {
            List<Call> perhaps = new ArrayList<>(calls);
            perhaps.addAll(ofAny);
            perhaps.sort(Comparator.comparingInt(Call::from));
            perhapsOfItem.put(item, perhaps);
            calls.sort(Comparator.comparingInt(Call::to));
        });
    }

    /** The items that a call removed from the queue. */
    static List<Long> items(Call call) {
        boolean removed = switch (call.op()) {
            case "dequeue", "get" -> "ok".equals(call.answer());
            case "cancel" -> "removed".equals(call.answer());
            default -> false;
        };
        if (call.op().equals("take_all") && !call.pending()) {
            return call.returned().items();
        }
        return removed ? List.of(call.item()) : List.of();
    }

    /**
     * Whether the queue can be emptied from its head by the removals that are still to come, and what is not in it yet can
     * wait for that.
     */
    boolean allow(List<Long> queue, int moment, Done done) {
        int headLeaves = 0;
        Map<Long, Integer> waiting = new HashMap<>();
        for (long item : queue) {
            int stays = waiting.merge(item, 1, Integer::sum) - 1;
            if (latest(item, stays, moment, done) < headLeaves) {
                return false;
            }
            headLeaves = Math.max(headLeaves, earliest(item, stays, moment, done));
        }
        return noneOvertakes(waiting, headLeaves, moment, done) && canBeTakenAtOnce(queue, moment, done);
    }

    /** Whether the next calls that take everything find what they returned: of later ones too little is known. */
    private boolean canBeTakenAtOnce(List<Long> queue, int moment, Done done) {
        for (Call all : ofAll) {
            if (isAhead(all, moment, done) && !canBeTaken(queue, all, moment, done)) {
                return false;
            }
            if (all.from() > moment) {
                return true;
            }
        }
        return true;
    }

    /** What certainly leaves by the call stands in its order, and what does not can leave before. */
    private boolean canBeTaken(List<Long> queue, Call all, int moment, Done done) {
        List<Long> certain = items(all).stream()
                .filter(item -> leavesBy(all, item, moment, done))
                .toList();
        int next = 0;
        for (long item : queue) {
            if (next < certain.size() && certain.get(next) == item) {
                next++;
            } else if (certain.contains(item)
                    || earliest(item, 0, moment, done) > all.to()
                    || (next > 0 && !items(all).contains(item) && !mayBeCancelled(item, all.to(), moment, done))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but the call can end the stay of the item that the call ends. */
    private boolean leavesBy(Call all, long item, int moment, Done done) {
        return ofItem.get(item).stream()
                        .noneMatch(call -> !call.equals(all) && call.from() < all.to() && isAhead(call, moment, done))
                && ofAny.stream().noneMatch(call -> call.from() < all.to() && isAhead(call, moment, done));
    }

    private static boolean isAhead(Call call, int moment, Done done) {
        return call.to() >= moment && !done.contains(call.id());
    }

    private boolean noneOvertakes(Map<Long, Integer> waiting, int headLeaves, int moment, Done done) {
        Map<Long, Integer> leaving = new HashMap<>();
        for (int at = moment; at < Math.min(headLeaves, takings.length); at++) {
            Taking taking = takings[at];
            boolean takes = taking != null && !done.contains(taking.call().id());
            for (long item : takes ? taking.items() : List.<Long>of()) {
                int times = leaving.merge(item, 1, Integer::sum);
                if (times > waiting.getOrDefault(item, 0) && !mayBeCancelled(item, at, moment, done)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The moment before which the stay of an item that comes after so many others of it cannot end. */
    private int earliest(long item, int stays, int moment, Done done) {
        Call ends = ahead(perhapsOfItem.getOrDefault(item, ofAny), stays, moment, done);
        return ends == null ? NEVER : Math.max(ends.from(), moment);
    }

    /** The moment after which that stay cannot end by a dequeue, {@link #NEVER} if it need not end. */
    private int latest(long item, int stays, int moment, Done done) {
        Call ends = ahead(ofItem.getOrDefault(item, List.of()), stays, moment, done);
        return ends == null || mayBeCancelled(item, ends.to(), moment, done) ? NEVER : ends.to();
    }

    /** Of some calls one that is still ahead, leaving out the first few that are; null if there are no more. */
    private static Call ahead(List<Call> calls, int skipped, int moment, Done done) {
        int left = skipped;
        for (Call call : calls) {
            if (isAhead(call, moment, done) && left-- == 0) {
                return call;
            }
        }
        return null;
    }

    private boolean mayBeCancelled(long item, int before, int moment, Done done) {
        for (Call call : cancels.getOrDefault(item, List.of())) {
            if (call.from() < before && isAhead(call, moment, done)) {
                return true;
            }
        }
        return false;
    }
}
