package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.oracle.Verdict.Outcome;

/** What real implementations did, and what the oracle says about it. */
class RecordingsTest {
    private static final List<String> CONFORMING = List.of(
            "libdispatch-queue-s1", // does not say that its queues are serial; one runs two blocks at once
            "libuv-async-s1", // sends coalesce, none is lost
            "linux-mode0-s1", // an ordered queue and another; false exactly while pending
            "microsoft-kmdf-plain-s1", // coalescing, no lost wake-up
            "microsoft-kmdf-requeue-s1", // enqueued while running, overlaps itself
            "microsoft-kmdf-serialized-s1", // never overlaps itself
            "reactos-ks-counted-s1", // tasks are processed one at a time until the count is zero
            "simulated-dedup-1000-t8-ok", // a thousand calls of eight threads
            "simulated-fifo-1000-t8-ok", // the same
            "wine-io-io-many-s1-8", // items freed by their own routines
            "wine-io-io-requeue-s1-8", // items queued by their own routines
            "wine-mf-cancel-race-s1-8", // a scheduled item may run after a cancel that succeeded
            "wine-mf-count-s1-8", // nested startups and shutdowns
            "wine-mf-dup-s1-8", // one result put five times runs five times
            "wine-mf-fifo-s1-8", // a private standard queue, one at a time
            "wine-mf-multi-s1-8", // a private multithreaded queue
            "wine-mf-pri-s1-8", // the more urgent overtake on a standard queue, in order within each priority
            "wine-mf-serial-s1-8", // three serial queues over a multithreaded one
            "wine-mf-std1-s1-8", // the standard platform queue
            "wine-threadpool-fifo1-s1-8", // no order is promised
            "wine-threadpool-wait-race-s1-8"); // waits for all that was submitted before

    static Stream<String> conforming() {
        return CONFORMING.stream();
    }

    @ParameterizedTest
    @MethodSource("conforming")
    @Tag("MF-37")
    @Tag("MF-48")
    void conforms(String recording) throws IOException, HistoryException {
        Verdict verdict = new Oracle().judge(Recordings.read(recording));
        assertEquals(Outcome.CONFORMS, verdict.outcome(), verdict::toString);
        assertEquals(List.of(), verdict.witness());
        assertNull(verdict.rule());
    }

    @ParameterizedTest
    @CsvSource({
        "simulated-dedup-1000-t8-dup, R2, 6", // an item is handed out twice
        "simulated-dedup-1000-t8-late, CG-1, 4", // an enqueue after the shutdown is accepted
        "simulated-dedup-1000-t8-lost, P1, 4", // an item vanishes, which its next enqueue shows
        "simulated-dedup-1000-t8-reorder, O1, 8", // the second overtakes the first
        "simulated-fifo-1000-t8-dup, R2, 6",
        "simulated-fifo-1000-t8-lost, P1, 6",
        "simulated-fifo-1000-t8-reorder, O1, 8",
        "wine-mf-cancel-race-wait-s1-8, MF-47, 8", // a waiting item whose cancel races with its event runs twice
        "wine-mf-hr-s1-8, MF-23, 2", // one queue too many is out of memory, where a failure is documented
        "wine-mf-shutdown-pending-s1-8, MF-17, 2", // puts after the last shutdown are accepted
        "wine-mf-unlock-pending-s1-8, MF-66, 10", // the last unlock drops ten accepted items
        "wine-mf-unlock-pending-serial-s1-8, MF-66, 11", // so it does of a serial queue, and then hangs
        "wine-mf-wait-s1-8, MF-17, 2" // with a scheduled item pending, a put after the last shutdown is accepted
    })
    @Tag("MF-17")
    @Tag("MF-47")
    @Tag("MF-61")
    @Tag("MF-22")
    @Tag("MF-23")
    @Tag("MF-66")
    void violates(String recording, String rule, int witness) throws IOException, HistoryException {
        History history = Recordings.read(recording);
        Verdict verdict = new Oracle().judge(history);
        assertEquals(Outcome.IMPLEMENTATION_VIOLATES, verdict.outcome(), verdict::toString);
        assertEquals(rule, verdict.rule(), verdict::toString);
        assertEquals(witness, verdict.witness().size(), verdict::toString);
        assertTrue(history.events().containsAll(verdict.witness()));
    }

    @ParameterizedTest
    @CsvSource({
        "reactos-ks-plain-s1, KS-6, 4", // many items wait on one worker at once
        "wine-io-io-double-s1-8, IO-9, 4" // an item is queued again while it is still queued
    })
    @Tag("IO-9")
    @Tag("KS-6")
    void blamesTheCaller(String recording, String rule, int witness) throws IOException, HistoryException {
        Verdict verdict = new Oracle().judge(Recordings.read(recording));
        assertEquals(Outcome.CALLER_VIOLATES, verdict.outcome(), verdict::toString);
        assertEquals(rule, verdict.rule(), verdict::toString);
        assertEquals(witness, verdict.witness().size(), verdict::toString);
    }

    @Test
    void aSmallBudgetDecidesNothing() throws IOException, HistoryException {
        Verdict verdict = new Oracle(100, false).judge(Recordings.read("wine-mf-fifo-s1-8"));
        assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
        assertEquals(
                "the budget of 100 configurations was spent before an answer; --budget raises it", verdict.reason());
    }

    @Test
    void everyFileIsInATable() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        RecordingsTest.class.getResource("/histories/README.md").toURI())
                .getParent();
        TreeSet<String> judged = new TreeSet<>(CONFORMING);
        Stream.of(getClass().getDeclaredMethods())
                .map(method -> method.getAnnotation(CsvSource.class))
                .filter(table -> table != null)
                .flatMap(table -> Stream.of(table.value()))
                .forEach(row -> judged.add(row.substring(0, row.indexOf(','))));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    judged.stream().map(name -> name + ".ndjson.gz").toList(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".gz"))
                            .sorted()
                            .toList());
        }
    }
}
