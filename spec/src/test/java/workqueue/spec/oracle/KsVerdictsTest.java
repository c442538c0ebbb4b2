package workqueue.spec.oracle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For each rule that a recording of {@code ks} can break, a history that breaks it and a twin that does not. */
class KsVerdictsTest {
    private static final String AT_REST = "\"profile\":\"ks\",\"end\":\"ok\"";
    private static final String CUT = "\"profile\":\"ks\",\"end\":\"cut\"";
    private static final String HANG = "\"profile\":\"ks\",\"end\":\"hang\"";

    private static String call(int seq, String op, String more) {
        String fields = "\"thread\":1,\"op\":\"" + op + "\",\"queue\":0" + more;
        return "{\"seq\":" + seq + ",\"kind\":\"invoke\"," + fields + "}\n" + "{\"seq\":" + (seq + 1)
                + ",\"kind\":\"return\"," + fields + "}\n";
    }

    private static String queue(int seq, int item) {
        return call(seq, "queue", ",\"item\":" + item);
    }

    private static String unregister(int seq) {
        return call(seq, "unregister", "");
    }

    private static String run(int seq, int item) {
        return """
                {"seq":%d,"thread":9,"kind":"begin","op":"run","queue":0,"item":%d}
                {"seq":%d,"thread":9,"kind":"end","op":"run","queue":0,"item":%d}
                """.formatted(seq, item, seq + 1, item);
    }

    @Test
    @Tag("KS-6")
    void KS6_workerIsQueuedWhileItWaits() {
        Judged.of(AT_REST, queue(0, 1) + queue(2, 2) + run(10, 1) + run(12, 2)).blamesTheCaller("KS-6", 0, 1, 2, 3);
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + queue(12, 2) + run(14, 2)).conforms();
    }

    @Test
    @Tag("KS-9")
    void KS9_workerIsQueuedByItsRoutine() {
        String own = """
                {"seq":10,"thread":1,"kind":"begin","op":"run","queue":0,"item":1}
                %s
                {"seq":13,"thread":1,"kind":"end","op":"run","queue":0,"item":1}
                """.formatted(queue(11, 1).strip());
        Judged.of(AT_REST, queue(0, 1) + own + run(20, 1)).conforms();
    }

    @Test
    @Tag("R1")
    @Tag("R2")
    void R1_itemRunsThatWasNotQueued() {
        Judged.of(AT_REST, run(10, 1)).violates("R1", 10);
        Judged.of(AT_REST, queue(0, 1) + run(10, 2)).violates("R1", 10);
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + run(12, 1)).violates("R2", 12);
    }

    @Test
    @Tag("P1")
    void P1_itemNeverRuns() {
        Judged.of(AT_REST, queue(0, 1)).violates("P1", 0, 1);
        Judged.of(CUT, queue(0, 1)).conforms();
    }

    @Test
    @Tag("KS-5")
    void KS5_itemThatWasRefusedDoesNotRun() {
        String refused = queue(0, 1).replace("}\n", ",\"result\":\"0xC0000001\"}\n");
        Judged.of(AT_REST, refused).conforms();
        Judged.of(AT_REST, refused + run(10, 1)).violates("R1", 10);
    }

    @Test
    @Tag("KS-13")
    @Tag("C1")
    void KS13_unregisterReturnsTooEarly() {
        Judged.of(AT_REST, queue(0, 1) + unregister(2) + run(10, 1)).violates("KS-13", 0, 1, 2, 3);
        Judged.of(AT_REST, queue(0, 1) + run(10, 1) + unregister(12)).conforms();
        String running = "{\"seq\":4,\"thread\":9,\"kind\":\"begin\",\"op\":\"run\",\"queue\":0,\"item\":1}\n";
        String ended = running.replace("begin", "end").replace("4", "20");
        Judged.of(AT_REST, queue(0, 1) + running + unregister(5) + ended).violates("KS-13", 0, 1, 4, 5, 6);
    }

    @Test
    @Tag("KS-13")
    void KS13_unregisterNeverReturns() {
        String pending = unregister(12).lines().findFirst().orElseThrow() + "\n";
        Judged.of(HANG, queue(0, 1) + run(10, 1) + pending).violates("KS-13", 12);
        Judged.of(CUT, queue(0, 1) + run(10, 1) + pending).conforms();
    }

    @Test
    @Tag("KS-16")
    @Tag("A1")
    void KS16_workerThatIsBeingUnregisteredAccepts() {
        String begun = unregister(2).lines().findFirst().orElseThrow() + "\n";
        String ended = unregister(19).lines().skip(1).findFirst().orElseThrow() + "\n";
        String late = queue(4, 1).replace("\"thread\":1", "\"thread\":2");
        Judged.of(AT_REST, begun + late + run(10, 1) + ended).conforms(); // it may have come first
        Judged.of(AT_REST, begun + late + ended + run(30, 1)).violates("KS-13", 2, 4, 5, 20);
    }

    @Test
    @Tag("M1")
    void M1_workerIsQueuedAfterItWasUnregistered() {
        Judged.of(AT_REST, unregister(0) + queue(2, 1) + run(10, 1)).blamesTheCaller("M1", 1, 2);
        String registered = call(0, "register", "");
        Judged.of(AT_REST, registered + queue(2, 1) + run(10, 1)).conforms();
        Judged.of(AT_REST, queue(0, 1) + run(2, 1) + call(10, "register", "")).blamesTheCaller("M1", 0);
    }

    @Test
    @Tag("KS-17")
    void KS17_workerIsUnregisteredFromItsOwnRoutine() {
        String own = """
                {"seq":10,"thread":1,"kind":"begin","op":"run","queue":0,"item":1}
                {"seq":11,"thread":1,"kind":"invoke","op":"unregister","queue":0}
                """;
        Judged.of(HANG, queue(0, 1) + own).blamesTheCaller("KS-17", 10, 11);
    }
}
