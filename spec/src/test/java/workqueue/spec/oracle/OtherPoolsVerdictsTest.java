package workqueue.spec.oracle;

import static workqueue.spec.oracle.Calls.calls;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule of {@code libuv}, {@code libdispatch} and {@code win32-threadpool}, a history that breaks it and a twin. */
class OtherPoolsVerdictsTest {
    private static final String LIBUV = "\"profile\":\"libuv\"";
    private static final String LIBDISPATCH = "\"profile\":\"libdispatch\"";
    private static final String SERIAL = LIBDISPATCH + ",\"parameters\":{\"queues\":{\"0\":{\"ordered\":true}}}";
    private static final String THREADPOOL = "\"profile\":\"win32-threadpool\"";

    @Test
    @Tag("D1")
    @Tag("D2")
    @Tag("P1")
    @Tag("R1")
    @Tag("R2")
    void sendsCoalesceAndNoneIsLost() {
        Judged.of(LIBUV, calls("send 1 -> 0x0", "send 1 -> 0x0", "begin 1", "end 1"))
                .conforms();
        Judged.of(LIBUV, calls("send 1 -> 0x0", "begin 1", "end 1", "begin 1", "end 1"))
                .violates("R2", 4);
        Judged.of(LIBUV, calls("send 1 -> 0x0", "begin 1", "t2 send 1 -> 0x0", "end 1"))
                .violates("P1", 0, 1, 2, 3, 4, 5);
        Judged.of(LIBUV, calls("begin 1", "end 1")).violates("R1", 0);
        Judged.of(LIBUV, calls("send 1 -> 0xfffffff0")).conforms(); // it failed
    }

    @Test
    @Tag("S1")
    void S1_callbacksOfALoopOverlap() {
        String[] both = {"send 1 -> 0x0", "send 2 -> 0x0", "begin 1"};
        Judged.of(LIBUV, calls(both) + calls(5, "t8 begin 2", "end 1", "t8 end 2"))
                .violates("S1", 4, 5);
        Judged.of(LIBUV, calls(both) + calls(5, "end 1", "begin 2", "end 2")).conforms();
    }

    @Test
    @Tag("S1")
    @Tag("O1")
    void O1_blocksOfASerialQueueOvertake() {
        String overtaking = calls("put 1", "put 2", "begin 2", "end 2", "begin 1", "end 1");
        Judged.of(SERIAL, overtaking).violates("O1", 0, 1, 2, 3, 4);
        Judged.of(LIBDISPATCH, overtaking).conforms();
        Judged.of(SERIAL, calls("put 1", "put 2", "begin 1", "t8 begin 2", "end 1", "t8 end 2"))
                .violates("S1", 4, 5);
    }

    @Test
    @Tag("D3")
    @Tag("P1")
    void D3_everySubmitIsARunOfItsOwn() {
        String[] two = {"submit 1", "submit 1", "begin 1", "t8 begin 1", "end 1", "t8 end 1"};
        Judged.of(THREADPOOL, calls(two)).conforms();
        Judged.of(THREADPOOL, calls("submit 1", "submit 1", "begin 1", "end 1")).violates("P1", 0, 1, 2, 3, 4, 5);
        Judged.of(LIBDISPATCH, calls("put 1", "put 1", "begin 1", "end 1")).violates("P1", 0, 1, 2, 3, 4, 5);
    }

    @Test
    @Tag("TP-1")
    void TP1_whatIsPendingIsCancelled() {
        Judged.of(THREADPOOL, calls("submit 1", "submit 1", "cancel 1")).conforms();
        Judged.of(THREADPOOL, calls("submit 1", "submit 1", "cancel 1", "begin 1", "end 1"))
                .violates("R2", 6);
        Judged.of(THREADPOOL, calls("submit 1", "submit 2", "cancel 1")).violates("P1", 2, 3);
    }

    @Test
    @Tag("TP-1")
    void TP1_whatHasBegunIsWaitedFor() {
        String[] running = {"submit 1", "submit 1", "begin 1", "invoke cancel 1"};
        Judged.of(THREADPOOL, calls(running) + calls(6, "return cancel 1", "end 1"))
                .violates("F1", 0, 1, 2, 3, 4, 5, 6);
        Judged.of(THREADPOOL, calls(running) + calls(6, "end 1", "return cancel 1"))
                .conforms();
        Judged.of(THREADPOOL, calls(running) + calls(6, "t2 submit 1", "end 1", "return cancel 1", "begin 1", "end 1"))
                .conforms(); // submitted too late to be taken off
    }

    @Test
    @Tag("F1")
    void F1_waitReturnsDuringARun() {
        String[] running = {"submit 1", "begin 1", "invoke wait 1"};
        Judged.of(THREADPOOL, calls(running) + calls(4, "return wait 1", "end 1", "close 1"))
                .violates("F1", 0, 1, 2, 3, 4);
        Judged.of(THREADPOOL, calls(running) + calls(4, "end 1", "return wait 1", "close 1"))
                .conforms();
    }

    /** That the runs never came tells as much, but only if one knows that the recording ended there. */
    @Test
    @Tag("F1")
    void F1_waitReturnsBeforeTheRuns() {
        Judged.of(THREADPOOL, calls("submit 1", "submit 1", "wait 1")).violates("F1", 0, 1, 2, 3, 4, 5);
    }
}
