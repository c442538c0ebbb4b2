package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order that is built: who pulls whom, and what is named when it is stuck. */
class WitnessTest {
    private static List<Integer> order(Scene scene) {
        assertEquals(List.of(), scene.witness.run());
        return scene.order();
    }

    @Test
    void callThatChangesSomethingHappensAtItsReturn() {
        assertEquals(List.of(1, 0), order(Scene.fifo("[  ]  accept 1", " []   accept 2")));
    }

    @Test
    void callThatChangesNothingHappensAsSoonAsItMay() {
        Scene scene = Scene.dedup(
                "[ ]       accept 1", //
                " [    ]   coalesce 1",
                "   [ ]    dequeue 1",
                "    [  ]  accept 2");
        assertEquals(List.of(0, 1, 2, 3), order(scene));
    }

    @Test
    void dequeuePullsTheEnqueueOfItsItem() {
        assertEquals(List.of(0, 1), order(Scene.fifo("[  ]  accept 1", " []   dequeue 1")));
    }

    @Test
    void enqueuePullsWhatHasToBeAhead() {
        assertEquals(
                List.of(0, 1, 2, 3),
                order(Scene.fifo("[  ]  accept 1", " []   accept 2", "    []  dequeue 1", "      []  dequeue 2")));
    }

    @Test
    void dequeuePullsTheDequeuesOfAllAhead() {
        assertEquals(
                List.of(0, 1, 2, 3),
                order(Scene.fifo("[]  accept 1", "  []  accept 2", "    [  ]  dequeue 1", "     []  dequeue 2")));
    }

    @Test
    void ofSeveralThatMayEndAStayTheOneThatReturnsFirstIsPulled() {
        Scene scene = Scene.dedup(
                "[]           accept 1",
                "  [      ]   cancel 1",
                "   [    ]    dequeue 1",
                "    []       empty",
                "      []     accept 1");
        assertEquals(List.of(0, 2, 3, 4, 1), order(scene));
    }

    @Test
    void dequeueThatDidNotReturnTakesTheHeadIfNobodyElseMay() {
        assertEquals(
                List.of(0, 1, 2, 3),
                order(Scene.fifo("[]  accept 1", "  []  accept 2", "    [   dequeue", "     []  dequeue 2")));
    }

    @Test
    void enqueueOfDedupPullsTheEndOfTheStayBefore() {
        assertEquals(List.of(0, 1, 2), order(Scene.dedup("[]  accept 1", "  [  ]  dequeue 1", "   []  accept 1")));
    }

    @Test
    void completionPullsItsDequeue() {
        assertEquals(List.of(0, 1, 2), order(Scene.dedup("[]  accept 1", "  [  ]  dequeue 1", "   []  complete 1")));
    }

    @Test
    void completionOfNothingIsNamed() {
        Scene scene = Scene.dedup("[]  complete 1");
        assertEquals(List.of(new Conflict(0, NONE, NONE, 1)), scene.witness.run());
    }

    @Test
    void whoFoundTheItemNotProcessedPullsItsCompletion() {
        assertEquals(
                List.of(0, 1, 2, 3),
                order(Scene.dedup(
                        "[]  accept 1", "  []  dequeue 1", "    [  ]  complete 1", "     []  not_running 1")));
    }

    @Test
    void whoFoundTheItemAbsentPullsItsEnd() {
        assertEquals(List.of(0, 1, 2), order(Scene.dedup("[]  accept 1", "  [  ]  cancel 1", "   []  absent 1")));
    }

    @Test
    void whoFoundTheItemPendingPullsItsEnqueue() {
        assertEquals(List.of(0, 1), order(Scene.dedup("[  ]  accept 1", " []   coalesce 1")));
    }

    @Test
    void whoFoundNothingPullsOutAllThatIsPending() {
        assertEquals(List.of(0, 1, 2), order(Scene.fifo("[]  accept 1", "  [  ]  dequeue 1", "   []  empty")));
    }

    @Test
    void takingAllPullsTheEnqueuesOfItsListInTheirOrder() {
        assertEquals(List.of(1, 0, 2), order(Scene.fifo("[    ]  accept 1", " [  ]  accept 2", "  []  take_all 2 1")));
    }

    @Test
    void takingAllPullsOutWhatItDidNotTake() {
        Scene scene = Scene.fifo(
                "[]        accept 1", //
                "  []      accept 2",
                "    [  ]  dequeue 1",
                "     []   take_all 2");
        assertEquals(List.of(0, 1, 2, 3), order(scene));
    }

    @Test
    void takingAllIsPulledByWhatItDoesNotTake() {
        Scene scene = Scene.fifo(
                "[]        accept 1", //
                "  [  ]    take_all 1",
                "   []     accept 2",
                "      []  dequeue 2");
        assertEquals(List.of(0, 1, 2, 3), order(scene));
    }

    @Test
    void stayThatBlocksIsNamed() {
        Scene scene = Scene.fifo(
                "[]            accept 1",
                "  [   ]       accept 1",
                "   [       ]  cancel 1",
                "    []        dequeue 1",
                "       []     accept 1",
                "         []   take_all 1");
        int left = scene.stay(1, 2);
        assertEquals(List.of(new Conflict(5, scene.stays.barrier(5), left, 10)), scene.witness.run());
    }

    @Test
    void queueIsShutDownAtTheLastMomentAfterAllThatWasAccepted() {
        Scene scene = Scene.fifo(
                "[    ]   accept 1", //
                " [    ]  shutdown",
                "  [ ]    reject 2",
                "   [   ] reject 3");
        assertEquals(List.of(0, 1, 2, 3), order(scene));
    }

    @Test
    void learnedOrderIsHeeded() {
        Scene scene = Scene.fifo("[  ]  accept 1", " []   accept 2");
        scene.lessons.learn(Lesson.beginsAfter(scene.stay(2, 0), scene.stay(1, 0)));
        assertEquals(List.of(0, 1), order(scene));
    }

    @Test
    void stayThatIsToBeginAfterACallFoundNothingPullsIt() {
        Scene scene = Scene.fifo("[  ]  empty", " []   accept 1", "    []  dequeue 1");
        scene.lessons.learn(Lesson.beginsAfter(scene.stay(1, 0), scene.stays.barrier(0)));
        assertEquals(List.of(0, 1, 2), order(scene));
    }

    @Test
    void callThatSparesAStayLeavesItToAnother() {
        String[] rows = {
            "[]            accept 1",
            "  [        ]  accept 1",
            "   [    ]     cancel 1",
            "    [  ]      dequeue 1",
            "     []       empty",
            "         []   empty"
        };
        assertEquals(List.of(0, 3, 4), order(Scene.dedup(rows)).subList(0, 3));
        Scene scene = Scene.dedup(rows);
        scene.lessons.learn(Lesson.spares(3, scene.stay(1, 0)));
        assertEquals(List.of(0, 2, 4), order(scene).subList(0, 3));
    }

    @Test
    void dequeueWaitsForWhomItWasTold() {
        String[] rows = {
            "[]              accept 1",
            "  []            dequeue 1",
            "    []          accept 1",
            "      [  ]      dequeue 1",
            "       [    ]   not_running 1",
            "        [ ]     complete 1",
            "           [ ]  complete 1"
        };
        assertEquals(List.of(0, 1, 2, 3, 5, 6, 4), order(Scene.dedup(rows)));
        Scene scene = Scene.dedup(rows);
        scene.lessons.learn(Lesson.waitsFor(3, 4));
        assertEquals(List.of(0, 1, 2, 5, 4, 3, 6), order(scene));
    }

    @Test
    void backToAMomentTakesBackWhatHappenedSince() {
        Scene scene = Scene.fifo("[]  accept 1", "  []  accept 2", "    []  dequeue 1");
        assertEquals(List.of(0, 1, 2), order(scene));
        scene.witness.backTo(3);
        assertEquals(List.of(0), scene.order());
        assertEquals(List.of(0, 1, 2), order(scene));
        assertEquals(7 + 3 + 4, scene.witness.steps());
    }
}
