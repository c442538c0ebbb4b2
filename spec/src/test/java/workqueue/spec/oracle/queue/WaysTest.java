package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static workqueue.spec.oracle.queue.Calls.NONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import workqueue.spec.oracle.queue.Ways.Way;

/** Which choices are to blame for a conflict. */
class WaysTest {
    private static List<Way> around(Scene scene, Conflict... conflicts) {
        Ways ways = new Ways(scene.calls, scene.stays, scene.witness.line());
        return List.copyOf(ways.around(List.of(conflicts)));
    }

    private static Scene played(Scene scene) {
        assertEquals(List.of(), scene.witness.run());
        return scene;
    }

    @Test
    void stayComesBeforeWhatBlocksItFromTheMomentWhenThatBegan() {
        Scene scene = played(Scene.fifo("[  ]  accept 1", " [  ]  accept 2", "  [  ]  accept 3"));
        Conflict conflict = new Conflict(NONE, scene.stay(2, 0), scene.stay(1, 0), 5);
        assertEquals(
                List.of(new Way(Lesson.beginsAfter(scene.stay(1, 0), scene.stay(2, 0)), 3)), around(scene, conflict));
    }

    @Test
    void stayThatBeganSurelyLaterDoesNot() {
        Scene scene = played(Scene.fifo("[]  accept 1", "  []  accept 2"));
        assertEquals(List.of(), around(scene, new Conflict(NONE, scene.stay(2, 0), scene.stay(1, 0), 3)));
    }

    @Test
    void anotherCallEndsTheStayOrThisOneEndedTheStayBefore() {
        Scene scene = played(Scene.fifo("[]  accept 1", "  []  accept 1", "    [ ]  cancel 1", "     [ ]  dequeue 1"));
        scene.witness.backTo(7);
        int second = scene.stay(1, 1);
        assertEquals(
                List.of(new Way(Lesson.spares(3, second), 7), new Way(Lesson.spares(2, scene.stay(1, 0)), 6)),
                around(scene, new Conflict(3, second, NONE, 7)));
    }

    @Test
    void barrierIsNotSpared() {
        Scene scene = played(Scene.fifo("[  ]  accept 1", " []  empty"));
        assertEquals(List.of(), around(scene, new Conflict(1, scene.stays.barrier(1), NONE, 2)));
    }

    @Test
    void dequeueSinceTheReaderBeganOrTheLastBeforeWaitsForIt() {
        Scene scene = played(Scene.dedup(
                "[]                  accept 1",
                "  []                dequeue 1",
                "    []              complete 1",
                "      []            accept 1",
                "        []          dequeue 1",
                "          [      ]  not_running 1",
                "           []       complete 1",
                "             []     accept 1",
                "               []   dequeue 1"));
        assertEquals(
                List.of(new Way(Lesson.waitsFor(8, 5), 16), new Way(Lesson.waitsFor(4, 5), 9)),
                around(scene, new Conflict(5, NONE, NONE, 17)).subList(0, 2));
    }

    @Test
    void readerForWhichARunWasCompletedComesBeforeItsDequeue() {
        Scene scene = Scene.dedup(
                "[]           accept 1", //
                "  []         dequeue 1",
                "    [  ]     not_running 1",
                "     []      complete 1",
                "        []   complete 1");
        Conflict conflict = new Conflict(4, NONE, NONE, 9);
        assertEquals(List.of(conflict), scene.witness.run());
        assertEquals(new Way(Lesson.waitsFor(1, 2), 3), around(scene, conflict).get(0));
    }
}
