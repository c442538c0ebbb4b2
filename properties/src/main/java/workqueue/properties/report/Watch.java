package workqueue.properties.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import workqueue.spec.history.Event;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Marks;

/**
 * Follows the events of a history, or of a part of one, and tells what each changes of the abstract state. It tells what
 * the events show, not what the implementation knows: when an item was dequeued is not recorded.
 */
final class Watch {
    private static final Set<String> DISTINCT = Set.of("mf", "libdispatch", "win32-threadpool", "fifo");

    private final Marks marks;
    private final boolean distinct;
    private final Map<Long, Asked> items = new HashMap<>();
    private final Phases phases = new Phases();
    private final Map<Long, Deque<Event>> open = new HashMap<>();

    Watch(Marks marks, String profile) {
        this.marks = marks;
        this.distinct = DISTINCT.contains(profile);
    }

    /**
     * The next event.
     *
     * @param changed receives the new state of every thing that the event changes
     * @return the event that this one closes, or null if it closes none that was seen
     */
    Event accept(Event event, Map<Thing, State> changed) {
        Deque<Event> calls = open.computeIfAbsent(event.thread(), thread -> new ArrayDeque<>());
        boolean closes = event.kind() == Kind.RETURN || event.kind() == Kind.END;
        Event opener = closes && !calls.isEmpty() && belongs(calls.peekLast(), event) ? calls.removeLast() : null;
        if (event.kind() == Kind.INVOKE || event.kind() == Kind.BEGIN) {
            calls.addLast(event);
        }
        Event subject = event.item() == null && opener != null ? opener : event;
        Map<Thing, State> after = new TreeMap<>();
        if (subject.item() != null) {
            item(event, opener, items.computeIfAbsent(subject.item(), item -> new Asked()));
            after.put(Thing.item(subject.item()), State.UNKNOWN);
        }
        takeBack(event, after);
        if (Phases.concern(event)) {
            Thing thing = opener != null && event.queue() == null ? Thing.of(subject) : Thing.of(event);
            phases.accept(thing, event);
            after.put(thing, State.UNKNOWN);
        }
        after.keySet().forEach(thing -> changed.put(thing, state(thing)));
        return opener;
    }

    private State state(Thing thing) {
        String phase = phases.of(thing);
        return thing.kind() == Thing.Kind.ITEM && items.containsKey(thing.number())
                ? items.get(thing.number()).state(phase)
                : State.UNKNOWN.with(phase);
    }

    private static boolean belongs(Event opener, Event closer) {
        return opener.op().equals(closer.op())
                && (opener.kind() == Kind.INVOKE) == (closer.kind() == Kind.RETURN)
                && (opener.item() == null
                        || closer.item() == null
                        || opener.item().equals(closer.item()));
    }

    private void item(Event event, Event opener, Asked asked) {
        if (marks.beginning().contains(event.seq())) {
            asked.begin(distinct);
        } else if (marks.ending().contains(event.seq())) {
            asked.end();
        } else if (marks.asking().contains(event.seq())) {
            asked.ask(event.seq(), event.kind() == Kind.RETURN);
        } else if (opener != null) {
            asked.returned(opener.seq());
            if (isTakenBack(event)) {
                asked.takeBack();
            }
        }
    }

    private static boolean isTakenBack(Event event) {
        boolean cancels = event.op().startsWith("cancel_work") || event.op().startsWith("disable_work");
        return "removed".equals(event.result()) || (cancels && event.status() != null && event.status() == 1);
    }

    /** A call that returns several items took them off the queue. */
    private void takeBack(Event event, Map<Thing, State> after) {
        List<Long> taken = event.kind() == Kind.RETURN ? event.items() : List.of();
        for (long item : taken) {
            items.computeIfAbsent(item, key -> new Asked()).takeBack();
            after.put(Thing.item(item), State.UNKNOWN);
        }
    }
}
