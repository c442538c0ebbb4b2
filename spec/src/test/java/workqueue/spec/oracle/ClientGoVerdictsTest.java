package workqueue.spec.oracle;

import static workqueue.spec.oracle.Calls.calls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule of queues that hand out their items, a history that breaks it and a twin that does not. */
class ClientGoVerdictsTest {
    private static final String CLIENT_GO = "\"profile\":\"client-go\"";
    private static final String DEDUP = "\"profile\":\"dedup\"";
    private static final String FIFO = "\"profile\":\"fifo\"";

    @Test
    @Tag("R1")
    void R1_dequeueOfWhatNobodyEnqueued() {
        Judged.of(DEDUP, calls("dequeue -> ok 1")).violates("R1", 0, 1);
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "dequeue -> ok 1")).conforms();
    }

    @Test
    @Tag("R2")
    void R2_twoDequeuesForOneEnqueue() {
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "dequeue -> ok 1", "dequeue -> ok 1"))
                .violates("R2", 0, 1, 2, 3, 4, 5);
        Judged.of(FIFO, calls("enqueue 1 -> accepted", "enqueue 1 -> accepted", "dequeue -> ok 1", "dequeue -> ok 1"))
                .conforms();
    }

    @Test
    @Tag("O1")
    void O1_theSecondIsDequeuedFirst() {
        String[] enqueued = {"enqueue 1 -> accepted", "enqueue 2 -> accepted"};
        for (String profile : new String[] {DEDUP, FIFO}) {
            Judged.of(profile, calls(enqueued) + calls(4, "dequeue -> ok 2", "dequeue -> ok 1"))
                    .violates("O1", 0, 1, 2, 3, 4, 5, 6, 7);
            Judged.of(profile, calls(enqueued) + calls(4, "dequeue -> ok 1", "dequeue -> ok 2"))
                    .conforms();
        }
        Judged.of(CLIENT_GO, calls("add 1", "add 2", "get -> ok 2", "get -> ok 1"))
                .violates("O1", 0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    @Tag("P1")
    void P1_anItemVanishes() {
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "enqueue 2 -> accepted", "dequeue -> ok 2"))
                .violates("P1", 0, 1, 2, 3, 4, 5);
        Judged.of(FIFO, calls("enqueue 1 -> accepted", "dequeue -> empty")).violates("P1", 0, 1, 2, 3);
        Judged.of(FIFO, calls("dequeue -> empty", "enqueue 1 -> accepted")).conforms();
    }

    @Test
    @Tag("C1")
    void C1_anItemVanishesAfterTheShutdown() {
        String[] shut = {"enqueue 1 -> accepted", "shutdown -> ok"};
        Judged.of(DEDUP, calls(shut) + calls(4, "dequeue -> closed")).violates("C1", 0, 1, 2, 3, 4, 5);
        Judged.of(DEDUP, calls(shut) + calls(4, "dequeue -> ok 1", "dequeue -> closed"))
                .conforms();
    }

    @Test
    @Tag("CG-1")
    void CG1_acceptedAfterTheShutdown() {
        Judged.of(DEDUP, calls("shutdown -> ok", "enqueue 1 -> accepted")).violates("CG-1", 0, 1, 2, 3);
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "shutdown -> ok", "enqueue 1 -> coalesced"))
                .violates("CG-1", 0, 1, 2, 3, 4, 5);
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "shutdown -> ok", "enqueue 1 -> rejected"))
                .conforms();
        Judged.of(CLIENT_GO, calls("shut_down", "add 1", "get -> ok 1")).violates("CG-1", 0, 1, 2, 3, 4, 5);
        Judged.of(CLIENT_GO, calls("add 1", "shut_down", "get -> ok 1")).conforms();
    }

    @Test
    @Tag("A2")
    void A2_rejectedBeforeTheShutdown() {
        Judged.of(FIFO, calls("enqueue 1 -> rejected", "shutdown -> ok")).violates("A2", 0, 1);
        Judged.of(FIFO, calls("shutdown -> ok", "enqueue 1 -> rejected")).conforms();
    }

    @Test
    @Tag("D1")
    void D1_acceptedWhilePending() {
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "enqueue 1 -> accepted", "dequeue -> ok 1", "dequeue -> ok 1"))
                .violates("D1", 0, 1, 2, 3, 4, 5, 6, 7);
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "dequeue -> ok 1", "enqueue 1 -> accepted"))
                .conforms();
    }

    @Test
    @Tag("D2")
    @Tag("D3")
    void D2_coalescedWithNothing() {
        Judged.of(DEDUP, calls("enqueue 1 -> coalesced")).violates("D2", 0, 1);
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "enqueue 1 -> coalesced"))
                .conforms();
        Judged.of(FIFO, calls("enqueue 1 -> accepted", "enqueue 1 -> coalesced"))
                .violates("D3", 0, 1, 2, 3);
    }

    @Test
    @Tag("S3")
    @Tag("CG-2")
    void CG2_whatIsProcessedIsHandedOutAgain() {
        String[] again = {"add 1", "get -> ok 1", "add 1"};
        Judged.of(CLIENT_GO, calls(again) + calls(6, "get -> ok 1")).violates("S3", 0, 1, 2, 3, 4, 5, 6, 7);
        Judged.of(CLIENT_GO, calls(again) + calls(6, "done 1", "get -> ok 1")).conforms();
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "dequeue -> ok 1", "enqueue 1 -> accepted", "dequeue -> ok 1"))
                .conforms();
    }

    @Test
    @Tag("CG-3")
    void CG3_whatWasEnqueuedWhileProcessedGoesToTheEnd() {
        String[] again = {"add 1", "get -> ok 1", "add 1", "add 2", "done 1"};
        Judged.of(CLIENT_GO, calls(again) + calls(10, "get -> ok 1", "get -> ok 2"))
                .violates("O1", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        Judged.of(CLIENT_GO, calls(again) + calls(10, "get -> ok 2", "get -> ok 1"))
                .conforms();
    }

    @Test
    @Tag("CG-4")
    void CG4_closedBeforeTheShutdown() {
        Judged.of(DEDUP, calls("dequeue -> closed", "shutdown -> ok")).violates("CG-4", 0, 1);
        Judged.of(CLIENT_GO, calls("get -> shutdown", "shut_down")).violates("CG-4", 0, 1);
        Judged.of(CLIENT_GO, calls("shut_down", "get -> shutdown")).conforms();
    }

    @Test
    @Tag("CG-5")
    void CG5_completionOfWhatIsNotProcessed() {
        Judged.of(CLIENT_GO, calls("add 1", "done 1")).blamesTheCaller("CG-5", 0, 1, 2, 3);
        Judged.of(CLIENT_GO, calls("add 1", "get -> ok 1", "done 1")).conforms();
    }

    @Test
    @Tag("CG-6")
    void CG6_completionOfWhatIsNotProcessed() {
        String[] dequeued = {"enqueue 1 -> accepted", "dequeue -> ok 1", "complete 1 -> ok"};
        Judged.of(DEDUP, calls(dequeued) + calls(6, "complete 1 -> ok")).violates("CG-6", 6, 7);
        Judged.of(DEDUP, calls(dequeued) + calls(6, "complete 1 -> notRunning")).conforms();
    }

    @Test
    @Tag("CG-7")
    void CG7_cancelOfWhatIsNotPending() {
        Judged.of(DEDUP, calls("cancel 1 -> removed")).violates("CG-7", 0, 1);
        Judged.of(FIFO, calls("enqueue 1 -> accepted", "cancel 1 -> absent")).violates("P1", 0, 1, 2, 3);
        Judged.of(DEDUP, calls("enqueue 1 -> accepted", "cancel 1 -> removed", "dequeue -> empty"))
                .conforms();
    }

    @Test
    @Tag("CG-8")
    void CG8_takenInAnotherOrder() {
        String enqueued = calls("enqueue 1 -> accepted", "enqueue 2 -> accepted");
        Judged.of(DEDUP, enqueued + calls(4, "take_all -> ok").replace("\"ok\"", "\"ok\",\"items\":[2,1]"))
                .violates("CG-8", 0, 1, 2, 3, 4, 5);
        Judged.of(DEDUP, enqueued + calls(4, "take_all -> ok").replace("\"ok\"", "\"ok\",\"items\":[\"i1\",2]"))
                .conforms();
    }

    @Test
    @Tag("CG-9")
    void CG9_drainReturnsWithWorkLeft() {
        Judged.of(CLIENT_GO, calls("add 1", "shut_down_with_drain")).violates("CG-9", 0, 1, 2, 3);
        String drains = calls("add 1", "invoke shut_down_with_drain");
        String returned = calls(7, "return shut_down_with_drain");
        Judged.of(CLIENT_GO, drains + calls(3, "t2 get -> ok 1", "t2 done 1") + returned)
                .conforms();
        Judged.of(CLIENT_GO, drains + calls(3, "t2 shut_down") + returned).conforms();
    }
}
