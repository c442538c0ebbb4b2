package workqueue.properties.report;

import java.util.Comparator;
import workqueue.spec.history.Event;

/**
 * What can have a state.
 *
 * @param kind an item, a queue, or everything
 * @param number which
 */
record Thing(Kind kind, long number) implements Comparable<Thing> {
    private static final Comparator<Thing> ORDER =
            Comparator.comparing(Thing::kind).thenComparing(Thing::number);

    /** Kinds of things, in the order in which they are shown. */
    enum Kind {
        ALL,
        QUEUE,
        ITEM
    }

    static Thing item(long item) {
        return new Thing(Kind.ITEM, item);
    }

    /** What an operation opens or closes: the most particular thing that it names. */
    static Thing of(Event event) {
        if (event.item() != null) {
            return item(event.item());
        }
        return event.queue() == null ? new Thing(Kind.ALL, 0) : new Thing(Kind.QUEUE, event.queue());
    }

    String label() {
        return switch (kind) {
            case ALL -> "all";
            case QUEUE -> "queue " + number;
            case ITEM -> "item " + number;
        };
    }

    @Override
    public int compareTo(Thing other) {
        return ORDER.compare(this, other);
    }
}
