package workqueue.spec.oracle;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule that a recording of {@code kmdf} can break, a history that breaks it and a twin that does not. */
class KmdfVerdictsTest {
    private static final String AT_REST = "\"profile\":\"kmdf\",\"end\":\"ok\"";
    private static final String CUT = "\"profile\":\"kmdf\",\"end\":\"cut\"";
    private static final String HANG = "\"profile\":\"kmdf\",\"end\":\"hang\"";
    private static final String ONE_WORKER = AT_REST + ",\"parameters\":{\"workers\":1}";
    private static final String TWO_WORKERS = AT_REST + ",\"parameters\":{\"workers\":2}";
    private static final String SERIALIZED = AT_REST + ",\"parameters\":{\"automaticSerialization\":true}";

    private static final String ENQUEUED = """
            {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":1}
            """;
    private static final String RUN = """
            {"seq":10,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":11,"thread":9,"kind":"end","op":"run","item":1}
            """;
    private static final String RUN_AGAIN = """
            {"seq":20,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":21,"thread":9,"kind":"end","op":"run","item":1}
            """;

    @Test
    @Tag("R1")
    void R1_runThatNobodyAskedFor() {
        Judged.of(AT_REST, RUN).violates("R1", 10);
        Judged.of(CUT, RUN).violates("R1", 10);
        Judged.of(AT_REST, ENQUEUED + RUN).conforms();
    }

    @Test
    @Tag("R1")
    void R1_runBeforeItsEnqueue() {
        String later = """
                {"seq":30,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":31,"thread":1,"kind":"return","op":"enqueue","item":1}
                """;
        Judged.of(AT_REST, RUN + later).violates("R1", 10);
        Judged.of(AT_REST, later + RUN.replace("\"seq\":1", "\"seq\":4")).conforms();
    }

    @Test
    @Tag("R1")
    void R1_aRunMayBeginBeforeItsEnqueueReturns() {
        Judged.of(AT_REST, """
                        {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                        {"seq":1,"thread":9,"kind":"begin","op":"run","item":1}
                        {"seq":2,"thread":9,"kind":"end","op":"run","item":1}
                        {"seq":3,"thread":1,"kind":"return","op":"enqueue","item":1}
                        """).conforms();
    }

    @Test
    @Tag("R2")
    void R2_twoRunsForOneEnqueue() {
        Judged.of(AT_REST, ENQUEUED + RUN + RUN_AGAIN).violates("R2", 20);
        String again = """
                {"seq":15,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":16,"thread":1,"kind":"return","op":"enqueue","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + RUN + again + RUN_AGAIN).conforms();
    }

    @Test
    @Tag("D1")
    void D1_twoRunsForAnItemThatWasPendingAllTheTime() {
        String other = """
                {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":2}
                {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":2}
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":2}
                {"seq":3,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":4,"thread":1,"kind":"return","op":"enqueue","item":1}
                {"seq":5,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":6,"thread":1,"kind":"return","op":"enqueue","item":1}
                {"seq":7,"thread":9,"kind":"end","op":"run","item":2}
                """;
        Judged.of(ONE_WORKER, other + RUN + RUN_AGAIN).violates("D1", 0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 20);
        Judged.of(ONE_WORKER, other + RUN).conforms();
        Judged.of(AT_REST, other + RUN + RUN_AGAIN).conforms(); // a worker may have taken it in between
    }

    @Test
    @Tag("A1")
    @Tag("L1")
    @Tag("WDF-35")
    void A1_runForAnEnqueueAfterTheDeletion() {
        String deletesItself = """
                {"seq":10,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":12,"thread":9,"kind":"invoke","op":"delete","item":1}
                {"seq":13,"thread":9,"kind":"return","op":"delete","item":1}
                {"seq":14,"thread":9,"kind":"end","op":"run","item":1}
                {"seq":15,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":16,"thread":1,"kind":"return","op":"enqueue","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + deletesItself + RUN_AGAIN).violates("A1", 0, 1, 10, 12, 13, 14, 15, 16, 20);
        Judged.of(AT_REST, ENQUEUED + deletesItself).conforms();
    }

    @Test
    @Tag("P1")
    @Tag("A2")
    @Tag("L1")
    void P1_enqueueThatIsNeverAnswered() {
        Judged.of(AT_REST, ENQUEUED).violates("P1", 0, 1);
        Judged.of(CUT, ENQUEUED).conforms();
        Judged.of(AT_REST, ENQUEUED + RUN).conforms();
    }

    @Test
    @Tag("P1")
    @Tag("D2")
    void P1_enqueueThatIsCoalescedWithARunThatHasBegun() {
        String begun = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":4,"thread":1,"kind":"return","op":"enqueue","item":1}
                {"seq":5,"thread":9,"kind":"end","op":"run","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + begun).violates("P1", 0, 1, 2, 3, 4, 5);
        Judged.of(AT_REST, ENQUEUED + begun + RUN).conforms();
    }

    @Test
    @Tag("D2")
    void D2_oneRunAnswersManyEnqueuesBeforeIt() {
        Judged.of(AT_REST, ENQUEUED + """
                                {"seq":2,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                                {"seq":3,"thread":2,"kind":"invoke","op":"enqueue","item":1}
                                {"seq":4,"thread":2,"kind":"return","op":"enqueue","item":1}
                                {"seq":5,"thread":1,"kind":"return","op":"enqueue","item":1}
                                """ + RUN).conforms();
    }

    @Test
    @Tag("C1")
    void C1_deleteReturnsAndWhatWasAcceptedNeverRan() {
        String delete = """
                {"seq":2,"thread":1,"kind":"invoke","op":"delete","item":1}
                {"seq":12,"thread":1,"kind":"return","op":"delete","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + delete).violates("C1", 0, 1, 2, 12);
        Judged.of(AT_REST, ENQUEUED + delete.replace("{\"seq\":12", RUN + "{\"seq\":12"))
                .conforms();
    }

    @Test
    @Tag("L2")
    void L2_deleteReturnsDuringARun() {
        String tooEarly = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":1,"kind":"invoke","op":"delete","item":1}
                {"seq":4,"thread":1,"kind":"return","op":"delete","item":1}
                {"seq":5,"thread":9,"kind":"end","op":"run","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + tooEarly).violates("L2", 0, 1, 2, 3, 4);
        Judged.of(AT_REST, ENQUEUED + swapped(tooEarly, "\"seq\":4", "\"seq\":5"))
                .conforms();
    }

    @Test
    @Tag("L3")
    void L3_runAfterTheDeleteReturned() {
        String early = """
                {"seq":2,"thread":1,"kind":"invoke","op":"delete","item":1}
                {"seq":3,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":4,"thread":9,"kind":"end","op":"run","item":1}
                {"seq":5,"thread":1,"kind":"return","op":"delete","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + early + RUN).violates("L3", 0, 1, 2, 3, 4, 5, 10);
        Judged.of(AT_REST, ENQUEUED + early).conforms();
    }

    @Test
    @Tag("L4")
    void L4_deleteFromTheOwnCallbackDoesNotWait() {
        String own = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":9,"kind":"invoke","op":"delete","item":1}
                """;
        Judged.of(HANG, ENQUEUED + own).violates("L4", 3);
        Judged.of(AT_REST, ENQUEUED + own + """
                                {"seq":4,"thread":9,"kind":"return","op":"delete","item":1}
                                {"seq":5,"thread":9,"kind":"end","op":"run","item":1}
                                """).conforms();
    }

    @Test
    @Tag("L5")
    void L5_itemIsCreatedTwice() {
        String created = """
                {"seq":0,"thread":1,"kind":"invoke","op":"create","item":1}
                {"seq":1,"thread":1,"kind":"return","op":"create","item":1,"result":"0x00000000"}
                """;
        String again = created.replace("\"seq\":", "\"seq\":1");
        Judged.of(AT_REST, created + again).violates("L5", 0, 1, 10, 11);
        Judged.of(AT_REST, created + again.replace("0x00000000", "0xC0000010")).conforms();
    }

    @Test
    @Tag("WDF-44")
    void WDF44_aSecondDeleteDoesNotWait() {
        Judged.of(AT_REST, ENQUEUED + """
                                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                                {"seq":3,"thread":1,"kind":"invoke","op":"delete","item":1}
                                {"seq":4,"thread":2,"kind":"invoke","op":"delete","item":1}
                                {"seq":5,"thread":2,"kind":"return","op":"delete","item":1}
                                {"seq":6,"thread":9,"kind":"end","op":"run","item":1}
                                {"seq":7,"thread":1,"kind":"return","op":"delete","item":1}
                                """).conforms();
    }

    @Test
    @Tag("F1")
    void F1_flushReturnsDuringARun() {
        String tooEarly = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":1,"kind":"invoke","op":"flush","item":1}
                {"seq":4,"thread":1,"kind":"return","op":"flush","item":1}
                {"seq":5,"thread":9,"kind":"end","op":"run","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + tooEarly).violates("F1", 0, 1, 2, 3, 4);
        Judged.of(AT_REST, ENQUEUED + swapped(tooEarly, "\"seq\":4", "\"seq\":5"))
                .conforms();
    }

    @Test
    @Tag("F1")
    void F1_flushReturnsBeforeWhatIsPendingRan() {
        String flush = """
                {"seq":2,"thread":1,"kind":"invoke","op":"flush","item":1}
                {"seq":3,"thread":1,"kind":"return","op":"flush","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + flush + RUN).violates("F1", 0, 1, 2, 3);
        Judged.of(AT_REST, ENQUEUED + RUN + flush.replace("\"seq\":", "\"seq\":3"))
                .conforms();
        Judged.of(AT_REST, flush + ENQUEUED.replace("\"seq\":", "\"seq\":4") + RUN.replace("\"seq\":", "\"seq\":5"))
                .conforms();
    }

    @Test
    @Tag("F1")
    @Tag("F2")
    void F2_flushDoesNotWaitForWhatCameLater() {
        Judged.of(AT_REST, ENQUEUED + """
                                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                                {"seq":3,"thread":1,"kind":"invoke","op":"flush","item":1}
                                {"seq":4,"thread":9,"kind":"invoke","op":"enqueue","item":1}
                                {"seq":5,"thread":9,"kind":"return","op":"enqueue","item":1}
                                {"seq":6,"thread":9,"kind":"end","op":"run","item":1}
                                {"seq":7,"thread":1,"kind":"return","op":"flush","item":1}
                                """ + RUN).conforms();
    }

    @Test
    @Tag("F2")
    void F2_flushNeverReturnsThoughNothingIsOutstanding() {
        String flush = """
                {"seq":30,"thread":1,"kind":"invoke","op":"flush","item":1}
                """;
        Judged.of(HANG, ENQUEUED + RUN + flush).violates("F2", 30);
        Judged.of(CUT, ENQUEUED + RUN + flush).conforms();
    }

    @Test
    @Tag("L2")
    void L2_deleteNeverReturnsThoughNothingIsOutstanding() {
        String delete = """
                {"seq":30,"thread":1,"kind":"invoke","op":"delete","item":1}
                """;
        Judged.of(HANG, ENQUEUED + RUN + delete).violates("L2", 30);
        Judged.of(CUT, ENQUEUED + RUN + delete).conforms();
    }

    @Test
    @Tag("F2")
    void F2_inAHangACallbackThatDoesNotReturnExplainsTheWait() {
        String waits = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":1,"kind":"invoke","op":"flush","item":1}
                """;
        Judged.of(HANG, ENQUEUED + waits).conforms();
        Judged.of(HANG, ENQUEUED + waits.replace("\"flush\",\"item\":1", "\"flush\",\"item\":2"))
                .conforms(); // it may hold the only worker
        Judged.of(
                        HANG + ",\"parameters\":{\"workers\":2}",
                        ENQUEUED + waits.replace("\"flush\",\"item\":1", "\"flush\",\"item\":2"))
                .violates("F2", 3);
        Judged.of(
                        HANG + ",\"parameters\":{\"workers\":2,\"automaticSerialization\":true}",
                        ENQUEUED + waits.replace("\"flush\",\"item\":1", "\"flush\",\"item\":2"))
                .conforms(); // it holds the device's lock
    }

    @Test
    @Tag("P1")
    void P1_inAHangWithAFreeWorkerWhatIsPendingShouldRun() {
        String hung = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":1,"kind":"invoke","op":"enqueue","item":2}
                {"seq":4,"thread":1,"kind":"return","op":"enqueue","item":2}
                """;
        Judged.of(HANG + ",\"parameters\":{\"workers\":2}", ENQUEUED + hung).violates("P1", 3, 4);
        Judged.of(HANG + ",\"parameters\":{\"workers\":1}", ENQUEUED + hung).conforms();
        Judged.of(HANG, ENQUEUED + hung).conforms();
        Judged.of(HANG, ENQUEUED).violates("P1", 0, 1);
    }

    @Test
    @Tag("S2")
    void S2_twoItemsRunAtOnceUnderAutomaticSerialization() {
        String both = ENQUEUED + """
                        {"seq":2,"thread":1,"kind":"invoke","op":"enqueue","item":2}
                        {"seq":3,"thread":1,"kind":"return","op":"enqueue","item":2}
                        {"seq":4,"thread":8,"kind":"begin","op":"run","item":2}
                        {"seq":5,"thread":9,"kind":"begin","op":"run","item":1}
                        {"seq":6,"thread":8,"kind":"end","op":"run","item":2}
                        {"seq":7,"thread":9,"kind":"end","op":"run","item":1}
                        """;
        Judged.of(SERIALIZED, both).violates("S2", 4, 5);
        Judged.of(AT_REST, both).conforms();
        Judged.of(SERIALIZED, swapped(both, "\"seq\":5", "\"seq\":6")).conforms(); // in either order
    }

    @Test
    @Tag("R4")
    void R4_moreRunsThanWorkers() {
        String both = ENQUEUED + """
                        {"seq":2,"thread":8,"kind":"begin","op":"run","item":1}
                        {"seq":3,"thread":8,"kind":"invoke","op":"enqueue","item":1}
                        {"seq":4,"thread":8,"kind":"return","op":"enqueue","item":1}
                        {"seq":5,"thread":9,"kind":"begin","op":"run","item":1}
                        {"seq":6,"thread":8,"kind":"end","op":"run","item":1}
                        {"seq":7,"thread":9,"kind":"end","op":"run","item":1}
                        """;
        Judged.of(ONE_WORKER, both).violates("R4", 2, 5);
        Judged.of(TWO_WORKERS, both).conforms();
        Judged.of(AT_REST, both).conforms();
    }

    @Test
    @Tag("O1")
    void O1_oneWorkerRunsTheSecondFirst() {
        String both = ENQUEUED + """
                        {"seq":2,"thread":1,"kind":"invoke","op":"enqueue","item":2}
                        {"seq":3,"thread":1,"kind":"return","op":"enqueue","item":2}
                        {"seq":4,"thread":9,"kind":"begin","op":"run","item":2}
                        {"seq":5,"thread":9,"kind":"end","op":"run","item":2}
                        """ + RUN;
        Judged.of(ONE_WORKER, both).violates("O1", 0, 1, 2, 3, 4);
        Judged.of(TWO_WORKERS, both).conforms(); // the other worker took the first and was late
        Judged.of(AT_REST, both).conforms();
        String concurrent = both.replace("\"seq\":2,\"thread\":1", "\"seq\":2,\"thread\":2")
                .replace("\"seq\":3,\"thread\":1", "\"seq\":3,\"thread\":2");
        Judged.of(ONE_WORKER, swapped(concurrent, "\"seq\":1,", "\"seq\":2,"))
                .conforms(); // the second may have come first
    }

    @Test
    @Tag("O1")
    void O1_aThirdIsLateEvenForTwoWorkers() {
        String three = ENQUEUED + """
                        {"seq":2,"thread":1,"kind":"invoke","op":"enqueue","item":2}
                        {"seq":3,"thread":1,"kind":"return","op":"enqueue","item":2}
                        {"seq":4,"thread":1,"kind":"invoke","op":"enqueue","item":3}
                        {"seq":5,"thread":1,"kind":"return","op":"enqueue","item":3}
                        {"seq":6,"thread":9,"kind":"begin","op":"run","item":3}
                        {"seq":7,"thread":9,"kind":"end","op":"run","item":3}
                        {"seq":8,"thread":9,"kind":"begin","op":"run","item":2}
                        {"seq":9,"thread":9,"kind":"end","op":"run","item":2}
                        """ + RUN;
        Judged.of(TWO_WORKERS, three).violates("O1", 0, 1, 2, 3, 4, 5, 6);
        Judged.of(AT_REST + ",\"parameters\":{\"workers\":3}", three).conforms();
    }

    @Test
    @Tag("M1")
    void M1_enqueueAfterTheDeleteReturned() {
        String late = """
                {"seq":12,"thread":1,"kind":"invoke","op":"delete","item":1}
                {"seq":13,"thread":1,"kind":"return","op":"delete","item":1}
                {"seq":14,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + RUN + late).blamesTheCaller("M1", 13, 14);
        Judged.of(AT_REST, ENQUEUED + RUN + late.replace("\"enqueue\",\"item\":1", "\"enqueue\",\"item\":2"))
                .conforms();
    }

    @Test
    @Tag("M1")
    @Tag("L1")
    void M1_enqueueBeforeTheCreation() {
        String create = """
                {"seq":2,"thread":1,"kind":"invoke","op":"create","item":1}
                {"seq":3,"thread":1,"kind":"return","op":"create","item":1,"result":"0x00000000"}
                """;
        Judged.of(AT_REST, ENQUEUED + create + RUN).blamesTheCaller("M1", 0);
        Judged.of(AT_REST, create + ENQUEUED.replace("\"seq\":", "\"seq\":4") + RUN.replace("\"seq\":", "\"seq\":5"))
                .conforms();
    }

    @Test
    @Tag("M1")
    void M1_enqueueThoughTheCreationFailed() {
        String create = """
                {"seq":2,"thread":1,"kind":"invoke","op":"create","item":1}
                {"seq":3,"thread":1,"kind":"return","op":"create","item":1,"result":"0xC0000010"}
                {"seq":4,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":5,"thread":1,"kind":"return","op":"enqueue","item":1}
                """;
        Judged.of(AT_REST, create).blamesTheCaller("M1", 4);
        Judged.of(AT_REST, create.replace("0xC0000010", "0x00000000") + RUN).conforms();
    }

    @Test
    @Tag("M2")
    void M2_flushFromTheOwnCallback() {
        String own = """
                {"seq":2,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":3,"thread":9,"kind":"invoke","op":"flush","item":1}
                {"seq":4,"thread":9,"kind":"return","op":"flush","item":1}
                {"seq":5,"thread":9,"kind":"end","op":"run","item":1}
                """;
        Judged.of(AT_REST, ENQUEUED + own).blamesTheCaller("M2", 2, 3);
        Judged.of(AT_REST, ENQUEUED + own.replace("\"flush\",\"item\":1", "\"flush\",\"item\":2"))
                .conforms();
    }

    @Test
    @Tag("M1")
    @Tag("R1")
    void whoeverWasFirstIsAtFault() {
        String misuse = """
                {"seq":12,"thread":1,"kind":"invoke","op":"delete","item":1}
                {"seq":13,"thread":1,"kind":"return","op":"delete","item":1}
                {"seq":14,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                """;
        Judged.of(CUT, RUN + misuse).violates("R1", 10);
        Judged.of(CUT, misuse + RUN_AGAIN).blamesTheCaller("M1", 13, 14);
    }

    /** The same events, two of them in each other's places. */
    private static String swapped(String events, String some, String other) {
        String text = events.replace(some, "\"seq\":?").replace(other, some).replace("\"seq\":?", other);
        return text.lines()
                .sorted(Comparator.comparingInt(line -> Integer.parseInt(line.replaceAll("\\D*(\\d+).*", "$1"))))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
