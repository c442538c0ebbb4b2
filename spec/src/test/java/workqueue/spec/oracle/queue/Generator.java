package workqueue.spec.oracle.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.queue.Workload.Violation;

/**
 * Simulates threads that call a queue, each call taking effect at a random instant between its invoke and its return. A
 * thread is about half of its time inside a call. What comes out conforms, by construction, but for the defect asked for.
 */
final class Generator {
    private static final int MEAN = 1000;

    private final Workload workload;
    private final Random random;
    private final PriorityQueue<Moment> agenda = new PriorityQueue<>();
    private final List<Event> events = new ArrayList<>();
    private final Deque<Long> queue = new ArrayDeque<>();
    private final Map<Long, Open> acceptedBy = new HashMap<>();
    private final List<Long> running = new ArrayList<>();
    private final Map<Long, Integer> enqueuing = new HashMap<>();
    private final Set<Open> open = new HashSet<>();
    private long now;
    private long ties;
    private int called;
    private long nextItem;
    private boolean closed;
    private Open shutdown;
    private boolean injected;
    private Long untouched;
    private Long hidden;
    private Set<Open> until = Set.of();

    private static final class Open {
        final long thread;
        final String op;
        final Long item;
        final long from;
        Long told;
        String result;
        List<Long> items = List.of();
        long to = Long.MAX_VALUE;
        boolean returned;

        Open(long thread, String op, Long item, long from) {
            this.thread = thread;
            this.op = op;
            this.item = item;
            this.from = from;
        }
    }

    private record Moment(long at, long tie, Runnable step) implements Comparable<Moment> {
        @Override
        public int compareTo(Moment other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(tie, other.tie);
        }
    }

    private Generator(Workload workload) {
        this.workload = workload;
        this.random = new Random(workload.seed());
    }

    /** The history of a workload: always the same one. */
    static History history(Workload workload) {
        return new Generator(workload).run();
    }

    private History run() {
        for (long thread = 0; thread < workload.threads(); thread++) {
            long caller = thread;
            at(span(), () -> invoke(caller));
        }
        while (!agenda.isEmpty()) {
            agenda.remove().step().run();
        }
        if (!injected && workload.violation() != Violation.NONE) {
            throw new IllegalStateException("no place for the defect: " + workload);
        }
        String scenario = workload.violation().name().toLowerCase(java.util.Locale.ROOT);
        Header header = new Header(
                workload.profile(), "simulated", scenario, workload.threads(), "ok", events.size(), Map.of());
        return new History(header, events);
    }

    private void at(long moment, Runnable step) {
        agenda.add(new Moment(moment, ties++, () -> {
            now = moment;
            step.run();
        }));
    }

    private long span() {
        return 1 + (long) (-MEAN * Math.log(1 - random.nextDouble()));
    }

    private void invoke(long thread) {
        if (called >= workload.operations()) {
            return;
        }
        called++;
        Open call = choose(thread);
        long length = span() * (random.nextDouble() < workload.stalls() ? 20 : 1);
        long effect = now + 1 + (long) (random.nextDouble() * length);
        open.add(call);
        if (call.op.equals("enqueue")) {
            enqueuing.merge(call.item, 1, Integer::sum);
        }
        record(thread, Kind.INVOKE, call.op, call.item, null, List.of());
        at(effect, () -> effect(call));
        at(now + 1 + length, () -> end(call));
    }

    private void end(Open call) {
        record(call.thread, Kind.RETURN, call.op, call.told != null ? call.told : call.item, call.result, call.items);
        open.remove(call);
        call.returned = true;
        call.to = now;
        if (call.op.equals("enqueue")) {
            enqueuing.merge(call.item, -1, Integer::sum);
        }
        if (hidden != null && until.stream().allMatch(other -> other.returned)) {
            queue.addFirst(hidden);
            hidden = null;
            untouched = null;
        } else if (hidden == null && until.contains(call)) {
            untouched = null;
        }
        at(now + span(), () -> invoke(call.thread));
    }

    private void record(long thread, Kind kind, String op, Long item, String result, List<Long> items) {
        events.add(new Event(events.size(), now, thread, kind, op, null, item, null, result, items));
    }

    private Open choose(long thread) {
        if (workload.shuts() && shutdown == null && called > workload.operations() * 0.97) {
            shutdown = new Open(thread, "shutdown", null, now);
            return shutdown;
        }
        double choice = random.nextDouble();
        if (choice < workload.cancels()) {
            return new Open(thread, "cancel", item(), now);
        }
        if (choice < workload.cancels() + workload.takes()) {
            return new Open(thread, "take_all", null, now);
        }
        boolean completes = workload.items() > 0 && random.nextDouble() < running.size() / 24.0;
        if (completes) {
            return new Open(thread, "complete", running.get(random.nextInt(running.size())), now);
        }
        double wanted = 0.5 + 0.4 * (workload.depth() - queue.size()) / Math.max(workload.depth(), queue.size());
        return random.nextDouble() < wanted
                ? new Open(thread, "enqueue", item(), now)
                : new Open(thread, "dequeue", null, now);
    }

    private Long item() {
        if (workload.items() == 0) {
            return nextItem++;
        }
        Long item = (long) random.nextInt(workload.items());
        return item.equals(untouched) ? (item + 1) % workload.items() : item;
    }

    private boolean isDue(Violation violation) {
        return !injected && workload.violation() == violation && called >= workload.operations() / 2;
    }

    private void effect(Open call) {
        switch (call.op) {
            case "enqueue" -> enqueue(call);
            case "dequeue" -> dequeue(call);
            case "complete" -> call.result = running.remove(call.item) ? "ok" : "notRunning";
            case "cancel" -> call.result = queue.remove(call.item) ? "removed" : "absent";
            case "take_all" -> takeAll(call);
            default -> {
                closed = true;
                call.result = "ok";
            }
        }
    }

    private void enqueue(Open call) {
        boolean late = isDue(Violation.LATE)
                && shutdown != null
                && shutdown.returned
                && call.from > 0
                && !queue.contains(call.item)
                && startedAfterShutdown(call);
        if (late) {
            injected = true;
        } else if (closed) {
            call.result = "rejected";
            return;
        }
        if (workload.profile().equals("dedup") && (queue.contains(call.item) || call.item.equals(hidden))) {
            call.result = "coalesced";
            return;
        }
        call.result = "accepted";
        if (isDue(Violation.LOST)) {
            injected = true;
            return;
        }
        acceptedBy.put(call.item, call);
        queue.addLast(call.item);
    }

    private boolean startedAfterShutdown(Open call) {
        return events.stream()
                .filter(event -> event.op().equals("shutdown") && event.kind() == Kind.RETURN)
                .allMatch(event -> event.nanos() < call.from);
    }

    private void dequeue(Open call) {
        if (isDue(Violation.DUP) && dup(call)) {
            return;
        }
        if (isDue(Violation.REORDER) && reorder(call)) {
            return;
        }
        if (queue.isEmpty()) {
            call.result = closed ? "closed" : "empty";
            if (hidden != null) {
                until = Set.of();
            }
            return;
        }
        hand(call, queue.removeFirst());
    }

    private void hand(Open call, Long item) {
        call.result = "ok";
        call.told = item;
        if (workload.items() > 0) {
            running.add(item);
        }
    }

    private boolean dup(Open call) {
        Long item = workload.items() == 0 ? lastHandedOut() : idle();
        if (item == null) {
            return false;
        }
        injected = true;
        untouched = item;
        until = Set.of(call);
        hand(call, item);
        return true;
    }

    private Long lastHandedOut() {
        for (int k = events.size() - 1; k >= 0; k--) {
            Event event = events.get(k);
            if (event.kind() == Kind.RETURN && event.op().equals("dequeue") && event.item() != null) {
                return event.item();
            }
        }
        return null;
    }

    private Long idle() {
        for (long item = 0; item < workload.items(); item++) {
            boolean quiet = !queue.contains(item) && enqueuing.getOrDefault(item, 0) == 0;
            long candidate = item;
            if (quiet
                    && open.stream()
                            .noneMatch(call ->
                                    ((Long) candidate).equals(call.item) || ((Long) candidate).equals(call.told))) {
                return item;
            }
        }
        return null;
    }

    private boolean reorder(Open call) {
        Long head = queue.peekFirst();
        Iterator<Long> rest = queue.iterator();
        while (rest.hasNext()) {
            Long item = rest.next();
            boolean later = acceptedBy.get(head).to < acceptedBy.get(item).from;
            boolean quiet = open.stream()
                    .noneMatch(
                            other -> head.equals(other.item) || item.equals(other.item) || other.op.equals("take_all"));
            if (later && quiet) {
                injected = true;
                rest.remove();
                hidden = queue.removeFirst();
                untouched = hidden;
                until = Set.copyOf(open);
                hand(call, item);
                return true;
            }
        }
        return false;
    }

    private void takeAll(Open call) {
        call.result = "ok";
        if (hidden == null) {
            call.items = List.copyOf(queue);
            queue.clear();
        }
    }
}
