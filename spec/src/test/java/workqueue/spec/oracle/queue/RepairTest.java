package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.spec.oracle.queue.Calls.NONE;

import org.junit.jupiter.api.Test;
import workqueue.spec.model.ClientGo;

/** Histories that conform, and whose first order is stuck. */
class RepairTest {
    private static void assertRepaired(ClientGo.Kind kind, String... rows) {
        boolean oneByOne = kind == ClientGo.Kind.DEDUP;
        assertFalse(scene(oneByOne, rows).witness.run().isEmpty(), "it should be stuck");
        Scene scene = scene(oneByOne, rows);
        assertNull(new Repair(scene.calls, scene.stays, scene.witness, scene.lessons).run());
        assertTrue(Replay.accepts(scene.calls, kind, scene.witness.line().order()));
    }

    private static Scene scene(boolean oneByOne, String... rows) {
        return oneByOne ? Scene.dedup(rows) : Scene.fifo(rows);
    }

    @Test
    void stayBeginsBeforeTheOneThatBlocksIt() {
        assertRepaired(
                ClientGo.Kind.DEDUP,
                "[          ]  take_all 1 2",
                " [   ]        accept 2",
                "  [   ]       accept 1",
                "   [    ]     take_all 2",
                "    [    ]    coalesce 1",
                "       [  ]   accept 2");
    }

    @Test
    void cancelSparesAStay() {
        assertRepaired(
                ClientGo.Kind.FIFO,
                "[     ]       accept 0",
                " []           accept 0",
                "   [      ]   absent 0",
                "    [  ]      cancel 0",
                "     [     ]  cancel 0",
                "        []    accept 0");
    }

    @Test
    void dequeueSparesAStay() {
        assertRepaired(
                ClientGo.Kind.FIFO,
                "[]            accept 0",
                "  [   ]       accept 0",
                "   [       ]  cancel 0",
                "    []        dequeue 0",
                "       []     accept 0",
                "         []   take_all 0");
    }

    @Test
    void takeAllSparesAStay() {
        assertRepaired(
                ClientGo.Kind.FIFO,
                "[]            accept 0",
                "  [ ]         accept 0",
                "   [     ]    cancel 0",
                "     [  ]     take_all 0",
                "      []      empty",
                "          []  take_all");
    }

    @Test
    void dequeueWaitsForACallThatFindsItsItemNotProcessed() {
        assertRepaired(
                ClientGo.Kind.FIFO,
                "[                     ]   accept 1",
                " [  ]                     accept 0",
                "  []                      dequeue 0",
                "     [               ]    accept 1",
                "      [ ]                 accept 1",
                "       [               ]  absent 2",
                "         []               dequeue 1",
                "           [       ]      complete 1",
                "            [ ]           accept 1",
                "             [    ]       not_running 1",
                "               [    ]     dequeue 1",
                "                []        empty");
    }

    @Test
    void wrongLessonIsForgottenAndAnotherWayTried() {
        assertRepaired(
                ClientGo.Kind.DEDUP,
                "[]                accept 2",
                "  [          ]    accept 2",
                "   [          ]   take_all 2 1",
                "    []            accept 1",
                "      []          absent 0",
                "        [ ]       dequeue 2",
                "         [  ]     accept 1",
                "           [   ]  accept 2");
    }

    @Test
    void whatAWrongLessonChangedIsTakenBack() {
        assertRepaired(
                ClientGo.Kind.FIFO,
                "[        ]              accept 2",
                " [    ]                 accept 2",
                "  [  ]                  accept 2",
                "   [   ]                accept 1",
                "    [       ]           dequeue 1",
                "        [           ]   dequeue 2",
                "          [       ]     accept 1",
                "           [  ]         take_all 2 2",
                "             [  ]       empty",
                "               [     ]  accept 0",
                "                 [ ]    accept 2");
    }

    @Test
    void conflictWithoutAWayIsNamed() {
        Scene stuck = Scene.dedup("[]  complete 1");
        assertEquals(
                new Conflict(0, NONE, NONE, 1),
                new Repair(stuck.calls, stuck.stays, stuck.witness, stuck.lessons).run());
    }
}
