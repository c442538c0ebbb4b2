package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workqueue.properties.reference.ReferenceImplementation;
import workqueue.properties.suite.Suite;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.history.HistoryWriter;
import workqueue.spec.oracle.Oracle;

/** The schema accepts what is read and written, and refuses what is refused. */
class HistorySchemaTest {
    private static final String HEADER = "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}";
    private static final String INVOKE = "{\"seq\":0,\"thread\":1,\"kind\":\"invoke\",\"op\":\"enqueue\",\"item\":1}";
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| ((?:`[a-z]+`(?:, )?)+) \\|", Pattern.MULTILINE);

    static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../spec/src/test/resources/histories"))) {
            return files.filter(path -> path.toString().endsWith(".ndjson.gz"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void whatIsReadAndWhatIsWrittenIsValid(Path recording) throws IOException, HistoryException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(recording))) {
            assertValid(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertValid(written(HistoryReader.read(recording)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kmdf", "mf", "ks-counted", "io"})
    void whatTheSuiteRecordsIsValid(String profile) {
        new Suite(profile)
                .play(new ReferenceImplementation(), 2, 1)
                .filter(played -> played.history() != null)
                .forEach(played -> assertValid(written(played.history())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"item\":null",
                "\"item\":\"i7\"",
                "\"items\":[\"i3\",12]",
                "\"items\":null",
                "\"result\":null",
                "\"later\":{\"a\":[1]}",
                "\"arg\":-9223372036854775808",
                "\"t\":-5,\"queue\":9223372036854775807"
            })
    void whatAReaderAcceptsIsValid(String field) throws IOException, HistoryException {
        String event = INVOKE.replace("\"item\":1", field);
        assertEquals(1, read(HEADER + "\n" + event).events().size());
        assertValid(HEADER + "\n" + event);
    }

    static Stream<String> wrongHeaders() {
        return Stream.of(
                HEADER.replace("/1", "/2"),
                HEADER.replace("\"format\":\"workqueue-history/1\",", ""),
                HEADER.replace(",\"profile\":\"kmdf\"", ""),
                HEADER.replace("\"kmdf\"", "7"),
                header("\"threads\":-1"),
                header("\"threads\":\"4\""),
                header("\"events\":1.5"),
                header("\"events\":-1"),
                header("\"end\":false"),
                header("\"scenario\":{}"),
                header("\"implementation\":[]"),
                header("\"parameters\":[]"),
                header("\"parameters\":{\"automaticSerialization\":1}"),
                header("\"parameters\":{\"workers\":0}"),
                header("\"parameters\":{\"workers\":true}"),
                header("\"parameters\":{\"workers\":[2]}"),
                header("\"parameters\":{\"begin\":\"tasks\"}").replace("kmdf", "ks-counted"),
                header("\"parameters\":{\"queues\":[]}").replace("kmdf", "linux"),
                header("\"parameters\":{\"queues\":{\"q\":{}}}").replace("kmdf", "linux"),
                header("\"parameters\":{\"queues\":{\"0\":true}}").replace("kmdf", "linux"),
                header("\"parameters\":{\"queues\":{\"0\":{\"ordered\":1}}}").replace("kmdf", "libuv"),
                header("\"parameters\":{\"queues\":{\"0\":{\"maxActive\":0}}}").replace("kmdf", "linux"),
                header("\"parameters\":{\"callbackQueue\":0}").replace("kmdf", "mf"));
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void wrongHeadersAreRefusedByBoth(String header) {
        assertRefused(Schemas.HEADER, header, header);
    }

    static Stream<String> wrongEvents() {
        return Stream.of(
                INVOKE.replace("\"seq\":0,", ""),
                INVOKE.replace("\"seq\":0", "\"seq\":-1"),
                INVOKE.replace("\"seq\":0", "\"seq\":null"),
                INVOKE.replace("\"seq\":0", "\"seq\":9223372036854775808"),
                INVOKE.replace("\"seq\":0", "\"seq\":\"0\""),
                INVOKE.replace("\"thread\":1,", ""),
                INVOKE.replace("\"thread\":1", "\"thread\":1.5"),
                INVOKE.replace("\"thread\":1", "\"thread\":-9223372036854775809"),
                INVOKE.replace("\"kind\":\"invoke\",", ""),
                INVOKE.replace("invoke", "call"),
                INVOKE.replace("invoke", "begin"),
                INVOKE.replace("\"op\":\"enqueue\",", ""),
                INVOKE.replace("\"enqueue\"", "[]"),
                INVOKE.replace("\"item\":1", "\"item\":\"1\""),
                INVOKE.replace("\"item\":1", "\"item\":\"i1234567890123456789\""),
                INVOKE.replace("\"item\":1", "\"item\":true"),
                INVOKE.replace("\"item\":1", "\"items\":[null]"),
                INVOKE.replace("\"item\":1", "\"items\":3"),
                INVOKE.replace("\"item\":1", "\"queue\":\"1\""),
                INVOKE.replace("\"item\":1", "\"arg\":9223372036854775808"),
                INVOKE.replace("\"item\":1", "\"t\":\"now\""),
                INVOKE.replace("\"item\":1", "\"result\":0"),
                "[]",
                "null");
    }

    @ParameterizedTest
    @MethodSource("wrongEvents")
    void wrongEventsAreRefusedByBoth(String event) {
        assertRefused(Schemas.EVENT, event, HEADER + "\n" + event);
    }

    @Test
    void theDocumentNamesTheFieldsOfTheSchema() throws IOException {
        String document = Files.readString(Path.of("../spec/HISTORY.md"));
        assertEquals(fields("header"), documented(document, "\n## Header\n"));
        assertEquals(fields("event"), documented(document, "\n## Event\n"));
    }

    private static Set<String> fields(String definition) {
        JsonNode schema = JsonMapper.shared().readTree(Schemas.text("history-1"));
        return new TreeSet<>(schema.at("/$defs/" + definition + "/properties").propertyNames());
    }

    private static Set<String> documented(String document, String section) {
        String rest = document.substring(document.indexOf(section) + section.length());
        return DOCUMENTED
                .matcher(rest.substring(0, rest.indexOf("\n##")))
                .results()
                .map(MatchResult::group)
                .flatMap(row -> Pattern.compile("[a-z]+").matcher(row).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String header(String field) {
        return HEADER.replace("}", "," + field + "}");
    }

    private static void assertValid(String file) {
        List<String> lines = new ArrayList<>(file.lines().toList());
        assertEquals(List.of(), Schemas.errors(Schemas.HEADER, lines.remove(0)));
        for (String line : lines) {
            assertEquals(List.of(), Schemas.errors(Schemas.EVENT, line), line);
        }
    }

    private static void assertRefused(String schema, String line, String file) {
        assertNotEquals(List.of(), Schemas.errors(schema, line), line);
        assertNotEquals(List.of(), Schemas.errors(Schemas.LINE, line), line);
        Exception refusal = assertThrows(Exception.class, () -> new Oracle().judge(read(file)), file);
        assertTrue(refusal instanceof HistoryException || refusal instanceof IllegalArgumentException, file);
    }

    private static History read(String file) throws IOException, HistoryException {
        return HistoryReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(History history) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HistoryWriter.write(history, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
