package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Verdict.Outcome;

/** Histories whose events were ordered by clocks that differ. */
class ClockSkewTest {
    private static final long FIRST = Long.getLong("workqueue.seed", 1);
    private static final int ENOUGH = 200;

    private final Oracle oracle = new Oracle();

    /** Between events of the true order lies a microsecond; a thread's clock is off by up to half of the skew. */
    @ParameterizedTest
    @CsvSource({"kmdf, 400, 3", "kmdf, 100, 12", "mf, 400, 3", "mf, 40, 12"})
    void whatConformsNeverViolatesHoweverTheClocksDiffer(String profile, long seeds, long micros) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        int asRecorded = 0;
        for (long seed = FIRST; seed < FIRST + seeds; seed++) {
            History seen = seenByClocks(Agreement.histories(profile, seed).get(0), new Random(seed), micros * 1000);
            Outcome outcome =
                    oracle.judge(seen, Duration.ofNanos(micros * 1000)).outcome();
            long which = seed;
            assertTrue(
                    outcome == Outcome.CONFORMS || outcome == Outcome.INCONCLUSIVE,
                    () -> "seed " + which + "\n" + Agreement.text(seen));
            outcomes.merge(outcome, 1, Integer::sum);
            asRecorded += oracle.judge(seen).outcome() == Outcome.CONFORMS ? 1 : 0;
        }
        System.out.println(profile + ", skew " + micros + ": " + outcomes + ", as recorded conform " + asRecorded);
        assertTrue(asRecorded < seeds, "no clock mattered");
        assertTrue(outcomes.getOrDefault(Outcome.INCONCLUSIVE, 0) <= seeds / 8, outcomes::toString);
    }

    private static History seenByClocks(History history, Random random, long skew) {
        Map<Long, Long> offsets = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (Event event : history.events()) {
            long offset = offsets.computeIfAbsent(event.thread(), thread -> random.nextLong(skew + 1));
            events.add(timed(event, 1000 * event.seq() + offset));
        }
        events.sort(Comparator.comparingLong(Event::nanos));
        return numbered(history, events);
    }

    private static History numbered(History history, List<Event> events) {
        List<Event> numbered = new ArrayList<>();
        events.forEach(event -> numbered.add(event.at(numbered.size())));
        return history.with(history.header().end(), numbered);
    }

    private static Event timed(Event e, long nanos) {
        return new Event(
                e.seq(), nanos, e.thread(), e.kind(), e.op(), e.queue(), e.item(), e.arg(), e.result(), e.items());
    }

    /** Of few events with few open orders, all orders are tried here. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void theAnswerIsThatOfAllOrders(String profile) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = FIRST; seed < FIRST + 1200; seed++) {
            for (History history : Agreement.histories(profile, seed)) {
                Random random = new Random(seed);
                List<Event> events = history.events().stream()
                        .map(event -> timed(event, 1000 * event.seq() + random.nextInt(2000)))
                        .sorted(Comparator.comparingLong(Event::nanos))
                        .toList();
                if (inOrder(events)) {
                    compare(numbered(history, events), 2500, outcomes, "seed " + seed);
                }
            }
        }
        System.out.println(profile + ", against all orders: " + outcomes);
        assertTrue(outcomes.getOrDefault(Outcome.IMPLEMENTATION_VIOLATES, 0) > 20, outcomes::toString);
        assertTrue(outcomes.getOrDefault(Outcome.CONFORMS, 0) > 100, outcomes::toString);
    }

    private static boolean inOrder(List<Event> events) {
        Map<Long, Long> last = new HashMap<>();
        return events.stream().allMatch(event -> {
            Long before = last.put(event.thread(), event.seq());
            return before == null || before < event.seq();
        });
    }

    private void compare(History history, long skew, Map<Outcome, Integer> outcomes, String where) {
        List<List<Event>> orders = new ArrayList<>();
        collect(List.of(), history.events(), skew, orders);
        if (orders.size() >= ENOUGH) {
            return;
        }
        List<Outcome> all = orders.stream()
                .map(order -> oracle.judge(numbered(history, order)).outcome())
                .toList();
        Outcome answer = oracle.judge(history, Duration.ofNanos(skew)).outcome();
        outcomes.merge(answer, 1, Integer::sum);
        String text = where + ": " + answer + " of " + all + "\n" + Agreement.text(history);
        assertEquals(all.contains(Outcome.CONFORMS), answer == Outcome.CONFORMS, text);
        if (answer != Outcome.CONFORMS && answer != Outcome.INCONCLUSIVE) {
            assertTrue(all.contains(answer), text);
        }
    }

    private static void collect(List<Event> placed, List<Event> left, long skew, List<List<Event>> orders) {
        if (left.isEmpty()) {
            orders.add(placed);
        }
        for (Event next : left) {
            boolean open = left.stream()
                    .allMatch(other -> other.thread() == next.thread()
                            ? other.seq() >= next.seq()
                            : next.nanos() - other.nanos() <= skew);
            if (open && orders.size() < ENOUGH) {
                collect(
                        Stream.concat(placed.stream(), Stream.of(next)).toList(),
                        left.stream().filter(event -> event.seq() != next.seq()).toList(),
                        skew,
                        orders);
            }
        }
    }

    private static final String RUN_SEEN_TOO_EARLY = """
            {"seq":0,"t":1000,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":1,"t":1500,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            {"seq":2,"t":1600,"thread":1,"kind":"return","op":"enqueue","item":1}
            {"seq":3,"t":2000,"thread":9,"kind":"end","op":"run","item":1}
            """;

    @Test
    void aSkewAsLargeAsTheDifferenceExplainsIt() {
        History history = Judged.history("\"profile\":\"kmdf\"", RUN_SEEN_TOO_EARLY);
        assertEquals(Outcome.IMPLEMENTATION_VIOLATES, judge(history, 0).outcome());
        assertEquals("R1", judge(history, 499).rule());
        assertEquals(
                List.of(0L),
                judge(history, 499).witness().stream().map(Event::seq).toList());
        assertTrue(judge(history, 499).reason().endsWith("every order that clocks 4.99E-4 ms apart leave open."));
        assertEquals(Outcome.CONFORMS, judge(history, 500).outcome());
    }

    @Test
    void theOrderOfOneThreadStays() {
        History history = Judged.history("\"profile\":\"kmdf\"", """
                        {"seq":0,"t":1000,"thread":9,"kind":"begin","op":"run","item":1}
                        {"seq":1,"t":1000,"thread":9,"kind":"end","op":"run","item":1}
                        {"seq":2,"t":1000,"thread":9,"kind":"invoke","op":"enqueue","item":1}
                        """);
        assertEquals("R1", judge(history, 1_000_000).rule());
    }

    @Test
    void timesAreNeeded() {
        assertWrong("seq 1: field t: missing", RUN_SEEN_TOO_EARLY.replace("\"t\":1500,", ""));
        assertWrong(
                "seq 3: field t: earlier than that of seq 0, the event before on its thread",
                RUN_SEEN_TOO_EARLY.replace("\"t\":2000", "\"t\":999"));
        assertWrong(
                "seq 1: field t: earlier than that of seq 0 by more than the skew; sort by t",
                RUN_SEEN_TOO_EARLY.replace("\"t\":1500", "\"t\":499"));
    }

    private void assertWrong(String problem, String events) {
        History history = Judged.history("\"profile\":\"kmdf\"", events);
        String message = assertThrows(IllegalArgumentException.class, () -> judge(history, 500))
                .getMessage();
        assertTrue(message.startsWith(problem), message);
        assertNotEquals(Outcome.INCONCLUSIVE, oracle.judge(history).outcome());
    }

    private Verdict judge(History history, long skew) {
        return oracle.judge(history, Duration.ofNanos(skew));
    }
}
