package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/** A history read as calls and runs. Moments are the places of its events, from 0; the one after the last is the end. */
final class Script {
    /** How a history ends of which more will come. */
    static final String GOES_ON = "goes on";

    private final History history;
    private final List<Call> calls;
    private final List<Run> runs;
    private final Call[] callAt;
    private final Run[] runAt;
    private final List<List<Call>> open;

    private Script(History history, List<Call> calls, List<Run> runs, Call[] callAt, Run[] runAt) {
        this.history = history;
        this.calls = calls;
        this.runs = runs;
        this.callAt = callAt;
        this.runAt = runAt;
        this.open = callsUnderWay(callAt);
    }

    static Script of(History history) {
        return new Reader(history).read();
    }

    History history() {
        return history;
    }

    int length() {
        return callAt.length;
    }

    Event event(int moment) {
        return history.events().get(moment);
    }

    /** Whether everything had come to rest at the end: in order, or in a hang that left a worker free to run what waits. */
    boolean atRest() {
        return history.header().complete() || (isHang() && !mayBlock());
    }

    /** Whether callbacks under way may keep others from running: they may hold every worker, or the device's lock. */
    boolean mayBlock() {
        long busy = runs.stream().filter(Run::underWay).count();
        boolean serialized = history.header().flag("automaticSerialization");
        return busy >= (serialized ? 1 : history.header().number("workers", 1));
    }

    /** Whether more will come, of which nothing is known. */
    boolean goesOn() {
        return history.header().end().equals(GOES_ON);
    }

    /** Whether nothing moved any more when the recording ended. */
    boolean isHang() {
        return history.header().end().equals("hang");
    }

    /** All calls, in the order of their invokes. */
    List<Call> calls() {
        return calls;
    }

    /** All runs, in the order of their begins. */
    List<Run> runs() {
        return runs;
    }

    /** The next runs that begin at a moment or later: so many, or as many as there are. */
    List<Run> runsFrom(int moment, int count) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).at() >= moment) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return runs.subList(low, Math.min(low + count, runs.size()));
    }

    /** The call of the invoke or return at a moment, or null. */
    Call callAt(int moment) {
        return callAt[moment];
    }

    /** The run of the begin or end at a moment, or null. */
    Run runAt(int moment) {
        return runAt[moment];
    }

    /** The calls that are under way at a moment. */
    List<Call> open(int moment) {
        return open.get(moment);
    }

    private static List<List<Call>> callsUnderWay(Call[] callAt) {
        List<List<Call>> open = new ArrayList<>(callAt.length + 1);
        List<Call> now = List.of();
        for (int moment = 0; moment < callAt.length; moment++) {
            open.add(now);
            Call call = callAt[moment];
            if (call != null) {
                List<Call> next = new ArrayList<>(now);
                if (call.from() == moment) {
                    next.add(call);
                } else {
                    next.remove(call);
                }
                now = List.copyOf(next);
            }
        }
        open.add(now);
        return open;
    }

    private static final class Reader {
        private final History history;
        private final int length;
        private final Map<Long, Deque<Object>> stacks = new HashMap<>();
        private final List<int[]> spans = new ArrayList<>(); // from, to, by call id
        private final List<Event> invokes = new ArrayList<>();
        private final List<Run> within = new ArrayList<>();
        private final List<Run> runs = new ArrayList<>();
        private final Integer[] callIds;
        private final Run[] runAt;

        Reader(History history) {
            this.history = history;
            this.length = history.events().size();
            this.callIds = new Integer[length];
            this.runAt = new Run[length];
        }

        Script read() {
            Set<Event> ended = begunAndEnded();
            for (int moment = 0; moment < length; moment++) {
                Event event = history.events().get(moment);
                Deque<Object> stack = stacks.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
                switch (event.kind()) {
                    case INVOKE -> {
                        callIds[moment] = spans.size();
                        stack.addLast(spans.size());
                        spans.add(new int[] {moment, Integer.MAX_VALUE});
                        invokes.add(event);
                        within.add(within(stack, event));
                    }
                    case RETURN -> {
                        int id = (Integer) stack.removeLast();
                        callIds[moment] = id;
                        spans.get(id)[1] = moment;
                    }
                    case BEGIN -> {
                        runAt[moment] = new Run(event.seq(), event, moment, !ended.contains(event));
                        runs.add(runAt[moment]);
                        stack.addLast(runAt[moment]);
                    }
                    case END -> runAt[moment] = (Run) stack.removeLast();
                    case NOTE -> {}
                }
            }
            List<Call> calls = calls();
            Call[] callAt = new Call[length];
            for (int moment = 0; moment < length; moment++) {
                callAt[moment] = callIds[moment] == null ? null : calls.get(callIds[moment]);
            }
            return new Script(history, calls, List.copyOf(runs), callAt, runAt);
        }

        private Set<Event> begunAndEnded() {
            Set<Event> ended = new HashSet<>();
            Map<Long, Deque<Event>> begun = new HashMap<>();
            for (Event event : history.events()) {
                if (event.kind() == Kind.BEGIN) {
                    begun.computeIfAbsent(event.thread(), t -> new ArrayDeque<>())
                            .addLast(event);
                } else if (event.kind() == Kind.END) {
                    ended.add(begun.get(event.thread()).removeLast());
                }
            }
            return ended;
        }

        /** The innermost run of what a call is about, whatever runs in it: a part of the history may leave that out. */
        private static Run within(Deque<Object> stack, Event invoke) {
            Run innermost = null;
            var outward = stack.descendingIterator();
            while (outward.hasNext()) {
                if (outward.next() instanceof Run run) {
                    if (isOf(run.begun(), invoke)) {
                        return run;
                    }
                    innermost = innermost == null ? run : innermost;
                }
            }
            return innermost;
        }

        private static boolean isOf(Event begin, Event invoke) {
            return invoke.item() == null
                    ? invoke.queue() != null && invoke.queue().equals(begin.queue())
                    : invoke.item().equals(begin.item());
        }

        private List<Call> calls() {
            List<Call> calls = new ArrayList<>();
            for (int id = 0; id < spans.size(); id++) {
                int[] span = spans.get(id);
                Event returned =
                        span[1] == Integer.MAX_VALUE ? null : history.events().get(span[1]);
                calls.add(new Call(invokes.get(id).seq(), invokes.get(id), returned, span[0], span[1], within.get(id)));
            }
            return calls;
        }
    }
}
