package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Verdict.Outcome;

/** Recordings of which events were lost. */
class LostEventsTest {
    private static final long FIRST = Long.getLong("workqueue.seed", 1);
    private static final String KMDF = "\"profile\":\"kmdf\"";
    private static final String LOST_OF_2 = "{\"seq\":5,\"thread\":2,\"kind\":\"note\",\"op\":\"lost\",\"arg\":40}\n";
    private static final String LOST_OF_ALL = "{\"seq\":5,\"thread\":2,\"kind\":\"note\",\"op\":\"lost_of_all\"}\n";
    private static final String RUN = """
            {"seq":6,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":7,"thread":9,"kind":"end","op":"run","item":1}
            """;

    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void whatConformsNeverViolatesWhateverIsLost(String profile) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = FIRST; seed < FIRST + 1500; seed++) {
            History lossy = lose(Agreement.histories(profile, seed).get(0), new Random(seed));
            Outcome outcome = oracle.judge(lossy).outcome();
            long which = seed;
            assertTrue(
                    outcome == Outcome.CONFORMS || outcome == Outcome.INCONCLUSIVE,
                    () -> "seed " + which + "\n" + Agreement.text(lossy));
            outcomes.merge(outcome, 1, Integer::sum);
        }
        System.out.println(profile + ", of which events were lost: " + outcomes);
        assertTrue(
                outcomes.get(Outcome.CONFORMS) > 100 && outcomes.get(Outcome.INCONCLUSIVE) > 100, outcomes::toString);
    }

    /** What was lost is a reason to conform only if what is left is one. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void whatViolatesConformsOnlyIfWhatIsLeftDoes(String profile) {
        int explained = 0;
        int violating = 0;
        for (long seed = FIRST; seed < FIRST + 1500; seed++) {
            for (History history : Agreement.histories(profile, seed)) {
                History lossy = lose(history, new Random(seed));
                Outcome outcome = oracle.judge(lossy).outcome();
                if (oracle.judge(history).outcome() == Outcome.CONFORMS) {
                    continue;
                }
                violating++;
                if (outcome == Outcome.CONFORMS) {
                    explained++;
                    assertEquals(Outcome.CONFORMS, Agreement.outcome(withoutMarks(lossy)), Agreement.text(lossy));
                }
            }
        }
        System.out.println(profile + ": of " + violating + " violations losses explain " + explained);
        assertTrue(explained > 0 && explained < violating, "explained " + explained);
    }

    /** What shows a violation before anything is lost shows it still. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void whatWasShownBeforeStays(String profile) {
        int kept = 0;
        for (long seed = FIRST; seed < FIRST + 1500; seed++) {
            for (History history : Agreement.histories(profile, seed)) {
                Verdict verdict = oracle.judge(history);
                if (verdict.culprit() == null) {
                    continue;
                }
                int shown = (int) history.events().stream()
                        .filter(event -> event.seq() <= verdict.culprit())
                        .count();
                List<Event> events = new ArrayList<>(history.events().subList(0, shown));
                events.add(mark("lost_of_all", 0));
                Outcome lossy = oracle.judge(numbered(history, events)).outcome();
                Outcome intact = oracle.judge(history.prefix(shown)).outcome();
                if (intact.compareTo(Outcome.CALLER_VIOLATES) >= 0) { // else it takes a call that came later
                    assertEquals(intact, lossy, () -> Agreement.text(history));
                    kept++;
                }
            }
        }
        assertTrue(kept > 100, "only " + kept);
    }

    /** Some events of one thread or of all are missing, and a note says so. */
    private static History lose(History history, Random random) {
        int size = history.events().size();
        int from = random.nextInt(size + 1);
        int to = from + random.nextInt(size - from + 1);
        boolean ofAll = random.nextBoolean();
        long thread = history.events().isEmpty()
                ? 0
                : history.events().get(random.nextInt(size)).thread();
        List<Event> events = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            Event event = history.events().get(k);
            boolean between = k >= from && k < to;
            if (k == to) {
                events.add(mark(ofAll ? "lost_of_all" : "lost", thread));
            }
            if (!between || !(ofAll || event.thread() == thread)) {
                events.add(event);
            }
        }
        if (to == size) {
            events.add(mark(ofAll ? "lost_of_all" : "lost", thread));
        }
        return numbered(history, events);
    }

    private static Event mark(String op, long thread) {
        return new Event(0, -1, thread, Kind.NOTE, op, null, null, null, null);
    }

    private static History numbered(History history, List<Event> events) {
        List<Event> numbered = new ArrayList<>();
        events.forEach(event -> numbered.add(event.at(numbered.size())));
        return history.with(history.header().end(), numbered);
    }

    private static History withoutMarks(History lossy) {
        return lossy.with(
                lossy.header().end(),
                lossy.events().stream()
                        .filter(event -> !event.op().startsWith("lost"))
                        .toList());
    }

    @Test
    void whatNeedsWhatIsMissingIsInconclusiveAndSaysSo() {
        assertMissing(
                "events are missing (40 of thread 2 before seq 5): without them #6 thread 9 begin run item 1 would break R1",
                LOST_OF_2 + RUN);
        assertMissing(
                "events are missing (of all threads before seq 5): without them #6 thread 9 begin run item 1 would break R1",
                LOST_OF_ALL + RUN);
        assertMissing(
                "events are missing (of all threads before seq 5): without them what did not come until the end would break"
                        + " P1",
                """
                {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":1}
                """ + LOST_OF_ALL);
    }

    @Test
    void theOtherHalfOfWhatWasTornIsMissing() {
        assertMissing(
                "events are missing (40 of thread 2 before seq 5): the return that belongs to #1 thread 2 invoke enqueue item"
                        + " 1 may be among them",
                """
                {"seq":1,"thread":2,"kind":"invoke","op":"enqueue","item":1}
                """ + LOST_OF_2);
        assertMissing(
                "events are missing (40 of thread 2 before seq 5): the begin that belongs to #6 thread 2 end run item 1 may be"
                        + " among them",
                LOST_OF_2 + "{\"seq\":6,\"thread\":2,\"kind\":\"end\",\"op\":\"run\",\"item\":1}\n");
    }

    @Test
    void whatWasLostAfterwardsExplainsNothing() {
        assertEquals("R1", judge(RUN + LOST_OF_ALL.replace("5", "9")).rule());
        String begin = RUN.lines().findFirst().orElseThrow() + "\n";
        assertEquals("R1", judge(begin + LOST_OF_ALL.replace("5", "9")).rule());
        // of thread 2 nothing was recorded before: all of it may be lost
        assertEquals(
                Outcome.INCONCLUSIVE, judge(begin + LOST_OF_2.replace("5", "9")).outcome());
    }

    @Test
    void runsThatOverlapDoSoWhateverWasLost() {
        String serialized = KMDF + ",\"parameters\":{\"automaticSerialization\":true}";
        String overlapping = """
                {"seq":6,"thread":8,"kind":"begin","op":"run","item":1}
                {"seq":7,"thread":9,"kind":"begin","op":"run","item":2}
                {"seq":8,"thread":9,"kind":"end","op":"run","item":2}
                {"seq":9,"thread":8,"kind":"end","op":"run","item":1}
                """;
        assertEquals(
                "S2",
                oracle.judge(Judged.history(serialized, LOST_OF_ALL + overlapping))
                        .rule());
        String torn = """
                {"seq":6,"thread":8,"kind":"begin","op":"run","item":1}
                {"seq":7,"thread":9,"kind":"begin","op":"run","item":2}
                {"seq":8,"thread":9,"kind":"end","op":"run","item":2}
                {"seq":9,"thread":8,"kind":"note","op":"lost"}
                {"seq":10,"thread":8,"kind":"end","op":"run","item":1}
                """; // it may have ended and begun again
        Verdict verdict = oracle.judge(Judged.history(serialized, LOST_OF_ALL + torn));
        assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict::toString);
    }

    @Test
    void whatConformsByItselfConforms() {
        String enqueued = """
                {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":1}
                """;
        assertEquals(Outcome.CONFORMS, judge(enqueued + LOST_OF_2 + RUN).outcome());
    }

    @Test
    void lossesAndClocksTogetherAreNotJudged() {
        Verdict verdict = oracle.judge(Judged.history(KMDF, LOST_OF_2 + RUN), Duration.ofMillis(1));
        assertNotEquals(null, verdict.reason());
        assertTrue(verdict.reason().endsWith("what is left is not judged with a clock skew"), verdict::toString);
    }

    private void assertMissing(String reason, String events) {
        Verdict verdict = judge(events);
        assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict::toString);
        assertEquals(reason, verdict.reason());
    }

    private Verdict judge(String events) {
        return oracle.judge(Judged.history(KMDF, events));
    }
}
