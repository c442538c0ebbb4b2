package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What was learned, and is forgotten again. */
class LessonsTest {
    private final Scene scene = Scene.fifo(
            "[]            accept 1", //
            "  []          accept 1",
            "    []        accept 2",
            "      [  ]    dequeue 1",
            "       []     cancel 1",
            "          []  dequeue 2");
    private final Lessons lessons = scene.lessons;
    private final int one = scene.stay(1, 0);
    private final int two = scene.stay(2, 0);

    @Test
    void lessonIsNewOnce() {
        assertTrue(lessons.learn(Lesson.beginsAfter(two, one)));
        assertFalse(lessons.learn(Lesson.beginsAfter(two, one)));
        assertEquals(List.of(one), lessons.earlier(two));
        assertEquals(List.of(), lessons.earlier(one));
    }

    @Test
    void lessonIsForgotten() {
        lessons.learn(Lesson.beginsAfter(two, one));
        lessons.forget(Lesson.beginsAfter(two, one));
        assertEquals(List.of(), lessons.earlier(two));
        assertTrue(lessons.learn(Lesson.beginsAfter(two, one)));
    }

    @Test
    void callSparesOnlyTheStayThatItWasTold() {
        lessons.learn(Lesson.spares(3, one));
        assertFalse(lessons.allow(3, one, 9));
        assertTrue(lessons.allow(4, one, 9));
        assertTrue(lessons.allow(3, two, 9));
    }

    @Test
    void callThatCertainlyEndedAStayDoesNotSpareIt() {
        assertFalse(lessons.learn(Lesson.spares(5, two)));
        assertTrue(lessons.allow(5, two, 11));
    }

    @Test
    void callIsNotAllowedBeforeTheOneThatItWaitsForBegan() {
        lessons.learn(Lesson.waitsFor(3, 4));
        assertFalse(lessons.allow(3, one, 7));
        assertTrue(lessons.allow(3, one, 8));
        assertEquals(List.of(4), lessons.awaited(3));
    }
}
