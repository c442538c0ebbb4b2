package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Verdict.Outcome;

/**
 * What an answer costs is bounded, also where nearly all calls overlap. The recordings are simulated, and such that a search
 * has very many orders to try, of {@code fifo-t32} too many to find out whether one is allowed.
 */
class BudgetTest {
    private static final long BUDGET = 100_000;
    private static final long UNGUIDED = 20_000;
    private static final long FOR_AN_EVENT = 1_000;

    private static History read(String name) throws IOException, HistoryException {
        try (InputStream in = BudgetTest.class.getResourceAsStream("/overlapping/" + name + ".ndjson.gz")) {
            return HistoryReader.read(in);
        }
    }

    @Test
    void isSpentOnceAndNotExceeded() {
        Budget budget = new Budget(2);
        assertTrue(budget.spend());
        assertTrue(budget.spend());
        assertFalse(budget.spend());
        assertEquals(2, budget.spent());
    }

    @Test
    void partsDrawOnTheWhole() {
        Budget whole = new Budget(3);
        Budget one = whole.part(2);
        Budget other = whole.part(2);
        assertTrue(one.spend());
        assertTrue(one.spend());
        assertFalse(one.spend(), "a part is no larger than was said");
        assertTrue(other.spend());
        assertFalse(other.spend(), "nor than what is left of the whole");
        assertEquals(3, whole.spent());
    }

    @Test
    void whatIsAsMuchAsSeveralIsSpentWholeOrNot() {
        Budget whole = new Budget(5);
        Budget part = whole.part(4);
        assertTrue(part.spend(3));
        assertFalse(part.spend(3));
        assertFalse(part.spend(2));
        assertTrue(whole.spend(2));
        assertFalse(part.spend(1), "nothing is left of the whole");
        assertEquals(5, whole.spent());
    }

    /** In the end 200 instances are pending, or 50. */
    @ParameterizedTest
    @CsvSource({
        "kmdf, enqueue, '', 0, 4",
        "mf, put, '', 1, 4",
        "linux, queue_work, 0x00000001, 1, 4",
        "io, queue, '', 1, 4",
        "client-go, add, '', 0, 4",
        "fifo, enqueue, accepted, 0, 4"
    })
    void aConfigurationThatHoldsMuchIsAsMuchAsSeveral(String profile, String op, String result, long queue, long weight)
            throws IOException, HistoryException {
        assertEquals(weight, weight(Profile.of(profile), pending(profile, op, result, queue, 200)));
        assertEquals(1, weight(Profile.of(profile), pending(profile, op, result, queue, 50)));
    }

    private static History pending(String profile, String op, String result, long queue, int items)
            throws IOException, HistoryException {
        StringBuilder text = new StringBuilder(
                "{\"format\":\"workqueue-history/1\",\"end\":\"cut\",\"profile\":\"" + profile + "\"}\n");
        int seq = 0;
        if (profile.equals("mf")) {
            text.append(call(seq, "startup", "0x00000000", ""));
            seq += 2;
        }
        for (int item = 1; item <= items; item++, seq += 2) {
            String answer = profile.equals("mf") ? "0x00000000" : result;
            text.append(call(seq, op, answer, ",\"item\":" + item + ",\"queue\":" + queue));
        }
        return HistoryReader.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String call(int seq, String op, String result, String fields) {
        String of = ",\"thread\":1,\"op\":\"" + op + "\"" + fields;
        String answer = result.isEmpty() ? "" : ",\"result\":\"" + result + "\"";
        return "{\"seq\":" + seq + ",\"kind\":\"invoke\"" + of + "}\n{\"seq\":" + (seq + 1) + ",\"kind\":\"return\""
                + of + answer + "}\n";
    }

    private static <S> long weight(Profile<S> profile, History history) {
        Hunt<S> hunt = profile.hunt(Oracle.tolerated(false), BUDGET, search -> {});
        Search<S> search = hunt.explore(history, Set.of(), new Budget(Oracle.BUDGET));
        assertEquals(Search.Answer.CONFORMS, search.run());
        return search.moves().weight(search.path().get(search.path().size() - 1));
    }

    /** What waits to be looked at is held, too: of so many calls at once each that is looked at leads to many others. */
    @Test
    void ofTheSlowSearchCountsWhatItHolds() throws IOException, HistoryException {
        StringBuilder text = new StringBuilder("{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}\n");
        for (int call = 0; call < 60; call++) {
            String event = "{'seq':%d,'thread':%d,'kind':'invoke','op':'enqueue','item':%d}\n";
            text.append(event.formatted(call, call, call).replace('\'', '"'));
        }
        History history =
                HistoryReader.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        long points = points(Profile.of("kmdf"), history, 600);
        assertTrue(points <= 1200, () -> points + " points of calls were asked for");
    }

    /** How often it was asked what a call may do, until the budget was spent. */
    private static <S> long points(Profile<S> profile, History history, long most) {
        AtomicLong asked = new AtomicLong();
        Script script = Script.of(history);
        Semantics<S> semantics = counting("point", profile.meaning().apply(script), asked);
        Reach<S> reach = new Reach<>(new Steps<>(script, semantics, Set.of()), new Budget(most));
        Configuration<S> end = new Configuration<>(script.length(), semantics.initial(), Done.NONE);
        assertThrows(Reach.Exhausted.class, () -> reach.endsWell(Set.of(end)));
        return asked.get();
    }

    @SuppressWarnings("unchecked") // a proxy of the interface is one, whatever its states
    private static <S> Semantics<S> counting(String name, Semantics<S> semantics, AtomicLong asked) {
        return (Semantics<S>) Proxy.newProxyInstance(
                Semantics.class.getClassLoader(), new Class<?>[] {Semantics.class}, (proxy, called, arguments) -> {
                    asked.addAndGet(name.equals(called.getName()) ? 1 : 0);
                    return called.invoke(semantics, arguments);
                });
    }

    @Test
    void ofTheSearchEndsIt() throws IOException, HistoryException {
        Verdict verdict = new Oracle(BUDGET, false).judge(read("fifo-t32"));
        assertEquals(Outcome.INCONCLUSIVE, verdict.outcome(), verdict::toString);
        assertEquals(UNGUIDED + BUDGET, verdict.configurations());
    }

    /** A state is projected, or counted against what is ahead, once for each that is spent, but for the first of each search. */
    @Test
    void countsWhateverIsLookedAt() throws IOException, HistoryException {
        AtomicLong looks = new AtomicLong();
        Hunt<?> hunt = counted(Profile.of("fifo"), looks);
        assertEquals(Search.Answer.OUT_OF_BUDGET, hunt.decide(read("fifo-t32")));
        assertTrue(looks.get() > BUDGET / 4, () -> "only " + looks);
        assertTrue(looks.get() <= hunt.configurations() + 100, () -> looks + " of " + hunt.configurations());
    }

    @SuppressWarnings("unchecked") // a proxy of the interface is one, whatever its states
    private static <S> Hunt<S> counted(Profile<S> profile, AtomicLong looks) {
        return new Hunt<>(
                script -> {
                    Semantics<S> semantics = profile.meaning().apply(script);
                    return (Semantics<S>) Proxy.newProxyInstance(
                            Semantics.class.getClassLoader(),
                            new Class<?>[] {Semantics.class},
                            (proxy, called, arguments) -> {
                                looks.addAndGet(Set.of("project", "plausible").contains(called.getName()) ? 1 : 0);
                                try {
                                    return called.invoke(semantics, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
                },
                Set.of(),
                BUDGET,
                0,
                search -> {});
    }

    /** Of calls that did not return, each may have taken what is in no projection of the others. */
    @Test
    void projectionsAllowForCallsThatDidNotReturn() throws IOException, HistoryException {
        History history = read("dedup-t16");
        Verdict verdict = new Oracle(8 * BUDGET, false).judge(history);
        assertEquals(Outcome.CONFORMS, verdict.outcome(), verdict::toString);
        assertTrue(verdict.configurations()
                <= 8 * BUDGET + FOR_AN_EVENT * history.events().size());
    }

    @Test
    void ofTheRuleEndsWithoutAnAnswer() throws IOException, HistoryException {
        long forRule = 0;
        Verdict verdict = explained(Profile.of("fifo"), forRule, BUDGET);
        while (verdict.outcome() == Outcome.INCONCLUSIVE) {
            assertTrue(verdict.reason().contains("before it was found which rule"), verdict::reason);
            verdict = explained(Profile.of("fifo"), ++forRule, BUDGET);
        }
        assertEquals("R1", verdict.rule(), verdict::toString);
    }

    @Test
    void ofTheReductionIsTold() throws IOException, HistoryException {
        String told = "A part of the witness may violate as well: the budget of " + BUDGET;
        Verdict spent = explained(Profile.of("fifo"), BUDGET, 0);
        assertEquals("R1", spent.rule(), spent::toString);
        assertTrue(spent.reason().contains(told), spent::reason);
        Verdict enough = explained(Profile.of("fifo"), BUDGET, BUDGET);
        assertEquals("R1", enough.rule(), enough::toString);
        assertFalse(enough.reason().contains(told), enough::reason);
        assertTrue(enough.witness().size() < spent.witness().size(), enough::toString);
    }

    /** Item 1 comes and goes, and then item 7, that nobody enqueued, is dequeued. */
    private static <S> Verdict explained(Profile<S> profile, long forRule, long forReduction)
            throws IOException, HistoryException {
        History history = HistoryReader.read(new ByteArrayInputStream("""
                {"format":"workqueue-history/1","profile":"fifo"}
                {"seq":0,"thread":1,"kind":"invoke","op":"enqueue","item":1}
                {"seq":1,"thread":1,"kind":"return","op":"enqueue","item":1,"result":"accepted"}
                {"seq":2,"thread":1,"kind":"invoke","op":"dequeue"}
                {"seq":3,"thread":1,"kind":"return","op":"dequeue","item":1,"result":"ok"}
                {"seq":4,"thread":1,"kind":"invoke","op":"dequeue"}
                {"seq":5,"thread":1,"kind":"return","op":"dequeue","item":7,"result":"ok"}
                """.getBytes(StandardCharsets.UTF_8)));
        Hunt<S> hunt = profile.hunt(Set.of(), BUDGET, search -> {});
        return Explanation.of(hunt, history, new Budget(forRule), new Budget(forReduction));
    }
}
