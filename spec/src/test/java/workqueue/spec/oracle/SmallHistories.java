package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/**
 * All histories of profile {@code kmdf} with one item, up to a size, that conform but for their last event or their end: what
 * follows an event that cannot be cannot mend it.
 */
final class SmallHistories {
    private static final List<Long> CALLERS = List.of(1L, 2L);
    private static final List<String> OPERATIONS = List.of("enqueue", "flush", "delete");

    private final int calls;
    private final int runs;
    private final Map<String, Object> parameters;
    private final Predicate<History> sink;
    private final List<Event> events = new ArrayList<>();
    private final List<Event> open = new ArrayList<>();

    /**
     * Prepares to make histories.
     *
     * @param calls the most calls in one
     * @param runs the most runs in one
     * @param sink takes each, and says whether it conforms
     */
    SmallHistories(int calls, int runs, Map<String, Object> parameters, Predicate<History> sink) {
        this.calls = calls;
        this.runs = runs;
        this.parameters = parameters;
        this.sink = sink;
    }

    /** Makes all of them, each both cut short and at rest. */
    void make() {
        make(0, 0);
    }

    private void make(int called, int begun) {
        boolean rests = sink.test(history("ok"));
        boolean goesOn = sink.test(history("cut"));
        if (rests && !goesOn) {
            throw new AssertionError("what may be all may be a part: " + events);
        }
        if (!goesOn) {
            return;
        }
        for (int k = 0; k < open.size(); k++) {
            Event event = open.get(k);
            if (innermost(event.thread()).equals(event)) {
                Kind kind = event.kind() == Kind.INVOKE ? Kind.RETURN : Kind.END;
                open.remove(k);
                with(event.thread(), kind, event.op(), () -> make(called, begun));
                open.add(k, event);
            }
        }
        if (called < calls) {
            for (long thread : idleThreads()) {
                for (String operation : OPERATIONS) {
                    opening(thread, Kind.INVOKE, operation, () -> make(called + 1, begun));
                }
            }
        }
        if (begun < runs) {
            opening(100 + begun, Kind.BEGIN, "run", () -> make(called, begun + 1));
        }
    }

    private History history(String end) {
        return new History(new Header("kmdf", "", "", -1, end, events.size(), parameters), events);
    }

    /** The first caller that is in no call, and the workers that are in a callback and in no call. */
    private List<Long> idleThreads() {
        List<Long> idle = new ArrayList<>();
        CALLERS.stream().filter(caller -> innermost(caller) == null).findFirst().ifPresent(idle::add);
        for (long worker = 100; worker < 100 + runs; worker++) {
            Event event = innermost(worker);
            if (event != null && event.kind() == Kind.BEGIN) {
                idle.add(worker);
            }
        }
        return idle;
    }

    private Event innermost(long thread) {
        Event innermost = null;
        for (Event event : open) {
            innermost = event.thread() == thread ? event : innermost;
        }
        return innermost;
    }

    private void opening(long thread, Kind kind, String op, Runnable next) {
        with(thread, kind, op, () -> {
            open.add(events.get(events.size() - 1));
            next.run();
            open.remove(open.size() - 1);
        });
    }

    private void with(long thread, Kind kind, String op, Runnable next) {
        events.add(new Event(events.size(), -1, thread, kind, op, null, 1L, null, null));
        next.run();
        events.remove(events.size() - 1);
    }
}
