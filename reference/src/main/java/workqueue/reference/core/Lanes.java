package workqueue.reference.core;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Items, the most urgent first, and of equally urgent ones the oldest. Guarded by a lock of the {@link Backlog} that they
 * are part of.
 */
final class Lanes {
    /** Those of priority 0, which is that of all items of most queues. */
    private final Deque<WorkItem> usual = new ArrayDeque<>();

    /** The others by priority, the greatest first; none of them is empty. */
    private final NavigableMap<Integer, Deque<WorkItem>> others = new TreeMap<>(Collections.reverseOrder());

    private int size;

    void add(WorkItem item) {
        lane(item.priority).add(item);
        size++;
    }

    private Deque<WorkItem> lane(int priority) {
        return priority == 0 ? usual : others.computeIfAbsent(priority, p -> new ArrayDeque<>());
    }

    /** Takes out the first; there must be one. */
    WorkItem remove() {
        boolean usualIsFirst = others.isEmpty() || (others.firstKey() < 0 && !usual.isEmpty());
        int priority = usualIsFirst ? 0 : others.firstKey();
        return removed(priority, lane(priority).removeFirst());
    }

    /** Takes an item out again that was just added. */
    void removeLast(WorkItem item) {
        removed(item.priority, lane(item.priority).removeLast());
    }

    private WorkItem removed(int priority, WorkItem item) {
        size--;
        if (priority != 0 && lane(priority).isEmpty()) {
            others.remove(priority);
        }
        return item;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }
}
