package workqueue.spec.oracle.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.QueueSearch;
import workqueue.spec.oracle.Verdict;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.oracle.queue.Workload.Violation;

/**
 * The judge of queues agrees with the general search on small histories, and decides large ones.
 * {@code -Dworkqueue.queue.histories} asks for more of them, {@code -Dworkqueue.seed} for others.
 */
class QueueJudgeTest {
    private static final long FIRST = Long.getLong("workqueue.seed", 1);
    private static final int HISTORIES = Integer.getInteger("workqueue.queue.histories", 100_000);

    @ParameterizedTest
    @ValueSource(strings = {"fifo", "dedup"})
    void agreesWithTheSearch(String profile) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        Map<Outcome, Integer> decided = new EnumMap<>(Outcome.class);
        for (long seed = FIRST; seed < FIRST + HISTORIES / 2; seed++) {
            History history = small(profile, seed);
            QueueSearch search = new QueueSearch(profile);
            QueueJudge.Opinion opinion = search.opinion(history);
            Outcome right = search.outcome(history);
            outcomes.merge(right, 1, Integer::sum);
            boolean violates = opinion.suspects().stream()
                    .anyMatch(part -> search.outcome(part) == Outcome.IMPLEMENTATION_VIOLATES);
            long where = seed;
            assertTrue(!opinion.conforms() || right == Outcome.CONFORMS, () -> "seed " + where + ": does not conform");
            assertTrue(!violates || right == Outcome.IMPLEMENTATION_VIOLATES, () -> "seed " + where + ": conforms");
            if (opinion.conforms() || violates) {
                decided.merge(right, 1, Integer::sum);
            }
        }
        System.out.println(profile + ": " + outcomes + ", decided without search: " + decided);
        outcomes.forEach((outcome, all) -> assertTrue(
                decided.getOrDefault(outcome, 0) >= 0.98 * all, () -> "too many are left to the search: " + decided));
    }

    /** A call that never returned took an item of its own, which the projections of all others have to allow for. */
    @Test
    void searchThatIsGuidedByProjectionsAllowsWhatAPendingCallMayTake() {
        History history = small("fifo", 3_486_636);
        QueueSearch search = new QueueSearch("fifo");
        assertTrue(search.opinion(history).conforms());
        assertNotEquals(Outcome.IMPLEMENTATION_VIOLATES, search.outcome(history));
    }

    private static History small(String profile, long seed) {
        Random random = new Random(seed);
        int items = profile.equals("fifo") && random.nextBoolean() ? 0 : 2 + random.nextInt(4);
        Workload workload = new Workload(
                profile,
                6 + random.nextInt(20),
                2 + random.nextInt(4),
                1 + random.nextInt(4),
                items,
                random.nextInt(3) * 0.05,
                random.nextInt(3) * 0.03,
                random.nextInt(3) * 0.1,
                random.nextBoolean(),
                Violation.NONE,
                seed);
        History history = Generator.history(workload);
        return random.nextInt(3) == 0 ? history : changed(history, random);
    }

    /** One answer is another, or of another item; or the recording is cut short. */
    private static History changed(History history, Random random) {
        List<Event> events = new ArrayList<>(history.events());
        int place = random.nextInt(events.size());
        Event event = events.get(place);
        if (random.nextInt(8) == 0) {
            return history.prefix(place);
        }
        if (event.kind() == Kind.INVOKE) {
            return history;
        }
        long item = event.item() == null ? random.nextInt(4) : event.item();
        events.set(
                place,
                switch (event.op()) {
                    case "enqueue" ->
                        with(event, event.item(), event.result().equals("accepted") ? "rejected" : "accepted");
                    case "dequeue" -> with(event, item + random.nextInt(2), "ok");
                    case "complete" -> with(event, item, event.result().equals("ok") ? "notRunning" : "ok");
                    case "cancel" -> with(event, item, event.result().equals("absent") ? "removed" : "absent");
                    default -> event;
                });
        return history.with("ok", events);
    }

    private static Event with(Event event, Long item, String result) {
        return new Event(
                event.seq(),
                event.nanos(),
                event.thread(),
                event.kind(),
                event.op(),
                null,
                item,
                null,
                result,
                event.items());
    }

    @ParameterizedTest
    @CsvSource({"2", "8", "32"})
    void decidesLargeHistories(int threads) {
        for (Violation violation : Violation.values()) {
            assertDecided(Workload.dedup(20_000, threads, violation, FIRST));
            if (violation != Violation.LATE) {
                assertDecided(Workload.fifo(20_000, threads, violation, FIRST));
            }
        }
    }

    private static void assertDecided(Workload workload) {
        Verdict verdict = new Oracle().judge(Generator.history(workload));
        boolean sound = workload.violation() == Violation.NONE;
        assertEquals(
                sound ? Outcome.CONFORMS : Outcome.IMPLEMENTATION_VIOLATES,
                verdict.outcome(),
                () -> workload + ": " + verdict);
        assertTrue(verdict.witness().size() <= 100, () -> workload + ": " + verdict);
    }

    @Test
    void generatorIsDeterministic() {
        Workload workload = Workload.dedup(500, 8, Violation.NONE, 7);
        assertEquals(Generator.history(workload), Generator.history(workload));
    }
}
