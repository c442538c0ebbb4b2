package workqueue.spec.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Checks, event by event, that a file is in order and that returns and ends have what they belong to (rule R3), unless
 * events were lost that may have been it.
 */
final class Wellformed {
    /** Calls and runs under way on each thread, the innermost last. */
    private final Map<Long, Deque<Event>> open = new HashMap<>();

    /** Threads of which events were lost. */
    private final Set<Long> incomplete = new HashSet<>();

    private boolean allIncomplete;
    private long last = -1;

    void accept(Event event, long line) throws HistoryException {
        if (event.seq() <= last) {
            throw HistoryException.at(
                    line, "field seq: " + event.seq() + " comes after " + last + "; sort the file by seq");
        }
        last = event.seq();
        Deque<Event> calls = open.computeIfAbsent(event.thread(), t -> new ArrayDeque<>());
        switch (event.kind()) {
            case INVOKE, BEGIN -> calls.addLast(event);
            case RETURN -> close(calls, event, Kind.INVOKE, line);
            case END -> close(calls, event, Kind.BEGIN, line);
            case NOTE -> note(event);
        }
    }

    private void note(Event event) {
        if (Gaps.isMark(event)) {
            incomplete.add(event.thread());
            allIncomplete = allIncomplete || event.op().equals(Gaps.LOST_OF_ALL);
        }
    }

    private void close(Deque<Event> calls, Event event, Kind opener, long line) throws HistoryException {
        if (allIncomplete || incomplete.contains(event.thread())) {
            return; // what it belongs to may be lost
        }
        Event start = calls.peekLast();
        if (start == null
                || start.kind() != opener
                || !start.op().equals(event.op())
                || (opener == Kind.BEGIN && !Objects.equals(start.item(), event.item()))) {
            throw HistoryException.at(
                    line,
                    event.kind().word() + " of " + event.op() + " on thread " + event.thread() + " without its "
                            + opener.word()
                            + (start == null ? "" : "; open there is " + start));
        }
        agree("item", start.item(), event.item(), start, line);
        agree("queue", start.queue(), event.queue(), start, line);
        calls.removeLast();
    }

    /** What is told at both ends must be the same; a call may learn its queue or item only at its return. */
    private static void agree(String field, Long first, Long second, Event start, long line) throws HistoryException {
        if (first != null && second != null && !first.equals(second)) {
            throw HistoryException.at(line, "field " + field + ": " + second + " is not that of " + start);
        }
    }
}
