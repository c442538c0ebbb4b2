package workqueue.spec.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import workqueue.spec.diff.Step.Verb;

/** The page of differences is what the search finds. With {@code -Ddifferences.write} it is written instead. */
class DifferencesTest {
    private static final Path PAGE = Path.of("DIFFERENCES.md");
    private static final int LENGTH = 8;

    @Test
    void pageIsUpToDate() throws IOException {
        String page = page();
        if (System.getProperty("differences.write") != null) {
            Files.writeString(PAGE, page);
        } else {
            assertEquals(page, Files.readString(PAGE), "run the test with -Ddifferences.write");
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # What the profiles disagree about

                For every pair of profiles the shortest scenario that the one allows and the other forbids, and the rules that
                forbid its last step ([RULES.md](RULES.md)). Found by `wq diff`, which searches the executable specifications:
                two items, two threads, and what can happen in both profiles. The last columns are about queues that nobody
                shuts down. A dash says that there is no such scenario of up to %d steps.

                | profile | how it is shut down |
                |---|---|
                """.formatted(LENGTH));
        Differ.profiles()
                .forEach(profile -> page.append("| %s | %s |%n"
                        .formatted(profile, Differ.closing(profile).orElse("is not modelled"))));
        Differ.profiles().forEach(profile -> page.append(section(profile)));
        return page.toString();
    }

    private static String section(String profile) {
        return """

                ## %s allows what others forbid

                | forbidden by | scenario | rules | while open | rules |
                |---|---|---|---|---|
                """.formatted(profile)
                + Differ.profiles().stream()
                        .filter(other -> !other.equals(profile))
                        .map(other -> row(profile, other))
                        .collect(Collectors.joining());
    }

    private static String row(String profile, String other) {
        return "| %s | %s | %s |%n"
                .formatted(other, cells(profile, other, Set.of()), cells(profile, other, Set.of(Verb.CLOSE)));
    }

    private static String cells(String profile, String other, Set<Verb> without) {
        Optional<Difference> difference =
                Differ.compare(profile, other, LENGTH, without).onlyFirst();
        return difference.map(DifferencesTest::cells).orElse("– |");
    }

    private static String cells(Difference difference) {
        return difference.scenario().stream().map(Step::toString).collect(Collectors.joining(", "))
                + " | "
                + difference.rules().stream().sorted().collect(Collectors.joining(", "));
    }
}
