package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;

/** What is left of a history in a part of it. */
class PartsTest {
    private static final String[] TWICE = {
        "[]        accept 1", "  []      dequeue 1", "    []    accept 1", "      []  dequeue 1"
    };

    /** The moments of each part; items are by number. */
    private static List<List<Integer>> parts(Suspicion suspicion, String... rows) {
        return histories(suspicion, rows).stream()
                .map(part ->
                        part.events().stream().map(event -> (int) event.seq()).toList())
                .toList();
    }

    private static List<History> histories(Suspicion suspicion, String... rows) {
        return new Parts(Drawing.calls(rows)).of(suspicion);
    }

    @Test
    void otherItemsAndWhatChangesNothingAreLeftOut() {
        assertEquals(
                List.of(0, 1, 6, 7),
                parts(
                                new Suspicion(Set.of(0), 0, 7),
                                "[]        accept 1",
                                "  []      accept 2",
                                "    []    coalesce 1",
                                "      []  dequeue 1")
                        .get(0));
    }

    @Test
    void secondPartAsksForWhatChangesNothing() {
        assertEquals(
                List.of(0, 1, 4, 5, 6, 7),
                parts(
                                new Suspicion(Set.of(0), 0, 7),
                                "[]        accept 1",
                                "  []      accept 2",
                                "    []    coalesce 1",
                                "      []  dequeue 1")
                        .get(1));
    }

    @Test
    void whatWasTakenLosesTheOtherItems() {
        List<Event> events = histories(
                        new Suspicion(Set.of(1), 0, 5), "[]      accept 1", "  []    accept 2", "    []  take_all 1 2")
                .get(0)
                .events();
        assertEquals(List.of(2L), events.get(events.size() - 1).items());
    }

    @Test
    void takingNothingOfTheItemsIsLeftOut() {
        assertEquals(
                List.of(2, 3),
                parts(new Suspicion(Set.of(1), 0, 5), "[]      accept 1", "  []    accept 2", "    []  take_all 1")
                        .get(0));
    }

    @Test
    void whatComesBeforeNothingWasPendingIsLeftOut() {
        assertEquals(
                List.of(4, 5, 6, 7),
                parts(new Suspicion(Set.of(0), 5, 7), TWICE).get(0));
    }

    @Test
    void butNotIfACallIsUnderWayThen() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                parts(
                                new Suspicion(Set.of(0), 6, 9),
                                "[]          accept 1",
                                "  [  ]      accept 1",
                                "   []       dequeue 1",
                                "      []    dequeue 1",
                                "        []  accept 1")
                        .get(0));
    }

    @Test
    void norIfARunGoesOnAndCompletionsAreAskedFor() {
        List<List<Integer>> parts = parts(
                new Suspicion(Set.of(0), 4, 7),
                "[]        accept 1",
                "  []      dequeue 1",
                "    []    not_running 1",
                "      []  accept 1");
        assertEquals(List.of(6, 7), parts.get(0));
        assertEquals(0, parts.get(1).get(0));
    }

    @Test
    void norAfterTheQueueWasShutDown() {
        assertEquals(
                0,
                parts(new Suspicion(Set.of(0), 5, 5), "[]      shutdown", "  []    accept 1", "    []  dequeue 1")
                        .get(1)
                        .get(0));
    }

    @Test
    void whatFollowsIsLeftOutWhenNothingIsPendingAnyMore() {
        assertEquals(
                List.of(0, 1, 2, 3),
                parts(new Suspicion(Set.of(0), 0, 1), TWICE).get(0));
    }

    @Test
    void partThatIsNotSmallIsNone() {
        String[] rows = new String[400];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = " ".repeat(2 * k) + "[] accept 1";
        }
        List<List<Integer>> parts = parts(new Suspicion(Set.of(0), 0, 1), rows);
        assertEquals(2, parts.size(), "the whole is too large");
        assertTrue(parts.get(0).size() < 100);
    }
}
