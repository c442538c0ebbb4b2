package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.spec.oracle.Calls.calls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Certificate;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Proof.Outcome;

/** The certificates of verdicts hold, and none that was tampered with does. */
class CertificateTest {
    private static final String LINUX = "\"profile\":\"linux\"";
    private static final String TWICE = calls("queue_work 1 -> 0x1", "queue_work 2 -> 0x1", "begin 1", "end 1")
            + calls(6, "invoke flush_workqueue", "begin 2", "t2 queue_work 1 -> 0x1", "end 2", "begin 1", "end 1")
            + calls(13, "return flush_workqueue");

    private final Verifier verifier = new Verifier(Oracle.BUDGET);

    private static History linux(String events) {
        return history(LINUX, events);
    }

    private static History history(String header, String events) {
        try {
            String text = "{\"format\":\"workqueue-history/1\"," + header + "}\n" + events;
            return HistoryReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | HistoryException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Certificate certificate(History history) {
        return new Oracle().certify(history).certificate().orElseThrow();
    }

    private static Certificate altered(Certificate certificate, Consumer<List<Step>> change) {
        List<Step> steps = new ArrayList<>(certificate.steps());
        change.accept(steps);
        return new Certificate(
                certificate.profile(),
                certificate.verdict(),
                certificate.rule(),
                certificate.strict(),
                certificate.events(),
                certificate.items(),
                steps);
    }

    private static Certificate claim(History history, List<Long> items, long... events) {
        List<Step> steps = LongStream.of(events).mapToObj(Step::of).toList();
        return new Certificate(
                history.header().profile(),
                "implementation-violates",
                "P1",
                false,
                history.events().size(),
                items,
                steps);
    }

    private void holds(History history, Certificate certificate) {
        Proof proof = verifier.verify(history, certificate);
        assertEquals(Outcome.HOLDS, proof.outcome(), proof::toString);
    }

    private void refuses(String reason, History history, Certificate certificate) {
        Proof proof = verifier.verify(history, certificate);
        assertEquals(Outcome.REFUSED, proof.outcome(), () -> proof + " of " + certificate);
        assertTrue(proof.reason().contains(reason), proof::toString);
    }

    static Stream<Path> recordings() throws Exception {
        Path folder = Path.of(CertificateTest.class
                        .getResource("/histories/README.md")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".gz")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void ofRecordingsTheyHold(Path file) throws IOException, HistoryException {
        History history = HistoryReader.read(file);
        Certified certified = new Oracle().certify(history);
        assertEquals(
                new Oracle().judge(history).outcome().word(),
                certified.certificate().orElseThrow().verdict());
        holds(history, certified.certificate().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void ofRandomHistoriesTheyHold(String profile) {
        for (long seed = 1; seed <= 300; seed++) {
            for (History history : Agreement.histories(profile, seed)) {
                Certified certified = new Oracle().certify(history);
                assertTrue(
                        certified.certificate().isPresent(),
                        () -> certified.verdict() + "\n" + Agreement.text(history));
                Certificate certificate = certified.certificate().get();
                Proof proof = verifier.verify(history, certificate);
                assertEquals(
                        Outcome.HOLDS, proof.outcome(), () -> proof + " of " + certificate + Agreement.text(history));
            }
        }
    }

    @Test
    void whatIsNotDecidedHasNone() throws IOException, HistoryException {
        Certified certified = new Oracle(100, false).certify(Recordings.read("wine-mf-fifo-s1-8"));
        assertEquals(Verdict.Outcome.INCONCLUSIVE, certified.verdict().outcome());
        assertTrue(certified.certificate().isEmpty());
    }

    @Test
    void everyEventIsExplainedOnceAndInItsPlace() throws IOException, HistoryException {
        History history = Recordings.read("wine-mf-dup-s1-8");
        Certificate right = certificate(history);
        holds(history, right);
        for (int k = 0; k < right.steps().size(); k++) {
            int at = k;
            Step step = right.steps().get(k);
            if (step.event() != null) {
                String event = "event #" + step.event();
                refuses(event, history, altered(right, steps -> steps.add(at + 1, step)));
                refuses("", history, altered(right, steps -> steps.remove(at)));
            }
            if (step.call() != null) {
                String twice = "call #" + step.call() + " takes effect twice";
                refuses(twice, history, altered(right, steps -> steps.add(at + 1, step)));
                refuses("", history, altered(right, steps -> steps.remove(at)));
            }
        }
        refuses(
                "is missing",
                history,
                altered(right, steps -> steps.subList(40, steps.size()).clear()));
        Step foreign = new Step(0, 4711L, null, "Nothing");
        refuses("event #4711 is not the next", history, altered(right, steps -> steps.add(7, foreign)));
    }

    @Test
    void theOrderOfEventsIsThatOfTheRecording() throws IOException, HistoryException {
        History history = Recordings.read("wine-mf-dup-s1-8");
        Certificate right = certificate(history);
        int swapped = 0;
        for (int k = 1; k < right.steps().size(); k++) {
            int at = k;
            if (right.steps().get(k).event() != null && right.steps().get(k - 1).event() != null) {
                refuses("is not the next", history, altered(right, steps -> Collections.swap(steps, at - 1, at)));
                swapped++;
            }
        }
        assertTrue(swapped > 10, "swapped: " + swapped);
    }

    @Test
    void aCallTakesEffectBetweenItsInvokeAndItsReturn() {
        History history = linux(calls("queue_work 1 -> 0x1", "begin 1", "end 1"));
        Certificate right = certificate(history);
        holds(history, right);
        assertEquals(0L, right.steps().get(1).call());
        refuses("while it is not under way", history, altered(right, steps -> Collections.swap(steps, 0, 1)));
        refuses("returns at #1 and did not", history, altered(right, steps -> Collections.swap(steps, 1, 2)));
    }

    @Test
    void aStepIsWhatTheSpecificationAllows() {
        History history = linux(TWICE);
        Certificate right = certificate(history);
        holds(history, right);
        refuses(
                "cannot be Coalesce[item=1] here",
                history,
                altered(
                        right,
                        steps -> steps.replaceAll(step ->
                                Objects.equals(step.action(), "Accept[item=1]") ? step.as("Coalesce[item=1]") : step)));
        refuses(
                "R1",
                history,
                altered(right, steps -> steps.removeIf(step -> Objects.equals(step.action(), "Dequeue[index=0]"))));
        History early =
                linux(calls("queue_work 1 -> 0x1", "begin 1", "invoke flush_workqueue", "return flush_workqueue")
                        + calls(5, "end 1"));
        Certificate late = certificate(linux(calls("queue_work 1 -> 0x1", "begin 1", "invoke flush_workqueue", "end 1")
                + calls(5, "return flush_workqueue")));
        refuses("LX-10", early, altered(late, steps -> {
            int returns = steps.size() - 1;
            steps.set(returns - 1, new Step(0, 4L, null, steps.get(returns).action()));
            steps.set(
                    returns, new Step(0, 5L, null, late.steps().get(returns - 1).action()));
        }));
    }

    @Test
    void nothingIsLeftBehindAtRest() {
        History cut = history(LINUX + ",\"end\":\"cut\"", calls("queue_work 1 -> 0x1"));
        holds(cut, certificate(cut));
        refuses("leave work behind", linux(calls("queue_work 1 -> 0x1")), certificate(cut));
    }

    @Test
    void whatIsReadOffTheRecordingIsReadAgain() {
        String both = calls("queue_work 1 -> 0x1", "queue_work 2 -> 0x1", "begin 1", "t8 begin 2", "end 1", "t8 end 2");
        Certificate right = certificate(linux(both));
        holds(linux(both), right);
        History limited = history(LINUX + ",\"parameters\":{\"queues\":{\"0\":{\"maxActive\":1}}}", both);
        refuses("rule R4", limited, right);
        holds(limited, certificate(limited));
    }

    @Test
    void whereEventsWereLostOnlyWhatCameBeforeIsProved() {
        String lost = "{\"seq\":2,\"thread\":1,\"kind\":\"note\",\"op\":\"lost_of_all\"}\n";
        History whole = linux(calls("queue_work 1 -> 0x1", "begin 1", "end 1"));
        History torn = linux(calls("queue_work 1 -> 0x1") + lost);
        holds(whole, certificate(whole));
        assertTrue(new Oracle().certify(torn).certificate().isEmpty());
        Certificate claimed = claim(torn, List.of(1L), 0, 1);
        refuses("there is an order", torn, claimed);
        Certificate conforms =
                new Certificate("linux", "conforms", null, false, torn.events().size(), List.of(), List.of());
        refuses("events of the recording were lost", torn, conforms);
    }

    @Test
    void aCertificateIsOfOneRecording() throws IOException, HistoryException {
        Certificate right = certificate(linux(TWICE));
        refuses("it is of a recording of profile linux with 14 events", Recordings.read("wine-mf-dup-s1-8"), right);
        refuses("with 14 events, and this one", linux(TWICE + calls(14, "flush_workqueue")), right);
        Step more = new Step(9, 0L, null, "Nothing");
        refuses("has no part 9", linux(TWICE), altered(right, steps -> steps.add(more)));
    }

    @Test
    void aPartHasAllEventsThatMatter() throws IOException, HistoryException {
        for (String name : List.of("simulated-fifo-1000-t8-dup", "wine-mf-unlock-pending-s1-8")) {
            History history = Recordings.read(name);
            Certificate right = certificate(history);
            holds(history, right);
            for (int k = 0; k < right.steps().size(); k++) {
                int at = k;
                refuses("", history, altered(right, steps -> steps.remove(at)));
                refuses("stands where", history, altered(right, steps -> steps.add(at, steps.get(at))));
            }
            refuses("stands where", history, altered(right, steps -> Collections.swap(steps, 2, 3)));
            long foreign = history.events().stream()
                    .map(Event::seq)
                    .filter(seq -> !right.steps().contains(Step.of(seq))
                            && seq > right.steps().get(0).event())
                    .findFirst()
                    .orElseThrow();
            refuses("", history, altered(right, steps -> steps.add(1, Step.of(foreign))));
            refuses("others or none", history, altered(right, List::clear));
        }
    }

    @Test
    void theFaultIsThatOfTheRule() {
        History history = linux(calls("queue_work 1 -> 0x1"));
        Certificate right = certificate(history);
        holds(history, right);
        assertTrue(verifier.verify(history, right).reason().endsWith("rule P1 and no other is not proved"));
        refuses("by its level: implementation-violates", history, blaming("caller-violates", "P1", right));
        refuses("by its level: caller-violates", history, blaming("implementation-violates", "CG-5", right));
        refuses("there is no rule P0", history, blaming("implementation-violates", "P0", right));
        refuses("there is no rule (none)", history, blaming("implementation-violates", null, right));
    }

    private static Certificate blaming(String verdict, String rule, Certificate right) {
        return new Certificate(
                right.profile(), verdict, rule, right.strict(), right.events(), right.items(), right.steps());
    }

    @Test
    void aPartLeavesOutWhatChangesNothing() {
        History history = linux(calls("queue_work 1 -> 0x1", "queue_work 1 -> 0x0"));
        holds(history, claim(history, List.of(1L), 0, 1));
        refuses("stands where", history, claim(history, List.of(1L), 0, 2, 3));
    }

    @Test
    void aPartIsAViolationByItself() {
        History history = linux(TWICE);
        refuses(
                "there is an order",
                history,
                claim(history, List.of(1L, 2L), LongStream.range(0, 14).toArray()));
        refuses("there is an order", history, claim(history, List.of(1L), 0, 1, 4, 5));
        refuses("there may be work that it leaves out", history, claim(history, List.of(2L), 7, 10));
        refuses("stands where", history, claim(history, List.of(2L), 4, 5));
        refuses("stands where", history, claim(history, List.of(1L), 0, 1, 6, 13));
    }

    @Test
    void aSmallBudgetDecidesNothing() throws IOException, HistoryException {
        History history = Recordings.read("wine-mf-unlock-pending-s1-8");
        Proof proof = new Verifier(3).verify(history, certificate(history));
        assertEquals(Outcome.OUT_OF_BUDGET, proof.outcome());
        assertTrue(proof.reason().contains("budget of 3 configurations"), proof::toString);
    }
}
