package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The schema accepts every verdict that is printed, and refuses what no verdict can be. */
class VerdictSchemaTest {
    private static final String BROKEN = "{\"format\":\"workqueue-verdict/1\",\"file\":\"a\",\"verdict\":\"%s\","
            + "\"rule\":\"M1\",\"level\":\"%s\",\"reason\":\"so\",\"culprit\":0,\"configurations\":3,"
            + "\"witness\":[{\"seq\":0,\"thread\":1,\"kind\":\"invoke\",\"op\":\"enqueue\",\"item\":1}]}";
    private static final String VIOLATION = BROKEN.formatted("implementation-violates", "MUST");
    private static final String MISUSE = BROKEN.formatted("caller-violates", "CALLER");
    private static final String CONFORMS = "{\"format\":\"workqueue-verdict/1\",\"scenario\":\"a\",\"verdict\":"
            + "\"conforms\",\"reason\":\"so\",\"configurations\":3,\"witness\":[]}";

    private static List<String> printed(String... args) {
        StringWriter out = new StringWriter();
        Main.run(new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), args);
        return out.toString().lines().toList();
    }

    @Test
    void verdictsOfRecordingsAreValid() {
        List<String> verdicts = printed("check", "--json", "--strict", "../spec/src/test/resources/histories");
        verdicts.forEach(VerdictSchemaTest::assertValid);
        for (String word : List.of("conforms", "caller-violates", "implementation-violates")) {
            assertTrue(verdicts.stream().anyMatch(one -> one.contains("\"verdict\":\"" + word + "\"")), word);
        }
    }

    @Test
    void aVerdictThatIsNoneIsValid() {
        List<String> verdicts = printed(
                "check", "--json", "--budget", "1", "../spec/src/test/resources/histories/wine-mf-dup-s1-8.ndjson.gz");
        assertTrue(verdicts.get(0).contains("\"verdict\":\"inconclusive\""), verdicts.get(0));
        verdicts.forEach(VerdictSchemaTest::assertValid);
    }

    @Test
    void theWitnessIsMadeOfLinesOfTheHistory(@TempDir Path folder) throws IOException {
        String begin = "{\"seq\":4,\"t\":9,\"thread\":1,\"kind\":\"begin\",\"op\":\"run\",\"item\":7,\"items\":[7]}";
        Path file = Files.writeString(
                folder.resolve("a.ndjson"), "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}\n" + begin);
        String verdict = printed("check", "--json", file.toString()).get(0);
        assertTrue(verdict.endsWith("\"witness\":[" + begin + "]}"), verdict);
    }

    @Test
    void verdictsOfScenariosAreValid() {
        List<String> verdicts = printed("test", "--json", "--profile", "ks", "--seeds", "2");
        assertTrue(verdicts.size() > 2, () -> verdicts.size() + " verdicts");
        verdicts.forEach(VerdictSchemaTest::assertValid);
    }

    @Test
    void theExamplesAreValid() {
        Stream.of(VIOLATION, MISUSE, CONFORMS).forEach(VerdictSchemaTest::assertValid);
    }

    static Stream<String> wrong() {
        return Stream.of(
                VIOLATION.replace("/1", "/2"),
                VIOLATION.replace("\"file\":\"a\",", ""),
                VIOLATION.replace("\"file\"", "\"scenario\":\"b\",\"file\""),
                VIOLATION.replace("implementation-violates", "violates"),
                VIOLATION.replace("\"rule\":\"M1\",", ""),
                VIOLATION.replace("\"level\":\"MUST\",", ""),
                VIOLATION.replace("\"M1\"", "\"the first\""),
                VIOLATION.replace("MUST", "MAY"),
                VIOLATION.replace("MUST", "CALLER"),
                MISUSE.replace("CALLER", "MUST"),
                VIOLATION.replace("\"so\"", "\"\""),
                VIOLATION.replace("\"reason\":\"so\",", ""),
                VIOLATION.replace("\"culprit\":0", "\"culprit\":\"0\""),
                VIOLATION.replace("\"configurations\":3", "\"configurations\":-3"),
                VIOLATION.replaceAll("\"witness\":.*]", "\"witness\":[]"),
                VIOLATION.replace("\"seq\":0,", ""),
                VIOLATION.replace("invoke", "call"),
                CONFORMS.replace("\"reason\"", "\"rule\":\"M1\",\"level\":\"CALLER\",\"reason\""),
                CONFORMS.replace("\"reason\"", "\"culprit\":1,\"reason\""),
                CONFORMS.replace(",\"witness\":[]", ""),
                VIOLATION.replace("implementation-violates", "conforms"),
                VIOLATION.replace("implementation-violates", "inconclusive"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongVerdictsAreRefused(String verdict) {
        assertNotEquals(List.of(), Schemas.errors(Schemas.VERDICT, verdict), verdict);
    }

    @Test
    void theDocumentNamesTheFieldsOfTheSchema() throws IOException {
        String document = Files.readString(Path.of("../spec/VERDICT.md"));
        for (String field : JsonMapper.shared()
                .readTree(Schemas.text("verdict-1"))
                .get("properties")
                .propertyNames()) {
            assertTrue(document.contains("| `" + field + "` |"), field);
        }
    }

    private static void assertValid(String verdict) {
        assertEquals(List.of(), Schemas.errors(Schemas.VERDICT, verdict), verdict);
    }
}
