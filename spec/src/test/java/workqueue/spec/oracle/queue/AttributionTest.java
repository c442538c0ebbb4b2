package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.spec.oracle.queue.Calls.NONE;

import org.junit.jupiter.api.Test;

/** Which call began, or ended, which stay. */
class AttributionTest {
    @Test
    void staysLieBetweenTheSmallestInvokesAndReturnsWhicheverCallBeganThem() {
        Scene scene = Scene.fifo(
                "[  ]  accept 7", //
                " []   accept 7");
        assertEquals("0..2", scene.begins(scene.stay(7, 0)));
        assertEquals("1..3", scene.begins(scene.stay(7, 1)));
        assertEquals(NONE, scene.stays.begins.call(scene.stay(7, 0)));
        assertTrue(scene.stays.begins.may(0, 0, scene.stay(7, 1)));
    }

    @Test
    void callsThatDoNotOverlapArePairedWithTheirStays() {
        Scene scene = Scene.fifo(
                "[]    accept 7", //
                "  []  accept 7");
        assertEquals(0, scene.stays.begins.call(scene.stay(7, 0)));
        assertEquals(1, scene.stays.begins.call(scene.stay(7, 1)));
        assertFalse(scene.stays.begins.may(0, 0, scene.stay(7, 1)));
        assertEquals("2..3", scene.begins(scene.stay(7, 1)));
    }

    @Test
    void callThatFitsOnlyOneStayLeavesTheOtherToTheOtherCall() {
        Scene scene = Scene.dedup(
                "[     ]   accept 7", //
                " []       accept 7",
                "   []     dequeue 7",
                "     [ ]  dequeue 7");
        assertEquals(1, scene.stays.begins.call(scene.stay(7, 0)));
        assertEquals(0, scene.stays.begins.call(scene.stay(7, 1)));
        assertEquals("1..2", scene.begins(scene.stay(7, 0)));
        assertEquals("3..6", scene.begins(scene.stay(7, 1)), "after the end of the stay before");
    }

    @Test
    void dequeueThatDidNotReturnMayHaveEndedAnything() {
        Scene scene = Scene.fifo(
                "[]    accept 7", //
                "  []  accept 8",
                "    [  dequeue");
        assertEquals("4..", scene.ends(scene.stay(7, 0)));
        assertEquals("4..", scene.ends(scene.stay(8, 0)));
    }

    @Test
    void takeAllThatDidNotReturnMayHaveEndedAnything() {
        Scene scene = Scene.fifo(
                "[]   accept 7", //
                "  [  take_all");
        assertEquals("2..", scene.ends(scene.stay(7, 0)));
    }

    @Test
    void stayThatNobodyEndedEndsNever() {
        Scene scene = Scene.fifo("[]  accept 7");
        assertEquals("never..", scene.ends(scene.stay(7, 0)));
    }

    @Test
    void stayEndsAtTheHeadUnlessACancelMayHaveEndedIt() {
        Scene scene = Scene.fifo(
                "[]    accept 7", //
                "  []  accept 7",
                "    [  ]  dequeue 7",
                "     []   cancel 7",
                "        []  accept 8",
                "          []  dequeue 8");
        assertFalse(scene.stays.inOrder[scene.stay(7, 0)]);
        assertFalse(scene.stays.inOrder[scene.stay(7, 1)]);
        assertTrue(scene.stays.inOrder[scene.stay(8, 0)]);
    }

    @Test
    void cancelThatEndedAnotherStayIsNoReason() {
        Scene scene = Scene.fifo(
                "[]    accept 7", //
                "  []  accept 7",
                "    []  dequeue 7",
                "      []  cancel 7");
        assertTrue(scene.stays.inOrder[scene.stay(7, 0)]);
        assertTrue(scene.stays.dequeued[scene.stay(7, 0)]);
        assertFalse(scene.stays.inOrder[scene.stay(7, 1)]);
    }

    @Test
    void whatIsTakenEndsAtTheHeadButNotByADequeue() {
        Scene scene = Scene.fifo(
                "[]    accept 7", //
                "  []  take_all 7");
        assertTrue(scene.stays.inOrder[scene.stay(7, 0)]);
        assertFalse(scene.stays.dequeued[scene.stay(7, 0)]);
        assertEquals(1, scene.stays.ends.call(scene.stay(7, 0)));
    }
}
