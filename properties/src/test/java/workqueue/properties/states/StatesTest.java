package workqueue.properties.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import workqueue.properties.states.reference.Argument;
import workqueue.spec.rules.Rules;

/** The reference does in every state what the executable specification says of every operation. */
class StatesTest {
    /** How many cells there are; one that vanishes, or appears, is noticed. */
    private static final Map<String, Integer> CELLS = new TreeMap<>(Map.of(
            "kmdf",
            73,
            "kmdf-legacy",
            73,
            "ks",
            53,
            "ks-counted",
            65,
            "io",
            126,
            "io, of a device that is deleted",
            84,
            "mf, a queue",
            216,
            "mf, scheduled and waiting items",
            59,
            "mf, a periodic callback",
            39));

    private static final Map<String, Integer> ARGUMENTS =
            new TreeMap<>(Map.of("kmdf, kmdf-legacy", 13, "mf", 20, "ks, ks-counted", 7, "io", 15));

    private static final String FACTS =
            Stream.of("wdf", "mf", "ks", "io").map(StatesTest::read).collect(Collectors.joining());

    @TestFactory
    Stream<DynamicNode> referenceDoesWhatTheTableSays() {
        return Families.all().stream().map(family -> dynamicContainer(family.name(), rows(family)));
    }

    private static <S> Stream<DynamicNode> rows(Family<S> family) {
        Table<S> table = Table.of(family);
        return table.rows().stream()
                .map(row ->
                        dynamicContainer(row.name(), table.cells(row).stream().map(cell -> test(family, cell))));
    }

    private static <S> DynamicNode test(Family<S> family, Table.Cell<S> cell) {
        return dynamicTest(cell.operation().name() + ": " + cell.text(), () -> play(family, cell));
    }

    private static <S> void play(Family<S> family, Table.Cell<S> cell) {
        try (Stage stage = family.script().open()) {
            Play.along(cell.path(), family, stage).end(cell.operation());
        }
    }

    @TestFactory
    Stream<DynamicNode> argumentsAreAnswered() {
        return Argument.all().entrySet().stream()
                .map(family -> dynamicContainer(
                        family.getKey(), family.getValue().stream().map(StatesTest::test)));
    }

    private static DynamicNode test(Argument argument) {
        return dynamicTest(
                argument.call() + ", " + argument.what(), () -> assertEquals(argument.expected(), argument.answer()));
    }

    @Test
    void argumentsAreAllThere() {
        Map<String, Integer> found = new TreeMap<>();
        Argument.all().forEach((family, arguments) -> found.put(family, arguments.size()));
        assertEquals(ARGUMENTS, found);
    }

    @Test
    void cellsAreAllThere() {
        Map<String, Integer> found = new TreeMap<>();
        Families.all()
                .forEach(family ->
                        found.put(family.name(), Table.of(family).cells().size()));
        assertEquals(CELLS, found);
    }

    @Test
    void rulesAndFactsOfCellsExist() {
        Families.all().forEach(family -> Table.of(family).cells().forEach(cell -> assertExists(cell.rule())));
        Argument.all().values().stream()
                .flatMap(List::stream)
                .filter(argument -> !argument.rule().isEmpty())
                .forEach(argument -> assertExists(argument.rule()));
    }

    /** What is no rule is a fact, for which the reference names a test. */
    private static void assertExists(String rule) {
        assertTrue(Rules.all().has(rule) || FACTS.contains("<td>" + rule + "</td>"), rule);
    }

    private static String read(String family) {
        try {
            return Files.readString(
                    Path.of("../reference/src/main/java/workqueue/reference", family, "package-info.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void cellsSayTheSameInAllStatesOfTheirRows() {
        Families.all().forEach(StatesTest::assertUnambiguous);
    }

    private static <S> void assertUnambiguous(Family<S> family) {
        Table<S> table = Table.of(family);
        Set<String> ambiguous = new TreeSet<>();
        for (Row row : table.rows()) {
            for (Operation<S> operation : table.columns()) {
                Set<String> texts = table.texts(row, operation);
                if (texts.size() > 1) {
                    ambiguous.add(family.name() + ", " + row.name() + ", " + operation.name() + ": " + texts);
                }
            }
        }
        assertEquals(List.of(), List.copyOf(ambiguous));
    }
}
