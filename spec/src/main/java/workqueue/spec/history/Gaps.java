package workqueue.spec.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where events of a recording were lost, as its notes {@value #LOST} and {@value #LOST_OF_ALL} declare, and what is left.
 *
 * @param marks the notes, in order; none if nothing was lost
 * @param whole how many of the first events there are before anything can have been lost
 * @param halves events whose other half, an invoke or a return, a begin or an end, may have been lost
 * @param seen the history without the marks and without halves
 * @param certain of these the calls and runs on whose threads nothing was lost between the two halves
 */
public record Gaps(List<Event> marks, int whole, List<Event> halves, History seen, History certain) {
    /** A note that events of its thread were lost since the event of the thread before it. */
    public static final String LOST = "lost";

    /** A note that events of any threads were lost since the event before it. */
    public static final String LOST_OF_ALL = "lost_of_all";

    /** Takes immutable copies. */
    public Gaps {
        marks = List.copyOf(marks);
        halves = List.copyOf(halves);
    }

    /** The gaps of a history. */
    public static Gaps of(History history) {
        return history.events().stream().anyMatch(Gaps::isMark)
                ? new Reader(history).read()
                : new Gaps(List.of(), history.events().size(), List.of(), history, history);
    }

    /** Whether an event declares that others were lost. */
    public static boolean isMark(Event event) {
        return event.kind() == Kind.NOTE
                && (event.op().equals(LOST) || event.op().equals(LOST_OF_ALL));
    }

    /** Whether one event may close what another opened: whatever both tell is the same. */
    static boolean belong(Event opener, Event closer) {
        return opener.kind() == (closer.kind() == Kind.RETURN ? Kind.INVOKE : Kind.BEGIN)
                && opener.op().equals(closer.op())
                && agree(opener.item(), closer.item())
                && agree(opener.queue(), closer.queue());
    }

    private static boolean agree(Long one, Long other) {
        return one == null || other == null || one.equals(other);
    }

    private static final class Reader {
        private final History history;
        private final List<Event> marks = new ArrayList<>();
        private final List<Event> halves = new ArrayList<>();
        private final Set<Event> torn = new HashSet<>();
        private final Map<Long, Deque<Open>> open = new HashMap<>();
        private final Map<Long, Integer> lost = new HashMap<>();
        private int lostOfAll;

        /** What began when so many times events of the thread, or of all, had been lost. */
        private record Open(Event event, int losses) {}

        Reader(History history) {
            this.history = history;
        }

        Gaps read() {
            int whole = history.events().size();
            Map<Long, Integer> after = new HashMap<>();
            for (int k = 0; k < history.events().size(); k++) {
                Event event = history.events().get(k);
                if (isMark(event)) {
                    int from = event.op().equals(LOST) ? after.getOrDefault(event.thread(), 0) : k;
                    whole = Math.min(whole, from);
                }
                accept(event);
                after.put(event.thread(), k + 1);
            }
            open.values().forEach(calls -> calls.stream().filter(this::isBehind).forEach(this::half));
            Set<Event> left = new HashSet<>(history.events());
            marks.forEach(left::remove);
            halves.forEach(left::remove);
            History seen = without(left);
            torn.forEach(left::remove);
            return new Gaps(marks, whole, halves, seen, without(left));
        }

        private History without(Set<Event> left) {
            return history.with(
                    history.header().end(),
                    history.events().stream().filter(left::contains).toList());
        }

        private void accept(Event event) {
            Deque<Open> calls = open.computeIfAbsent(event.thread(), thread -> new ArrayDeque<>());
            if (isMark(event)) {
                marks.add(event);
                lost.merge(event.thread(), event.op().equals(LOST) ? 1 : 0, Integer::sum);
                lostOfAll += event.op().equals(LOST) ? 0 : 1;
            } else if (event.kind().opens()) {
                calls.addLast(new Open(event, losses(event.thread())));
            } else if (event.kind().closes()) {
                close(calls, event);
            }
        }

        private void close(Deque<Open> calls, Event event) {
            if (calls.stream().noneMatch(call -> belong(call.event(), event))) {
                halves.add(event);
                return;
            }
            while (!belong(calls.peekLast().event(), event)) {
                half(calls.removeLast());
            }
            Open opener = calls.removeLast();
            if (isBehind(opener)) {
                torn.add(opener.event());
                torn.add(event);
            }
        }

        private void half(Open call) {
            halves.add(call.event());
        }

        private boolean isBehind(Open call) {
            return call.losses() < losses(call.event().thread());
        }

        private int losses(long thread) {
            return lostOfAll + lost.getOrDefault(thread, 0);
        }
    }
}
