package workqueue.spec.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.history.HistoryWriter;
import workqueue.spec.history.Kind;

/** Small random changes to a history, such as defects of an implementation make. */
final class Mutation {
    private static final List<String> STATUSES =
            List.of("0x00000000", "0xC00D3E85", "0xC00D36FF", "0x80004005", "0x8007000E");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** One or two changes; empty if the result is no history any more. */
    Optional<History> of(History history) {
        if (history.events().isEmpty()) {
            return Optional.empty();
        }
        List<Event> events = new ArrayList<>(history.events());
        String end = history.header().end();
        for (int changes = 1 + random.nextInt(2); changes > 0 && !events.isEmpty(); changes--) {
            int at = random.nextInt(events.size());
            switch (random.nextInt(9)) {
                case 0 -> events.removeAll(pair(events, at));
                case 1 -> duplicate(events, at);
                case 2 -> move(events, at, random.nextInt(events.size()));
                case 3 -> move(events, at, Math.max(at - 1, 0));
                case 4 -> changeStatus(events, at);
                case 5 -> changeItem(events, at);
                case 6 -> movePair(events, at);
                case 7 -> changeThread(events, at);
                default -> end = List.of("ok", "cut", "hang").get(random.nextInt(3));
            }
        }
        return numbered(history.with(end, events));
    }

    /** An event and the other end of the call or run that it belongs to. */
    private static List<Event> pair(List<Event> events, int at) {
        Event event = events.get(at);
        boolean opens = event.kind() == Kind.INVOKE || event.kind() == Kind.BEGIN;
        int depth = 0;
        for (int k = at; k >= 0 && k < events.size(); k += opens ? 1 : -1) {
            Event other = events.get(k);
            if (other.thread() == event.thread()) {
                depth += (other.kind() == Kind.INVOKE || other.kind() == Kind.BEGIN) == opens ? 1 : -1;
                if (depth == 0) {
                    return opens ? List.of(event, other) : List.of(other, event);
                }
            }
        }
        return List.of(event);
    }

    private void duplicate(List<Event> events, int at) {
        long thread = 200L + random.nextInt(100);
        int to = at + random.nextInt(events.size() - at) + 1;
        for (Event event : pair(events, at)) {
            events.add(Math.min(to++, events.size()), on(event, thread));
        }
    }

    private static void move(List<Event> events, int from, int to) {
        events.add(to, events.remove(from));
    }

    private void movePair(List<Event> events, int at) {
        List<Event> pair = pair(events, at);
        events.removeAll(pair);
        events.addAll(random.nextInt(events.size() + 1), pair);
    }

    private void changeStatus(List<Event> events, int at) {
        Event e = events.get(at);
        if (e.result() != null) {
            String status = STATUSES.get(random.nextInt(STATUSES.size()));
            boolean needsQueue = e.op().startsWith("allocate") && e.queue() == null;
            Long queue = needsQueue ? Long.valueOf(0x10001L * (1 + random.nextInt(3))) : e.queue();
            events.set(at, like(e, e.thread(), queue, e.item(), status));
        }
    }

    private void changeItem(List<Event> events, int at) {
        Event model = events.get(random.nextInt(events.size()));
        for (Event e : pair(events, at)) {
            if (e.item() != null && model.item() != null) {
                Long queue = e.queue() == null || model.queue() == null ? e.queue() : model.queue();
                events.set(events.indexOf(e), like(e, e.thread(), queue, model.item(), e.result()));
            }
        }
    }

    private void changeThread(List<Event> events, int at) {
        long thread = events.get(random.nextInt(events.size())).thread();
        pair(events, at).forEach(e -> events.set(events.indexOf(e), on(e, thread)));
    }

    /** An event on another thread. */
    static Event on(Event e, long thread) {
        return like(e, thread, e.queue(), e.item(), e.result());
    }

    private static Event like(Event e, long thread, Long queue, Long item, String result) {
        return new Event(e.seq(), e.nanos(), thread, e.kind(), e.op(), queue, item, e.arg(), result, e.items());
    }

    /** The same events numbered anew, if they are a history. */
    static Optional<History> numbered(History history) {
        List<Event> events = new ArrayList<>();
        for (Event e : history.events()) {
            events.add(new Event(
                    events.size(),
                    -1,
                    e.thread(),
                    e.kind(),
                    e.op(),
                    e.queue(),
                    e.item(),
                    e.arg(),
                    e.result(),
                    e.items()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistoryWriter.write(history.with(history.header().end(), events), bytes);
        try {
            return Optional.of(HistoryReader.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (HistoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
