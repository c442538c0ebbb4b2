package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static workqueue.spec.oracle.Calls.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;

/** A history that does not speak the words of its profile is refused, and not judged; the document has all of them. */
class WordsTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @ParameterizedTest
    @CsvSource({
        "fifo, enqueue 1 -> accepted, dequeue -> ok 1",
        "dedup, enqueue 1 -> accepted, dequeue -> ok 1",
        "client-go, add 1, get -> ok 1"
    })
    void queuesThatHandOutTheirItemsHaveNoRuns(String profile, String enqueue, String dequeue) {
        String problem = "field kind: the profile has no runs: calls hand items out; leave out every begin and end";
        String lost = "{\"seq\":4,\"thread\":9,\"kind\":\"note\",\"op\":\"lost\"}\n";
        refuses("seq 4: " + problem, history(profile, calls(enqueue, dequeue, "begin 1", "end 1")));
        refuses("seq 5: " + problem, history(profile, calls(enqueue, dequeue) + lost + calls(5, "end 1")));
        Judged.of("\"profile\":\"" + profile + "\"", calls(enqueue, dequeue)).conforms();
    }

    @Test
    void aReturnRepeatsWhatItsOperationNeeds() {
        String added = calls("invoke add_periodic 1") + calls(1, "return add_periodic -> 0x0");
        refuses("seq 1: field item: missing; the return of add_periodic needs it", history("mf", added));
    }

    @Test
    void theDocumentHasEveryOperationWithWhatItNeeds() throws IOException {
        Map<String, Map<String, String>> documented = documented();
        assertEquals(Profile.ALL.keySet(), documented.keySet());
        Profile.ALL.forEach((profile, meant) -> {
            Map<String, String> rows = documented.get(profile);
            needed(meant.words()).forEach((operation, codes) -> {
                String row = rows.remove(operation);
                assertTrue(row != null && codes(row).containsAll(codes), profile + " " + operation + ": " + row);
            });
            assertEquals(Map.of(), rows, profile);
        });
    }

    /** The fields that each operation needs, and the words that it can answer with those that they need. */
    private static Map<String, Set<String>> needed(Words words) {
        Map<String, Set<String>> needed = new TreeMap<>();
        words.operations().forEach((operation, fields) -> needed.put(operation, new HashSet<>(fields)));
        words.notCovered().forEach(operation -> needed.put(operation, Set.of("inconclusive")));
        words.names().forEach(operation -> needed.get(operation).add("queue"));
        words.outcomes()
                .forEach((operation, outcomes) -> outcomes.forEach((word, fields) -> {
                    needed.get(operation).add(word);
                    needed.get(operation).addAll(fields);
                }));
        if (words.hasRuns()) {
            needed.put("run", Set.copyOf(words.run()));
        }
        return needed;
    }

    /** What stands beside each operation, by profile. */
    private static Map<String, Map<String, String>> documented() throws IOException {
        String document = Files.readString(Path.of("HISTORY.md"));
        String section = document.substring(document.indexOf("\n## Operations\n"));
        Map<String, Map<String, String>> documented = new TreeMap<>();
        Set<String> profiles = Set.of();
        for (String row :
                section.substring(0, section.indexOf("\n## ", 1)).lines().toList()) {
            String[] cells = row.split("\\|", 4);
            if (cells.length == 4 && row.contains("`")) {
                profiles = cells[1].isBlank() ? profiles : codes(cells[1]);
                for (String profile : profiles) {
                    Map<String, String> rows = documented.computeIfAbsent(profile, word -> new TreeMap<>());
                    codes(cells[2]).forEach(operation -> assertNull(rows.put(operation, cells[3]), row));
                }
            }
        }
        return documented;
    }

    private static Set<String> codes(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).collect(Collectors.toSet());
    }

    private static History history(String profile, String events) {
        return Judged.history("\"profile\":\"" + profile + "\"", events);
    }

    private static void refuses(String problem, History history) {
        Oracle oracle = new Oracle();
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> oracle.judge(history))
                        .getMessage());
        assertEquals(
                problem,
                assertThrows(IllegalArgumentException.class, () -> oracle.certify(history))
                        .getMessage());
    }
}
