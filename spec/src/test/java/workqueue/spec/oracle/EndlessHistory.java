package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.Kind;

/**
 * A history as long as one wants, made while it is read: some threads enqueue items, workers run them. In {@code kmdf} an
 * enqueue of a pending item coalesces; in the others an item that waits or runs is not enqueued.
 */
final class EndlessHistory {
    private static final int CALLERS = 4;
    private static final int WORKERS = 4;

    private final Random random;
    private final String profile;
    private final int items;
    private final Consumer<Event> sink;
    private final Event[] calls = new Event[CALLERS];
    private final Event[] runs = new Event[WORKERS];
    private final Deque<Long> pending = new ArrayDeque<>();
    private final boolean[] busy;
    private final boolean[] waiting;
    private long seq;

    /** Makes a history of a profile with so many items; its events go to the sink. */
    EndlessHistory(String profile, int items, long seed, Consumer<Event> sink) {
        this.profile = profile;
        this.items = items;
        this.random = new Random(seed);
        this.sink = sink;
        this.busy = new boolean[items];
        this.waiting = new boolean[items];
    }

    static Header header(String profile) {
        Map<String, Object> parameters =
                profile.equals("linux") || profile.startsWith("ks") ? Map.of() : Map.of("workers", (long) WORKERS);
        return new Header(profile, "made", "endless", CALLERS, "ok", -1, parameters);
    }

    /** Makes at least so many events, and as many more as it takes to come to rest. */
    long make(long atLeast) {
        while (seq < atLeast) {
            step(random.nextInt(CALLERS + WORKERS), true);
        }
        while (underWay()) {
            step(random.nextInt(CALLERS + WORKERS), false);
        }
        return seq;
    }

    private boolean underWay() {
        boolean some = !pending.isEmpty();
        for (int k = 0; k < CALLERS; k++) {
            some = some || calls[k] != null || runs[k] != null;
        }
        return some;
    }

    private void step(int who, boolean goesOn) {
        if (who < CALLERS) {
            call(who, goesOn);
        } else {
            run(who - CALLERS);
        }
    }

    private void call(int caller, boolean goesOn) {
        if (calls[caller] != null) {
            emit(caller, Kind.RETURN, calls[caller]);
            calls[caller] = null;
        } else if (goesOn) {
            int item = random.nextInt(items);
            boolean exclusive = !profile.equals("kmdf");
            if (exclusive ? !busy[item] : true) {
                calls[caller] = emit(
                        caller,
                        Kind.INVOKE,
                        event(exclusive ? profile.equals("linux") ? "queue_work" : "queue" : "enqueue", item));
                busy[item] = true;
                if (!waiting[item]) {
                    waiting[item] = true;
                    pending.addLast((long) item);
                }
            }
        }
    }

    private Event event(String op, long item) {
        boolean queue = !profile.equals("kmdf");
        return new Event(
                0,
                -1,
                0,
                Kind.INVOKE,
                op,
                queue ? Long.valueOf(profile.equals("ks") ? item : 0) : null,
                item,
                null,
                null);
    }

    private void run(int worker) {
        if (runs[worker] != null) {
            emit(CALLERS + worker, Kind.END, runs[worker]);
            busy[runs[worker].item().intValue()] = false;
            runs[worker] = null;
        } else if (!pending.isEmpty()) {
            long item = pending.removeFirst();
            waiting[(int) item] = false;
            runs[worker] = emit(CALLERS + worker, Kind.BEGIN, event("run", item));
        }
    }

    private Event emit(long thread, Kind kind, Event event) {
        String result = kind == Kind.RETURN && profile.equals("linux") ? "0x00000001" : null;
        Event emitted = new Event(seq++, -1, thread, kind, event.op(), event.queue(), event.item(), null, result);
        sink.accept(emitted);
        return emitted;
    }
}
