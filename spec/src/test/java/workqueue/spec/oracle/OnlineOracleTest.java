package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.spec.oracle.Calls.calls;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.history.Event;
import workqueue.spec.history.Header;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.oracle.Verdict.Outcome;

/** The online oracle never contradicts the one of whole histories, and decides most of what that decides. */
class OnlineOracleTest {
    private final Map<String, Integer> counts = new TreeMap<>();

    static Verdict online(History history) {
        OnlineOracle online = new OnlineOracle(history.header(), Oracle.BUDGET, false);
        history.events().forEach(online::accept);
        return online.verdict();
    }

    private void compare(History history) {
        Outcome whole = new Oracle().judge(history).outcome();
        Verdict verdict = online(history);
        Outcome online = verdict.outcome();
        counts.merge(whole + " " + online, 1, Integer::sum);
        assertTrue(
                online == whole || online == Outcome.INCONCLUSIVE,
                () -> "whole: " + whole + ", online: " + verdict + "\n" + Agreement.text(history));
    }

    @Test
    void theDocumentSaysWhatIsJudgedAlone() throws IOException {
        Map<String, Object> parameters = Map.of("workers", 1L);
        List<String> rows = Profile.ALL.values().stream()
                .map(profile -> row(profile, new Header(profile.word(), "", "", -1, "ok", 0, parameters)))
                .toList();
        String document = Files.readString(Path.of("HISTORY.md"));
        assertTrue(document.contains(String.join("\n", rows) + "\n\n"), () -> String.join("\n", rows));
    }

    private static String row(Profile<?> profile, Header header) {
        return profile.meaning()
                .apply(Script.of(new History(header, List.of())))
                .alone()
                .map(alone -> "| `%s` | %s | %s |"
                        .formatted(profile.word(), alone.what(), String.join(", ", new TreeSet<>(alone.between()))))
                .orElse("| `" + profile.word() + "` | nothing | all others |");
    }

    @Test
    void aViolationAfterWhatWasLostIsWithdrawn() {
        String run = calls("t2 enqueue 2", "begin 1", "end 1");
        String lost = "{\"seq\":9,\"thread\":%d,\"kind\":\"note\",\"op\":\"lost\"}\n";
        assertEquals(Outcome.IMPLEMENTATION_VIOLATES, kmdf(run).outcome());
        assertEquals(Outcome.INCONCLUSIVE, kmdf(run + lost.formatted(2)).outcome());
        assertEquals(
                Outcome.IMPLEMENTATION_VIOLATES, kmdf(run + lost.formatted(9)).outcome());
    }

    @Test
    void whatComesLateCanTellWhatThereWasAtTheStart() {
        String[] again = {"enqueue 1", "begin 1", "end 1"};
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            lines.addAll(List.of(again));
        }
        lines.add("create 1");
        Verdict verdict = kmdf(calls(lines.toArray(String[]::new)));
        assertEquals("M1", verdict.rule(), verdict::toString);
        assertEquals(0, verdict.culprit());
    }

    /** That it did not return changes nothing: who calls it says that there was no item before. */
    @Test
    void whatComesLateTellsThatAlsoIfItDoesNotReturn() {
        String early = calls("q0 queue 1", "q0 begin 1", "q0 end 1", "invoke initialize 1");
        assertEquals(Outcome.CALLER_VIOLATES, io(early).outcome());
    }

    /** Rule IO-4 is broken only by a run on a type that the item was never queued to. */
    @Test
    void whatWasCalledLongAgoStillCounts() {
        String first = calls("q0 queue 1", "q0 begin 1", "q0 end 1");
        String second = calls(4, "q1 queue 1", "q1 begin 1", "q1 end 1");
        String third = calls(8, "q0 queue 1", "q1 begin 1", "q1 end 1");
        assertEquals(Outcome.CONFORMS, io(first + second + third).outcome());
        assertEquals("IO-4", io(first + third).rule());
    }

    private static Verdict io(String events) {
        return online(Judged.history("\"profile\":\"io\"", events));
    }

    @Test
    void whatIsBrokenLateIsShownByWhatIsLeft() {
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            lines.addAll(List.of("enqueue 1", "enqueue 1", "begin 1", "end 1", "begin 1", "end 1"));
        }
        lines.add("begin 1");
        Verdict verdict = kmdf(calls(lines.toArray(String[]::new)));
        assertEquals("R2", verdict.rule(), verdict::toString);
        assertEquals(List.of(8000L), verdict.witness().stream().map(Event::seq).toList());
    }

    /** What stands for many equal rounds is the last of them. */
    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "kmdf-legacy", "libdispatch", "win32-threadpool", "linux"})
    void aWitnessIsOfWhatHappenedLast(String profile) {
        String enqueue = Map.of("libdispatch", "put", "win32-threadpool", "submit", "linux", "queue_work")
                .getOrDefault(profile, "enqueue");
        List<String> lines = new ArrayList<>();
        for (int k = 0; k < 300; k++) {
            lines.addAll(List.of(enqueue + " 1" + (profile.equals("linux") ? " -> 0x1" : ""), "begin 1", "end 1"));
        }
        lines.add(enqueue + " 1" + (profile.equals("linux") ? " -> 0x1" : ""));
        Verdict verdict =
                online(Judged.history("\"profile\":\"" + profile + "\"", calls(lines.toArray(String[]::new))));
        assertEquals("P1", verdict.rule(), verdict::toString);
        assertEquals(
                List.of(1200L, 1201L),
                verdict.witness().stream().map(Event::seq).toList());
    }

    @Test
    void whatNeverRestsIsGivenUp() {
        StringBuilder events = new StringBuilder(calls("invoke enqueue 1"));
        for (int k = 0; k < 6000; k++) {
            int other = 2 + k % 2;
            events.append(calls(
                            2 * k + 1,
                            "t" + other + " invoke enqueue 1",
                            "t" + (other == 2 ? 3 : 2) + " return enqueue 1")
                    .lines()
                    .limit(k == 0 ? 1 : 2)
                    .collect(Collectors.joining("\n", "", "\n")));
        }
        Verdict verdict = kmdf(events.toString());
        assertEquals(Outcome.INCONCLUSIVE, verdict.outcome());
        assertTrue(verdict.reason().startsWith("of 1 nothing was decided"), verdict::reason);
    }

    @Test
    void whatIsOfAllItemsOfAQueueEndsTheJudging() {
        String events = calls("queue_work 1 -> 0x1", "flush_workqueue", "begin 2", "end 2");
        Verdict verdict = online(Judged.history("\"profile\":\"linux\"", events));
        assertEquals(
                "flush_workqueue is of all items of its queue (seq 2): what follows is not judged online",
                verdict.reason());
    }

    private static Verdict kmdf(String events) {
        return online(Judged.history("\"profile\":\"kmdf\"", events));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void agreesOnRecordings(String name) throws IOException, HistoryException {
        compare(Recordings.read(name));
        System.out.println(name + ", whole and online: " + counts);
    }

    /** Of profiles that have no simulation: the beginnings of recordings, with changes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "libdispatch-queue-s1",
                "libuv-async-s1",
                "linux-mode0-s1",
                "reactos-ks-counted-s1",
                "reactos-ks-plain-s1",
                "wine-io-io-many-s1-8",
                "wine-io-io-requeue-s1-8",
                "wine-threadpool-wait-race-s1-8"
            })
    void agreesOnChangedRecordings(String name) throws IOException, HistoryException {
        History whole = Recordings.read(name);
        for (long seed = 1; seed <= Long.getLong("workqueue.seeds", 100); seed++) {
            Random random = new Random(seed);
            History part =
                    whole.prefix(1 + random.nextInt(Math.min(120, whole.events().size())));
            new Mutation(random).of(part).filter(Agreement::speaksItsWords).ifPresent(this::compare);
        }
        System.out.println(name + ", changed, whole and online: " + counts);
    }

    static Stream<String> recordings() throws IOException, URISyntaxException {
        Path folder = Path.of(OnlineOracleTest.class
                        .getResource("/histories/README.md")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".gz"))
                    .map(name -> name.replace(".ndjson.gz", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2, true, 0", "2, 2, false, 0", "2, 2, false, 1"})
    void agreesOnSmallHistories(int calls, int runs, boolean serialized, long workers) {
        Map<String, Object> parameters = new TreeMap<>(Map.of("automaticSerialization", serialized));
        if (workers > 0) {
            parameters.put("workers", workers);
        }
        new SmallHistories(calls, runs, parameters, history -> {
                    compare(history);
                    return new Oracle().judge(history).outcome() == Outcome.CONFORMS;
                })
                .make();
        System.out.println("small histories, whole and online: " + counts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf"})
    void agreesOnRandomHistories(String profile) {
        for (long seed = 1; seed <= Long.getLong("workqueue.seeds", 2000); seed++) {
            Agreement.histories(profile, seed).forEach(this::compare);
        }
        System.out.println(profile + ", whole and online: " + counts);
    }
}
