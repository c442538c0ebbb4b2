package workqueue.reference.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workqueue.reference.testing.Gate;

/** Places that items share or that are closed, priorities, and enqueues that want a free worker. */
class WorkQueuePlaceTest extends QueueFixture {
    private final WorkQueue other = coalescing(1);
    private final Place place = new Place();
    private WorkQueue queue = coalescing(1);

    private WorkItem sharing(WorkQueue on, String name) {
        return new WorkItem(open(on), place, 0, () -> log.add(name));
    }

    @Test
    @Tag("IO-9")
    void itemsThatShareAPlaceArePendingOneAtATimeOnWhicheverQueue() {
        Gate gate = occupy(queue);
        assertEquals(Outcome.ACCEPTED, queue.enqueue(sharing(queue, "a")));
        assertTrue(place.isTaken());
        assertEquals(Outcome.COALESCED, queue.enqueue(sharing(queue, "b")));
        assertEquals(Outcome.COALESCED, other.enqueue(sharing(other, "c")));
        gate.open();
        settle(queue);
        assertFalse(place.isTaken());
        assertEquals(Outcome.ACCEPTED, other.enqueue(sharing(other, "d")));
        settle(other);
        assertEquals(List.of("a", "d"), log);
    }

    @Test
    @Tag("IO-13")
    @Tag("M1")
    void aPlaceIsClosedUnlessItIsTakenAndForGood() {
        Gate gate = occupy(queue);
        queue.enqueue(sharing(queue, "a"));
        assertFalse(place.close());
        gate.open();
        settle(queue);
        assertTrue(place.close());
        assertFalse(place.close());
        assertTrue(place.isClosed());
        assertEquals(Outcome.REFUSED, queue.enqueue(sharing(queue, "b")));
        assertEquals(Outcome.REFUSED, queue.tryEnqueue(sharing(queue, "b")));
        settle(queue);
        assertEquals(List.of("a"), log);
    }

    /** The only thread is made between the look at the place and its taking, so its factory can come first, once. */
    private void meanwhile(Runnable action) {
        queue = new WorkQueue(Dedup.COALESCE, 1, task -> {
            action.run();
            return factory.newThread(task);
        });
    }

    @AfterEach
    void stop() {
        queue.stop();
    }

    @Test
    @Tag("IO-9")
    void aPlaceThatAnotherQueueTookMeanwhileLeavesNoTrace() {
        Gate gate = occupy(other);
        meanwhile(() -> other.enqueue(sharing(other, "other")));
        WorkItem late = sharing(queue, "late");
        assertEquals(Outcome.COALESCED, queue.enqueue(late));
        assertEquals(0, queue.accepted(late));
        gate.open();
        settle(other);
        settle(queue);
        assertEquals(List.of("other"), log);
    }

    @Test
    @Tag("M1")
    void aPlaceThatWasClosedMeanwhileLeavesNoTrace() {
        meanwhile(place::close);
        WorkItem urgent = new WorkItem(open(queue), place, 0, () -> log.add("late"));
        assertEquals(Outcome.REFUSED, queue.enqueue(urgent));
        settle(queue);
        assertEquals(List.of(), log);
    }

    @Test
    @Tag("IO-25")
    void aTryFindsAWorkerOrLeavesNoTrace() {
        WorkQueue two = coalescing(2);
        WorkItem item = logging(two, "a");
        Gate first = occupy(two);
        Gate second = new Gate();
        assertEquals(Outcome.ACCEPTED, two.tryEnqueue(item(two, second)));
        second.awaitEntered();
        assertEquals(Outcome.BUSY, two.tryEnqueue(item));
        assertEquals(0, two.accepted(item));
        first.open();
        second.open();
    }

    @Test
    @Tag("MF-36")
    @Tag("O1")
    void theMostUrgentIsDequeuedFirstAndOfEquallyUrgentOnesTheOldest() {
        WorkQueue serial = distinct(1);
        Scope scope = open(serial);
        Gate gate = occupy(serial);
        int[] priorities = {0, -7, 3, 0, 3, -7, 1};
        for (int n = 0; n < priorities.length; n++) {
            String name = priorities[n] + "/" + n;
            serial.enqueue(new WorkItem(scope, new Place(), priorities[n], () -> log.add(name)));
        }
        gate.open();
        serial.enqueue(new WorkItem(scope, new Place(), -8, () -> log.add("last")));
        Gate end = new Gate();
        serial.enqueue(new WorkItem(open(serial), new Place(), -9, end));
        end.awaitEntered();
        end.open();
        assertEquals(List.of("3/2", "3/4", "1/6", "0/0", "0/3", "-7/1", "-7/5", "last"), log);
    }
}
