package workqueue.spec.oracle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What differs before KMDF 1.7: nothing coalesces, and who enqueues a pending item is at fault. */
class KmdfLegacyVerdictsTest {
    private static final String LEGACY = "\"profile\":\"kmdf-legacy\",\"end\":\"ok\"";
    private static final String NEWER = "\"profile\":\"kmdf\",\"end\":\"ok\"";

    private static String enqueue(int seq, int thread) {
        return """
                {"seq":%d,"thread":%d,"kind":"invoke","op":"enqueue","item":1}
                {"seq":%d,"thread":%d,"kind":"return","op":"enqueue","item":1}
                """.formatted(seq, thread, seq + 1, thread);
    }

    private static String run(int seq) {
        return """
                {"seq":%d,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":%d,"thread":9,"kind":"end","op":"run","item":1}
                """.formatted(seq, seq + 1);
    }

    @Test
    @Tag("WDF-10")
    void WDF10_pendingItemIsEnqueuedAgain() {
        String twice = enqueue(0, 1) + enqueue(2, 1) + run(10);
        Judged.of(LEGACY, twice).blamesTheCaller("WDF-10", 0, 1, 2, 3);
        Judged.of(NEWER, twice).conforms();
    }

    @Test
    @Tag("WDF-10")
    void WDF10_runningItemMayBeEnqueued() {
        String within = """
                {"seq":10,"thread":9,"kind":"begin","op":"run","item":1}
                %s
                {"seq":13,"thread":9,"kind":"end","op":"run","item":1}
                """.formatted(enqueue(11, 1).strip());
        Judged.of(LEGACY, enqueue(0, 1) + within + run(20)).conforms();
    }

    /** The begin may have come first, as far as the recording tells. */
    @Test
    @Tag("WDF-10")
    void WDF10_doubtIsTheCallersGain() {
        String racing = """
                {"seq":2,"thread":2,"kind":"invoke","op":"enqueue","item":1}
                {"seq":3,"thread":9,"kind":"begin","op":"run","item":1}
                {"seq":4,"thread":2,"kind":"return","op":"enqueue","item":1}
                {"seq":5,"thread":9,"kind":"end","op":"run","item":1}
                """;
        Judged.of(LEGACY, enqueue(0, 1) + racing + run(10)).conforms();
    }

    @Test
    @Tag("P1")
    @Tag("D3")
    void P1_eachEnqueueIsARun() {
        Judged.of(LEGACY, enqueue(0, 1) + run(10) + enqueue(20, 1)).violates("P1", 20, 21);
        Judged.of(LEGACY, enqueue(0, 1) + run(10) + run(20)).violates("R2", 20);
    }
}
