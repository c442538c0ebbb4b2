package workqueue.spec.oracle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule that a recording of {@code io} can break, a history that breaks it and a twin that does not. */
class IoVerdictsTest {
    private static final String AT_REST = "\"profile\":\"io\",\"end\":\"ok\"";
    private static final String CUT = "\"profile\":\"io\",\"end\":\"cut\"";
    private static final String ONE_WORKER = AT_REST + ",\"parameters\":{\"workers\":1}";
    private static final String TWO_WORKERS = AT_REST + ",\"parameters\":{\"workers\":2}";

    /** A call of a thread of its own. */
    private static String call(int seq, String op, String more) {
        return """
                {"seq":%d,"thread":1,"kind":"invoke","op":"%s",%s}
                {"seq":%d,"thread":1,"kind":"return","op":"%s",%s}
                """.formatted(seq, op, more, seq + 1, op, more);
    }

    private static String queue(int seq, int item) {
        return call(seq, "queue", "\"queue\":1,\"item\":" + item);
    }

    private static String onItem(int seq, String op) {
        return call(seq, op, "\"item\":1");
    }

    private static String tried(int seq, int item, boolean queued) {
        return """
                {"seq":%d,"thread":1,"kind":"invoke","op":"try_queue","queue":1,"item":%d}
                {"seq":%d,"thread":1,"kind":"return","op":"try_queue","queue":1,"item":%d,"result":"%s"}
                """.formatted(seq, item, seq + 1, item, queued ? "0x1" : "0x0");
    }

    private static String begin(int seq, int item) {
        return """
                {"seq":%d,"thread":%d,"kind":"begin","op":"run","queue":1,"item":%d}
                """.formatted(seq, 10 + item, item);
    }

    private static String end(int seq, int item) {
        return begin(seq, item).replace("begin", "end");
    }

    private static String run(int seq, int item) {
        return begin(seq, item) + end(seq + 1, item);
    }

    @Test
    @Tag("R1")
    void R1_runThatNobodyAskedFor() {
        Judged.of(AT_REST, run(10, 1)).violates("R1", 10);
        Judged.of(CUT, run(10, 1)).violates("R1", 10);
        Judged.of(AT_REST, queue(0, 1) + run(10, 1)).conforms();
    }

    @Test
    @Tag("R2")
    void R2_twoRunsForOneCall() {
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + run(20, 1)).violates("R2", 20);
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + queue(15, 1) + run(20, 1)).conforms();
    }

    @Test
    @Tag("P1")
    @Tag("IO-4")
    @Tag("IO-6")
    void P1_queuedItemThatNeverRuns() {
        Judged.of(AT_REST, queue(0, 1)).violates("P1", 0, 1);
        Judged.of(CUT, queue(0, 1)).conforms();
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + queue(15, 1)).violates("P1", 15, 16);
    }

    @Test
    @Tag("R4")
    void R4_moreRunsThanWorkers() {
        String both = queue(0, 1) + queue(2, 2) + begin(10, 1) + begin(11, 2) + end(12, 1) + end(13, 2);
        Judged.of(ONE_WORKER, both).violates("R4", 10, 11);
        Judged.of(TWO_WORKERS, both).conforms();
        String twoTypes = both.replace("\"queue\":1,\"item\":2", "\"queue\":0,\"item\":2");
        Judged.of(ONE_WORKER, twoTypes).conforms(); // of each type
    }

    @Test
    @Tag("IO-2")
    void IO2_pairsAreMixedUp() {
        Judged.of(AT_REST, onItem(0, "allocate") + onItem(2, "uninitialize")).blamesTheCaller("IO-2", 0, 1, 2, 3);
        Judged.of(AT_REST, onItem(0, "initialize") + onItem(2, "free")).blamesTheCaller("IO-2", 0, 1, 2, 3);
        Judged.of(AT_REST, onItem(0, "allocate") + onItem(2, "free")).conforms();
        Judged.of(AT_REST, onItem(0, "initialize") + onItem(2, "uninitialize")).conforms();
        Judged.of(AT_REST, onItem(2, "uninitialize")).conforms(); // it was initialized before
    }

    @Test
    @Tag("L5")
    void L5_itemIsAllocatedTwice() {
        Judged.of(AT_REST, onItem(0, "allocate") + onItem(2, "allocate")).violates("L5", 0, 1, 2, 3);
        Judged.of(AT_REST, onItem(0, "allocate")).conforms();
    }

    @Test
    @Tag("IO-4")
    void IO4_runOnAnotherQueueType() {
        String critical = run(10, 1).replace("\"queue\":1", "\"queue\":0");
        Judged.of(AT_REST, queue(0, 1) + critical).violates("IO-4", 0, 10);
        Judged.of(AT_REST, queue(0, 1).replace("\"queue\":1", "\"queue\":0") + critical)
                .conforms();
    }

    @Test
    @Tag("IO-5")
    void IO5_everyTypeWillDo() {
        for (String type : new String[] {"0", "1", "6", "32", "63"}) {
            Judged.of(AT_REST, (queue(0, 1) + run(10, 1)).replace("\"queue\":1", "\"queue\":" + type))
                    .conforms();
        }
    }

    @Test
    @Tag("IO-9")
    void IO9_queuedWhileQueued() {
        String twice = queue(0, 1) + queue(2, 1);
        Judged.of(CUT, twice).blamesTheCaller("IO-9", 0, 1, 2, 3);
        Judged.of(AT_REST, twice + run(10, 1))
                .blamesTheCaller("IO-9", 0, 1, 2, 3); // and not lost by the implementation
        Judged.of(AT_REST, twice + run(10, 1) + run(20, 1)).blamesTheCaller("IO-9", 0, 1, 2, 3);
        Judged.of(AT_REST, queue(0, 1) + tried(2, 1, false) + run(10, 1)).blamesTheCaller("IO-9", 0, 1, 2, 3);
        Judged.of(AT_REST, queue(0, 1) + queue(2, 2) + run(10, 1) + run(20, 2)).conforms();
    }

    /** The begin may have come first, as far as the recording tells. */
    @Test
    @Tag("IO-9")
    void IO9_doubtIsTheCallersGain() {
        String racing = """
                {"seq":2,"thread":2,"kind":"invoke","op":"queue","queue":1,"item":1}
                %s{"seq":4,"thread":2,"kind":"return","op":"queue","queue":1,"item":1}
                """.formatted(begin(3, 1));
        Judged.of(AT_REST, queue(0, 1) + racing + end(5, 1) + run(10, 1)).conforms();
    }

    @Test
    @Tag("IO-8")
    @Tag("IO-10")
    @Tag("IO-11")
    void IO10_runningItemIsQueuedAgain() {
        String again = begin(10, 1) + queue(11, 1);
        Judged.of(AT_REST, queue(0, 1) + again + end(13, 1) + run(20, 1)).conforms();
        Judged.of(AT_REST, queue(0, 1) + again + end(13, 1)).violates("P1", 0, 1, 10, 11, 12, 13);
        String overlap = run(15, 1).replace("\"thread\":11", "\"thread\":12") + end(20, 1);
        Judged.of(AT_REST, queue(0, 1) + again + overlap).conforms();
    }

    @Test
    @Tag("IO-13")
    void IO13_freedWhileQueued() {
        Judged.of(CUT, queue(0, 1) + onItem(2, "free")).blamesTheCaller("IO-13", 0, 1, 2, 3);
        Judged.of(AT_REST, queue(0, 1) + onItem(2, "free") + run(10, 1)).blamesTheCaller("IO-13", 0, 1, 2, 3);
        Judged.of(AT_REST, onItem(0, "initialize") + queue(2, 1) + onItem(4, "uninitialize") + run(10, 1))
                .blamesTheCaller("IO-13", 0, 1, 2, 3, 4, 5);
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + onItem(20, "free")).conforms();
    }

    @Test
    @Tag("IO-14")
    void IO14_freedByItsRoutine() {
        Judged.of(AT_REST, queue(0, 1) + begin(10, 1) + onItem(11, "free") + end(13, 1))
                .conforms();
        Judged.of(AT_REST, queue(0, 1) + begin(10, 1) + onItem(11, "free") + queue(13, 1) + end(15, 1))
                .blamesTheCaller("M1", 0, 1, 10, 11, 12, 13, 14);
    }

    @Test
    @Tag("M1")
    void M1_callsOnWhatIsNotThere() {
        Judged.of(AT_REST, onItem(0, "free") + onItem(2, "free")).blamesTheCaller("M1", 0, 1, 2, 3);
        Judged.of(CUT, onItem(0, "free") + queue(2, 1)).blamesTheCaller("M1", 0, 1, 2, 3);
        Judged.of(CUT, queue(0, 1) + onItem(2, "allocate")).blamesTheCaller("M1", 0, 1, 2);
        Judged.of(CUT, onItem(0, "allocate") + queue(2, 1)).conforms();
    }

    @Test
    @Tag("IO-15")
    void IO15_orderIsAskedForByAStrictOracleOnly() {
        String swapped = queue(0, 1) + queue(2, 2) + run(10, 2) + run(20, 1);
        Judged.of(ONE_WORKER, swapped).conforms();
        Judged.strictly(ONE_WORKER, swapped).violatesStrictly("IO-15", 0, 1, 2, 3, 10);
        Judged.strictly(AT_REST, swapped).conforms(); // there may be several workers
        Judged.strictly(ONE_WORKER, queue(0, 1) + queue(2, 2) + run(10, 1) + run(20, 2))
                .conforms();
    }

    @Test
    @Tag("IO-25")
    void IO25_tryQueuesWhatAThreadCanBegin() {
        String busy = queue(0, 1) + begin(10, 1);
        String rest = end(20, 1) + run(30, 2);
        Judged.of(ONE_WORKER, busy + tried(12, 2, true) + rest).violates("IO-25", 0, 1, 10, 12, 13);
        Judged.of(TWO_WORKERS, busy + tried(12, 2, true) + rest).conforms();
        Judged.of(AT_REST, busy + tried(12, 2, true) + rest).conforms(); // it is not known how many threads there are
        Judged.of(ONE_WORKER, busy + tried(12, 2, false) + end(20, 1)).conforms();
        Judged.of(ONE_WORKER, busy + end(11, 1) + tried(12, 2, false)).conforms(); // the thread is not free yet
    }

    @Test
    @Tag("IO-25")
    void IO25_whatATryRefusedDoesNotRun() {
        Judged.of(AT_REST, tried(0, 1, false) + run(10, 1)).violates("R1", 10);
        Judged.of(AT_REST, tried(0, 1, true)).violates("P1", 0, 1);
        Judged.of(AT_REST, tried(0, 1, true) + run(10, 1)).conforms();
    }

    @Test
    @Tag("IO-4")
    void extendedKindIsQueuedAlike() {
        String queued = call(0, "queue_ex", "\"queue\":1,\"item\":1");
        Judged.of(AT_REST, queued + run(10, 1)).conforms();
        Judged.of(AT_REST, queued).violates("P1", 0, 1);
    }

    private static String stopped(int seq, String op) {
        return call(seq, op, "\"queue\":1,\"item\":1,\"result\":\"0xe4\"");
    }

    @Test
    @Tag("IO-6")
    @Tag("IO-10")
    @Tag("IO-14")
    void IO6_legalCallIsStopped() {
        Judged.of(AT_REST, stopped(0, "queue")).violates("IO-6", 0, 1);
        Judged.of(AT_REST, stopped(0, "try_queue")).violates("IO-6", 0, 1);
        Judged.of(AT_REST, stopped(0, "free")).violates("IO-14", 0, 1);
        String running = queue(0, 1) + begin(10, 1);
        Judged.of(AT_REST, running + stopped(11, "queue") + end(13, 1)).violates("IO-10", 0, 1, 10, 11, 12);
        Judged.of(AT_REST, running + stopped(11, "free") + end(13, 1)).violates("IO-14", 0, 1, 10, 11, 12);
    }

    @Test
    @Tag("IO-9")
    @Tag("IO-13")
    void IO9_soIsOneThatIsNot() {
        Judged.of(CUT, queue(0, 1) + stopped(2, "queue")).blamesTheCaller("IO-9", 0, 1, 2, 3);
        Judged.of(CUT, queue(0, 1) + stopped(2, "free")).blamesTheCaller("IO-13", 0, 1, 2, 3);
    }
}
