package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.Kind;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * Witnesses of the search are minimal: no smaller part of one that would have to conform if it did, one item fewer, a call
 * that changes nothing fewer, or one event shorter, breaks the same rule. To leave out anything else proves nothing: a
 * history may violate because an enqueue was left out, or a run.
 */
class MinimalWitnessTest {
    private static final long FIRST = Long.getLong("workqueue.seed", 1);

    private final Oracle oracle = new Oracle();
    private final Map<String, Integer> rules = new TreeMap<>();

    @ParameterizedTest
    @CsvSource({"kmdf, 1000", "mf, 600"})
    void ofRandomHistories(String profile, long seeds) {
        for (long seed = FIRST; seed < FIRST + seeds; seed++) {
            for (History history : Agreement.histories(profile, seed)) {
                check("seed " + seed, history);
            }
        }
        System.out.println("minimal witnesses, " + profile + ": " + rules);
        assertTrue(rules.size() >= 9, rules::toString);
    }

    /** Beginnings of conforming recordings of every profile that was recorded, with changes such as defects make. */
    @ParameterizedTest
    @MethodSource("workqueue.spec.oracle.RecordingsTest#conforming")
    void ofChangedRecordings(String recording) throws IOException, HistoryException {
        History history = Recordings.read(recording);
        History beginning = history.prefix(Math.min(60, history.events().size()));
        Mutation mutation = new Mutation(new Random(recording.hashCode()));
        for (int change = 0; change < 20; change++) {
            String where = recording + ", change " + change;
            mutation.of(beginning).ifPresent(changed -> check(where, changed));
        }
        System.out.println("minimal witnesses, " + recording + ": " + rules);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulated-dedup-1000-t8-dup",
                "simulated-dedup-1000-t8-late",
                "simulated-dedup-1000-t8-lost",
                "simulated-dedup-1000-t8-reorder",
                "simulated-fifo-1000-t8-dup",
                "simulated-fifo-1000-t8-lost",
                "simulated-fifo-1000-t8-reorder",
                "wine-mf-cancel-race-wait-s1-8",
                "wine-mf-shutdown-pending-s1-8",
                "wine-mf-unlock-pending-s1-8",
                "wine-mf-wait-s1-8"
            })
    void ofViolatingRecordings(String recording) throws IOException, HistoryException {
        check(recording, Recordings.read(recording));
        assertTrue(rules.size() == 1, "no witness of the search");
    }

    private void check(String where, History history) {
        Verdict verdict;
        try {
            verdict = oracle.judge(history);
        } catch (IllegalArgumentException e) {
            return; // the change has left it without a word that its profile needs
        }
        if (isOfTheSearch(verdict)) {
            rules.merge(verdict.rule(), 1, Integer::sum);
            String padding = padding(alone(history, verdict), verdict);
            assertNull(padding, () -> where + ", without " + padding + ": " + verdict);
        }
    }

    private static boolean isOfTheSearch(Verdict verdict) {
        return verdict.outcome() == Outcome.IMPLEMENTATION_VIOLATES
                && (verdict.reason().endsWith(" of the witness cannot have happened.")
                        || verdict.reason().endsWith("and what it owes did not come."));
    }

    private static History alone(History history, Verdict verdict) {
        return history.with(verdict.culprit() == null ? "ok" : "cut", verdict.witness());
    }

    /** What can be left out of a witness; null if nothing can. */
    private String padding(History alone, Verdict verdict) {
        Set<Long> items = new TreeSet<>();
        alone.events().forEach(event -> {
            items.addAll(event.items());
            if (event.item() != null) {
                items.add(event.item());
            }
        });
        for (long item : items) {
            Set<Long> others = new TreeSet<>(items);
            others.remove(item);
            if (breaks(verdict.rule(), alone.only(others))) {
                return "item " + item;
            }
        }
        for (long call : idle(Profile.of(alone.header().profile()), alone)) {
            if (breaks(verdict.rule(), alone.keep(event -> event.seq() != call))) {
                return "call " + call;
            }
        }
        boolean shorter = verdict.culprit() != null
                && breaks(verdict.rule(), alone.prefix(alone.events().size() - 1));
        return shorter ? "the last event" : null;
    }

    private static <S> List<Long> idle(Profile<S> profile, History alone) {
        Script script = Script.of(alone);
        Semantics<S> semantics = profile.meaning().apply(script);
        return script.calls().stream().filter(semantics::isIdle).map(Call::id).toList();
    }

    private boolean breaks(String rule, History part) {
        return Witness.isSame(rule, oracle.judge(part).rule());
    }

    private static final String TWICE = """
            {"seq":10,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            {"seq":11,"thread":1,"kind":"return","op":"enqueue","item":1}
            {"seq":12,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":13,"thread":9,"kind":"end","op":"run","item":1}
            {"seq":14,"thread":9,"kind":"begin","op":"run","item":1}
            """;

    /** The test finds what is put into a witness without need, wherever it is put. */
    @Test
    void paddingIsNoticed() {
        History history = Judged.history("\"profile\":\"kmdf\"", TWICE);
        Verdict verdict = oracle.judge(history);
        History alone = alone(history, verdict);
        assertNull(padding(alone, verdict));
        assertNotNull(padding(padded(alone, 0, "enqueue", 2), verdict), "a call of another item");
        assertNotNull(padding(padded(alone, 0, "flush", 2), verdict), "a call of another item that changes nothing");
        assertNotNull(padding(padded(alone, 0, "flush", 1), verdict), "a call that changes nothing");
        assertNotNull(padding(padded(alone, alone.events().size(), "enqueue", 1), verdict), "what came later");
    }

    private static History padded(History alone, int at, String op, long item) {
        List<Event> events = new ArrayList<>(alone.events());
        for (Kind kind : List.of(Kind.RETURN, Kind.INVOKE)) {
            events.add(at, new Event(0, -1, 7, kind, op, null, item, null, null));
        }
        List<Event> numbered = new ArrayList<>();
        events.forEach(event -> numbered.add(event.at(numbered.size())));
        return alone.with("cut", numbered);
    }
}
