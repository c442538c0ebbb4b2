package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What completions, and who found an item not to be processed, say of its dequeues. */
class RunsTest {
    @Test
    void completionComesAfterItsDequeue() {
        Scene scene = Scene.dedup(
                "[]      accept 7", //
                "  [  ]  dequeue 7",
                "   []   complete 7");
        assertEquals("2..4", scene.ends(scene.stay(7, 0)));
    }

    @Test
    void byTheSecondCompletionThereWereTwoDequeues() {
        Scene scene = Scene.fifo(
                "[]              accept 7",
                "  []            accept 7",
                "    []          dequeue 7",
                "      [    ]    dequeue 7",
                "       []       complete 7",
                "         []     complete 7");
        assertEquals("4..5", scene.ends(scene.stay(7, 0)));
        assertEquals("6..10", scene.ends(scene.stay(7, 1)));
    }

    @Test
    void stayThatWasCancelledIsNoRun() {
        Scene scene = Scene.dedup(
                "[]            accept 7",
                "  []          cancel 7",
                "    []        accept 7",
                "      [  ]    dequeue 7",
                "       []     complete 7");
        assertEquals("2..3", scene.ends(scene.stay(7, 0)));
        assertEquals("6..8", scene.ends(scene.stay(7, 1)));
    }

    @Test
    void whoFoundTheItemNotProcessedCameBeforeTheDequeue() {
        Scene scene = Scene.dedup(
                "[]      accept 7", //
                "  [  ]  dequeue 7",
                "   []   not_running 7");
        assertEquals("3..5", scene.ends(scene.stay(7, 0)));
    }

    @Test
    void orAfterACompletionThatMayHaveBegun() {
        Scene scene = Scene.dedup(
                "[]        accept 7", "  [    ]  dequeue 7", "   []     not_running 7", "     []   complete 7");
        assertEquals("3..6", scene.ends(scene.stay(7, 0)));
    }

    @Test
    void completionOfTheRunBeforeComesBeforeTheNextDequeue() {
        Scene scene = Scene.dedup(
                "[]                accept 7",
                "  []              dequeue 7",
                "    []            accept 7",
                "      [    ]      dequeue 7",
                "       [  ]       not_running 7",
                "        []        complete 7");
        assertEquals("8..11", scene.ends(scene.stay(7, 1)), "not processed any more, so the run had been completed");
    }
}
