package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which calls are under way, forward and back. */
class UnderWayTest {
    private final Calls calls = Drawing.calls("[   ]  accept 1", " [  accept 2", "  []  accept 3");
    private final Line line = new Line(calls, new Stays(calls));
    private final UnderWay underWay = new UnderWay(calls, line);

    private void forward(int moments) {
        for (int k = 0; k < moments; k++) {
            underWay.forward();
        }
    }

    private int[] open() {
        return Arrays.stream(underWay.calls()).sorted().toArray();
    }

    @Test
    void callIsUnderWayFromItsInvokeToItsReturn() {
        assertEquals(0, underWay.next());
        assertTrue(underWay.isInvoke());
        forward(3);
        assertArrayEquals(new int[] {0, 1, 2}, open());
        assertFalse(underWay.isInvoke());
        forward(1);
        assertArrayEquals(new int[] {0, 1}, open());
        forward(1);
        assertArrayEquals(new int[] {1}, open());
        assertTrue(underWay.isAtEnd());
        assertEquals(Calls.NONE, underWay.next());
    }

    @Test
    void backIsTheReverse() {
        forward(5);
        underWay.back();
        assertArrayEquals(new int[] {0, 1}, open());
        underWay.back();
        underWay.back();
        assertArrayEquals(new int[] {0, 1}, open());
        assertEquals(2, underWay.moment());
    }

    @Test
    void soonestReturnsFirstOfThoseThatDidNotHappen() {
        forward(3);
        assertEquals(2, underWay.soonest(call -> true));
        line.happen(2, 3);
        assertEquals(0, underWay.soonest(call -> true));
        assertEquals(1, underWay.soonest(call -> !calls.returned(call)));
        assertEquals(Calls.NONE, underWay.soonest(call -> calls.deed(call) == Deed.DEQUEUE));
    }

    @Test
    void deadlinesAreThoseOfEachMoment() {
        Deadlines deadlines = new Deadlines(4, new int[] {9, 2, 3, 2, Calls.NEVER}, 1, 5);
        int last = deadlines.first(2);
        assertEquals(3, last);
        assertEquals(1, deadlines.after(last));
        assertEquals(Calls.NONE, deadlines.after(1));
        assertEquals(2, deadlines.first(3));
        assertEquals(Calls.NONE, deadlines.first(0));
        assertEquals(Calls.NONE, deadlines.first(4), "past the last moment");
    }
}
