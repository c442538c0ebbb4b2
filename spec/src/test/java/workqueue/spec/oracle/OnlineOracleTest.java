package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @MethodSource("recordings")
    void agreesOnRecordings(String name) throws IOException, HistoryException {
        compare(Recordings.read(name));
        System.out.println(name + ", whole and online: " + counts);
    }

    /** Also of profiles that have no simulation: the beginnings of recordings, with changes. */
    @ParameterizedTest
    @MethodSource("recordings")
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
        for (long seed = 1; seed <= Long.getLong("workqueue.seeds", 5000); seed++) {
            Agreement.histories(profile, seed).forEach(this::compare);
        }
        System.out.println(profile + ", whole and online: " + counts);
    }
}
