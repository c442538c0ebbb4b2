package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * A conforming recording with one defect put in, where nothing else explains what is left. From 3320 on each item is enqueued
 * once, runs once and is deleted. At 2554 a flush of item 1 leaves it idle; one enqueue (2555) is answered by one run (2558)
 * before the next (2565). At 312 a flush of item 0 leaves it idle; one enqueue (313) is answered by one run (328), and a
 * flush waits for it (337 to 344).
 */
class RecordingMutationsTest {
    private History recording;

    @BeforeEach
    void read() throws IOException, HistoryException {
        recording = Recordings.read("microsoft-kmdf-requeue-s1");
    }

    @ParameterizedTest
    @CsvSource({"3323, 3325", "3329, 3331", "3335, 3337", "3341, 3343"})
    @Tag("C1")
    void C1_theOnlyRunBeforeADeleteIsMissing(long begin, long deleted) {
        assertViolates("C1", deleted, without(begin));
    }

    @Test
    @Tag("F1")
    void F1_theOnlyRunBeforeAFlushReturnsIsMissing() {
        assertViolates("F1", 344, without(328));
    }

    @Test
    @Tag("P1")
    void P1_theOnlyRunIsMissingAndNobodyWaitsForIt() {
        History unawaited = recording.keep(event -> event.seq() != 3340);
        Verdict verdict = new Oracle().judge(unawaited.keep(event -> event.seq() != 3341));
        assertEquals(Outcome.IMPLEMENTATION_VIOLATES, verdict.outcome());
        assertEquals("P1", verdict.rule());
        assertEquals(
                List.of(3338L, 3339L),
                verdict.witness().stream().map(Event::seq).toList());
    }

    @ParameterizedTest
    @CsvSource({"3323, 3325", "3329, 3331", "3335, 3337", "3341, 3343"})
    @Tag("R2")
    void R2_aRunIsDoubled(long begin, long before) {
        assertViolates("R2", before, doubled(begin, before));
    }

    /** With many enqueues still to come, a run too many cannot be told from one that came before its enqueue. */
    @Test
    @Tag("R1")
    void R1_aRunIsDoubledInTheMiddle() {
        assertViolates("R1", 2565, doubled(2558, 2565));
    }

    private History doubled(long begin, long before) {
        List<Event> events = new ArrayList<>(recording.events());
        int at = (int) begin;
        int to = (int) before;
        events.add(to, Mutation.on(recording.events().get(at + 1), 9));
        events.add(to, Mutation.on(recording.events().get(at), 9));
        return numbered(events);
    }

    @ParameterizedTest
    @CsvSource({"2558, 2555", "3323, 3320", "3329, 3326", "3335, 3332", "3341, 3338"})
    @Tag("R1")
    void R1_aRunIsMovedBeforeItsEnqueue(long begin, long enqueue) {
        assertViolates("R1", enqueue, moved(begin, enqueue));
    }

    @Test
    @Tag("S2")
    void S2_theSameRunsAreTooManyUnderAutomaticSerialization() throws IOException, HistoryException {
        History serialized = Recordings.read("microsoft-kmdf-serialized-s1");
        History pretended = new History(serialized.header(), recording.events());
        Verdict verdict = new Oracle().judge(pretended);
        assertEquals("S2", verdict.rule(), verdict::toString);
        assertEquals(2, verdict.witness().size());
    }

    private History moved(long begin, long before) {
        List<Event> events = new ArrayList<>(recording.events());
        int at = (int) begin;
        List<Event> run = List.copyOf(events.subList(at, at + 2));
        events.removeAll(run);
        events.addAll((int) before, run);
        return numbered(events);
    }

    private History without(long begin) {
        return recording.keep(event -> event.seq() != begin);
    }

    private History numbered(List<Event> events) {
        List<Event> numbered = new ArrayList<>();
        for (Event e : events) {
            numbered.add(e.at(numbered.size()));
        }
        return recording.with("ok", numbered);
    }

    private static void assertViolates(String rule, long last, History history) {
        Verdict verdict = new Oracle().judge(history);
        assertEquals(Outcome.IMPLEMENTATION_VIOLATES, verdict.outcome(), verdict::toString);
        assertEquals(rule, verdict.rule(), verdict::toString);
        Event culprit = verdict.witness().get(verdict.witness().size() - 1);
        assertEquals(last, culprit.seq(), verdict::toString);
        assertEquals(rule.startsWith("R") ? Kind.BEGIN : Kind.RETURN, culprit.kind());
    }
}
