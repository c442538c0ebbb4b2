package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.rules.Rules;

/** A history from its text, and what the oracle has to say about it, with a certificate that holds. */
final class Judged {
    private final History history;
    private final Verdict verdict;

    private Judged(String header, String events, boolean strict) {
        history = history(header, events);
        Certified certified = new Oracle(Oracle.BUDGET, strict).certify(history);
        verdict = certified.verdict();
        certified.certificate().ifPresent(certificate -> {
            Proof proof = new Verifier(Oracle.BUDGET).verify(history, certificate);
            assertEquals(Proof.Outcome.HOLDS, proof.outcome(), () -> proof + " of " + verdict);
        });
    }

    /** A history from its text; the header's fields apart from the format come first. */
    static History history(String header, String events) {
        try {
            String text = "{\"format\":\"workqueue-history/1\"," + header + "}\n" + events;
            return HistoryReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | HistoryException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Judges a history; the header's fields apart from the format come first. */
    static Judged of(String header, String events) {
        return new Judged(header, events, false);
    }

    /** The same, asking also for what only implementations agree on. */
    static Judged strictly(String header, String events) {
        return new Judged(header, events, true);
    }

    void conforms() {
        assertEquals(Outcome.CONFORMS, verdict.outcome(), verdict::toString);
        assertEquals(List.of(), verdict.witness());
        assertNull(verdict.rule());
    }

    /** The implementation breaks the rule, and these events show it. */
    void violates(String rule, long... witness) {
        is(Outcome.IMPLEMENTATION_VIOLATES, rule, witness);
        String fault = Witness.fault(history, verdict, new Oracle());
        assertNull(fault, verdict::toString);
    }

    /** The same, of a rule that only a strict oracle asks for. */
    void violatesStrictly(String rule, long... witness) {
        is(Outcome.IMPLEMENTATION_VIOLATES, rule, witness);
    }

    /** The caller breaks the rule, and these events show it. */
    void blamesTheCaller(String rule, long... witness) {
        is(Outcome.CALLER_VIOLATES, rule, witness);
    }

    private void is(Outcome outcome, String rule, long... witness) {
        assertEquals(outcome, verdict.outcome(), verdict::toString);
        assertEquals(rule, verdict.rule(), verdict::toString);
        assertEquals(
                Arrays.stream(witness).boxed().toList(),
                verdict.witness().stream().map(Event::seq).toList(),
                verdict::toString);
        assertEquals(
                Rules.all().get(rule).sentence(),
                verdict.reason().substring(0, Rules.all().get(rule).sentence().length()));
    }
}
