package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
