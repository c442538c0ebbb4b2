package workqueue.spec.oracle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule that a recording of {@code ks-counted} can break, a history that breaks it and a twin that does not. */
class KsCountedVerdictsTest {
    private static final String AT_REST =
            "\"profile\":\"ks-counted\",\"end\":\"ok\",\"parameters\":{\"begin\":\"task\"}";

    private static String call(int seq, int thread, String op, int answer) {
        return """
                {"seq":%d,"thread":%d,"kind":"invoke","op":"%s","queue":0,"item":1}
                {"seq":%d,"thread":%d,"kind":"return","op":"%s","queue":0,"item":1,"result":"0x%08x"}
                """.formatted(seq, thread, op, seq + 1, thread, op, answer);
    }

    private static String increment(int seq, int answer) {
        return call(seq, 1, "increment", answer);
    }

    private static String decrement(int seq, int answer) {
        return call(seq, 9, "decrement", answer);
    }

    private static String task(int seq) {
        return """
                {"seq":%d,"thread":9,"kind":"begin","op":"run","queue":0,"item":1}
                {"seq":%d,"thread":9,"kind":"end","op":"run","queue":0,"item":1}
                """.formatted(seq, seq + 1);
    }

    @Test
    @Tag("KS-18")
    void KS18_incrementAnswersTheNewCount() {
        String rest = task(10) + decrement(12, 1) + task(14) + decrement(16, 0);
        Judged.of(AT_REST, increment(0, 1) + increment(2, 2) + rest).conforms();
        Judged.of(AT_REST, increment(0, 1) + increment(2, 1) + rest).violates("KS-18", 0, 1, 2, 3);
        Judged.of(AT_REST, increment(0, 1) + task(10) + decrement(12, 1)).violates("KS-18", 0, 1, 10, 11, 12, 13);
    }

    @Test
    @Tag("KS-18")
    @Tag("P1")
    void KS18_firstIncrementHasTheTasksProcessed() {
        Judged.of(AT_REST, increment(0, 1)).violates("P1", 0, 1);
        Judged.of(AT_REST, increment(0, 1) + increment(2, 2) + task(10) + decrement(12, 1))
                .violates("P1", 0, 1, 2, 3, 10, 11, 12, 13);
    }

    @Test
    @Tag("KS-19")
    void KS19_taskIsCountedDownTwice() {
        Judged.of(AT_REST, increment(0, 1) + task(10) + decrement(12, 0) + decrement(14, -1))
                .blamesTheCaller("KS-19", 14, 15);
        Judged.of(AT_REST, increment(0, 1) + task(10) + decrement(12, 0)).conforms();
    }

    private static final String ROUTINES = AT_REST.replace("task", "routine");

    private static String routine(String kind, int seq, int thread) {
        return """
                {"seq":%d,"thread":%d,"kind":"%s","op":"run","queue":0,"item":1}
                """.formatted(seq, thread, kind);
    }

    /** The tail of the first run counts down the task of the second. */
    @Test
    @Tag("KS-19")
    void KS19_routineThatEndedItsTasksCountsDownOneOfTheNextRun() {
        String first = increment(0, 1) + routine("begin", 2, 9) + call(3, 9, "decrement", 0);
        String both = first + increment(5, 1) + routine("begin", 7, 8);
        String ends = routine("end", 10, 9) + routine("end", 11, 8);
        Judged.of(ROUTINES, both + call(8, 9, "decrement", 0) + ends)
                .blamesTheCaller("KS-19", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Judged.of(ROUTINES, both + call(8, 8, "decrement", 0) + ends).conforms();
    }

    /** Where runs are tasks nothing tells whose decrement it is, until there is one too many. */
    @Test
    @Tag("KS-19")
    void KS19_taskIsCountedDownByAnother() {
        String first = increment(0, 1) + task(2) + decrement(4, 0);
        String both = first + increment(6, 1) + task(8) + call(10, 7, "decrement", 0);
        Judged.of(AT_REST, both).conforms();
        Judged.of(AT_REST, both + decrement(12, -1)).blamesTheCaller("KS-19", 12, 13);
    }

    @Test
    @Tag("KS-20")
    void KS20_twoTasksAtOnce() {
        String both = """
                {"seq":10,"thread":8,"kind":"begin","op":"run","queue":0,"item":1}
                {"seq":11,"thread":9,"kind":"begin","op":"run","queue":0,"item":1}
                """;
        Judged.of(AT_REST.replace("ok", "cut"), increment(0, 1) + increment(2, 2) + both)
                .violates("KS-20", 0, 1, 2, 3, 10, 11);
    }

    /** The tail of the routine is not recorded; the next one may begin before it is over. */
    @Test
    @Tag("KS-20")
    void KS20_nextRunMayOverlapTheTail() {
        Judged.of(
                        AT_REST,
                        increment(0, 1) + task(10) + decrement(12, 0) + increment(14, 1) + task(16) + decrement(18, 0))
                .conforms();
    }

    @Test
    @Tag("R1")
    void R1_taskOfAWorkerWithoutTasks() {
        Judged.of(AT_REST, task(10)).violates("R1", 10);
    }

    @Test
    @Tag("KS-13")
    void KS13_unregisterReturnsBeforeTheTasksAreDone() {
        String unregister = """
                {"seq":4,"thread":1,"kind":"invoke","op":"unregister","queue":0}
                {"seq":5,"thread":1,"kind":"return","op":"unregister","queue":0}
                """;
        Judged.of(AT_REST, increment(0, 1) + unregister + task(10) + decrement(12, 0))
                .violates("KS-13", 0, 1, 4, 5);
    }
}
