package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each rule says of the moments between which stays begin and end. */
class TighteningTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsOnlyWhenNothingIsLeftToNarrow(boolean oneByOne) {
        for (long seed = 0; seed < 200; seed++) {
            Workload workload = new Workload(
                    oneByOne ? "dedup" : "fifo", 100, 5, 3, 4, 0.1, 0.05, 0.1, true, Workload.Violation.NONE, seed);
            Calls calls = new Calls(Generator.history(workload));
            Stays stays = new Stays(calls);
            assertEquals(NONE, new Tightening(calls, stays, oneByOne).run(Closing.of(calls)));
            String bounds = bounds(stays);
            new Tightening(calls, stays, oneByOne).run(Closing.of(calls));
            assertEquals(bounds, bounds(stays), workload::toString);
        }
    }

    private static String bounds(Stays stays) {
        return Stream.of(stays.beginsFrom, stays.beginsTo, stays.endsFrom, stays.endsTo)
                .map(Arrays::toString)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void stayOfDedupBeginsAfterTheOneBefore() {
        String[] rows = {"[]       accept 7", "  [  ]   accept 7", "   []    dequeue 7"};
        Scene dedup = Scene.dedup(rows);
        assertEquals("3..5", dedup.begins(dedup.stay(7, 1)));
        Scene fifo = Scene.fifo(rows);
        assertEquals("2..5", fifo.begins(fifo.stay(7, 1)));
    }

    @Test
    void stayOfDedupEndsBeforeTheNextOneBegins() {
        String[] rows = {"[]       accept 7", "  [  ]   dequeue 7", "   []    accept 7", "      []  dequeue 7"};
        Scene dedup = Scene.dedup(rows);
        assertEquals("2..4", dedup.ends(dedup.stay(7, 0)));
        Scene fifo = Scene.fifo(rows);
        assertEquals("2..5", fifo.ends(fifo.stay(7, 0)));
    }

    @Test
    void whoeverFoundTheItemPendingFoundAStay() {
        Scene scene = Scene.dedup(
                "[   ]     accept 7", //
                " [ ]      coalesce 7",
                "  [    ]  dequeue 7",
                "     []   coalesce 7");
        int stay = scene.stay(7, 0);
        assertEquals("0..3", scene.begins(stay));
        assertEquals("5..7", scene.ends(stay));
    }

    @Test
    void whoeverFoundItAbsentFoundNone() {
        Scene scene = Scene.dedup(
                "[  ]       accept 7", //
                " []        absent 7",
                "    [  ]   dequeue 7",
                "     []    absent 7");
        int stay = scene.stay(7, 0);
        assertEquals("1..3", scene.begins(stay));
        assertEquals("4..6", scene.ends(stay));
    }

    @Test
    void whoeverBeganBeforeEndsBefore() {
        Scene scene = Scene.fifo(
                "[]          accept 1",
                "  []        accept 2",
                "    [    ]  dequeue 1",
                "     []     dequeue 2",
                "       []   accept 3");
        assertEquals("4..6", scene.ends(scene.stay(1, 0)), "2 was dequeued by 6");
    }

    @Test
    void whoeverBeganLaterEndsLater() {
        Scene scene = Scene.fifo(
                "[]          accept 1",
                "  []        accept 2",
                "    [   ]   dequeue 2",
                "     [ ]    dequeue 1",
                "      [  ]  accept 3");
        assertEquals("5..8", scene.ends(scene.stay(2, 0)), "1 was not dequeued before 5");
    }

    @Test
    void whoeverEndsBeforeBeganBefore() {
        Scene scene = Scene.fifo(
                "[   ]       accept 1", //
                " [ ]        accept 2",
                "  [  ]      accept 3",
                "      []    dequeue 2",
                "        []  dequeue 1");
        assertEquals("1..3", scene.begins(scene.stay(2, 0)));
        assertEquals("1..4", scene.begins(scene.stay(1, 0)), "2 had begun before");
    }

    @Test
    void whoeverIsLeftBehindBeganBehind() {
        Scene scene = Scene.fifo(
                "[  ]      accept 1", //
                " [  ]     accept 2",
                "  [   ]   accept 3",
                "     [ ]  dequeue 1");
        assertEquals("2..6", scene.begins(scene.stay(3, 0)));
        assertEquals("0..3", scene.begins(scene.stay(1, 0)));
        assertEquals("1..4", scene.begins(scene.stay(2, 0)));
    }

    @Test
    void nothingIsPendingAtACallThatFoundNothing() {
        Scene scene = Scene.fifo(
                "[  ]       accept 1", //
                " []        empty",
                "    [  ]   dequeue 1",
                "     []    empty");
        assertEquals("1..3", scene.begins(scene.stay(1, 0)));
        assertEquals("4..6", scene.ends(scene.stay(1, 0)));
    }

    @Test
    void itemMayBeTakenTwice() {
        Scene scene = Scene.fifo(
                "[]        accept 1", //
                "  []      accept 2",
                "    []    accept 1",
                "      []  take_all 1 2 1");
        assertEquals(NONE, scene.impossible);
    }

    @Test
    void whatIsTakenEndsWithTheCall() {
        Scene scene = Scene.fifo(
                "[]        accept 1", //
                "  [  ]    take_all 1 2",
                "   []     accept 2");
        int barrier = scene.stays.barrier(1);
        assertEquals("3..5", scene.ends(barrier), "2 had to begin before");
        assertEquals("3..5", scene.ends(scene.stay(1, 0)));
        assertEquals(barrier, scene.stays.takenAt[scene.stay(2, 0)]);
    }

    @Test
    void whatIsTakenBeganInTheOrderOfTheList() {
        Scene scene = Scene.fifo(
                "[   ]     accept 1", //
                " [ ]      accept 2",
                "  [  ]    accept 3",
                "      []  take_all 2 3 1");
        assertEquals("1..3", scene.begins(scene.stay(2, 0)));
        assertEquals("2..4", scene.begins(scene.stay(3, 0)));
        assertEquals("2..4", scene.begins(scene.stay(1, 0)));
    }

    @Test
    void whoeverIsDequeuedBeganBeforeAllThatACallTookOrAfterTheCall() {
        Scene scene = Scene.fifo(
                "[]          accept 1", //
                "  [    ]    accept 2",
                "   [ ]      take_all 1",
                "    [   ]   accept 3",
                "      [  ]  dequeue 2");
        assertEquals("3..7", scene.begins(scene.stay(2, 0)), "after 1, and so after the call that took it");
    }

    @Test
    void acceptedBeforeTheQueueWasShutDown() {
        Scene scene = Scene.fifo(
                "[    ]    accept 1", //
                " [ ]      shutdown",
                "  [ ]     reject 2");
        assertEquals("0..3", scene.begins(scene.stay(1, 0)));
    }

    @Test
    void closedIsAnsweredAfterTheQueueWasShutDown() {
        Scene scene = Scene.fifo(
                "[      ]  closed", //
                " []       accept 1",
                "   [ ]    dequeue 1",
                "    [ ]   shutdown");
        assertEquals("4..7", scene.begins(scene.stays.barrier(0)));
    }

    @Test
    void nameOfTheFirstStayThatHasNoMoment() {
        Scene scene = Scene.fifo(
                "[]        accept 1", //
                "  []      accept 2",
                "    []    dequeue 2",
                "      []  dequeue 1");
        assertEquals(scene.stay(1, 0), scene.impossible);
        assertEquals(
                NONE,
                Scene.fifo("[]        accept 1", "  []      accept 2", "    []    dequeue 1", "      []  dequeue 2")
                        .impossible);
    }

    @Test
    void stayThatOnlyACallNeedsThatDidNotReturnMayNeverHaveBegun() {
        assertEquals(NONE, Scene.dedup("[   accept 1", " [  accept 1").impossible);
        assertEquals(NONE, Scene.dedup("[]       accept 1", "  []     dequeue 1", "    [    cancel 1").impossible);
    }

    @Test
    void reasonsNameWhatMovedTheBounds() {
        Scene scene = Scene.fifo(
                "[]        accept 1", //
                "  []      accept 2",
                "    []    dequeue 2",
                "      []  dequeue 1");
        assertTrue(Arrays.stream(scene.stays.reasons(scene.stay(1, 0))).anyMatch(reason -> reason == scene.stay(2, 0)));
    }

    @Test
    void stayThatEndsAtTheHeadSurelyPrecedesWhatEndsLater() {
        Scene scene = Scene.fifo(
                "[  ]        accept 1", //
                " [  ]       accept 2",
                "  [  ]      accept 3",
                "      []    dequeue 2",
                "        []  cancel 1",
                "          []  dequeue 3");
        assertTrue(scene.stays.surelyPrecedes(scene.stay(2, 0), scene.stay(3, 0)));
        assertFalse(scene.stays.surelyPrecedes(scene.stay(3, 0), scene.stay(2, 0)));
        assertFalse(
                scene.stays.surelyPrecedes(scene.stay(1, 0), scene.stay(3, 0)), "it may have been taken from behind");
    }

    @Test
    void whatACallDidNotTakePrecedesWhatItTookIfItBeganBefore() {
        Scene scene = Scene.fifo(
                "[  ]          accept 1", //
                " [  ]         accept 2",
                "  [      ]    dequeue 1",
                "     [  ]     take_all 2",
                "      []      accept 3");
        assertTrue(scene.stays.surelyPrecedes(scene.stay(1, 0), scene.stay(2, 0)));
        assertFalse(scene.stays.surelyPrecedes(scene.stay(2, 0), scene.stay(1, 0)));
    }
}
