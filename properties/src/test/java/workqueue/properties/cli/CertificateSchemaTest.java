package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import workqueue.spec.history.Certificate;
import workqueue.spec.history.CertificateReader;
import workqueue.spec.history.CertificateWriter;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;

/** The schema accepts the certificates that are written, and refuses what is refused. */
class CertificateSchemaTest {
    private static final String HEADER = "{\"format\":\"workqueue-certificate/1\",\"profile\":\"mf\",\"verdict\":"
            + "\"caller-violates\",\"rule\":\"M3\",\"strict\":false,\"events\":4,\"items\":[1],\"steps\":1}";
    private static final String STEP = "{\"part\":1,\"event\":5,\"action\":\"Nothing\"}";

    private static Certificate read(String file) throws IOException, HistoryException {
        return CertificateReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertValid(String file) {
        List<String> lines = new ArrayList<>(file.lines().toList());
        assertEquals(List.of(), Schemas.errors(Schemas.CERTIFICATE_HEADER, lines.remove(0)), file);
        for (String line : lines) {
            assertEquals(List.of(), Schemas.errors(Schemas.CERTIFICATE_STEP, line), line);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"microsoft-kmdf-plain-s1", "wine-mf-cancel-race-wait-s1-8", "simulated-fifo-1000-t8-dup"})
    void whatIsWrittenIsValid(String recording) throws IOException, HistoryException {
        Path file = Path.of("../spec/src/test/resources/histories", recording + ".ndjson.gz");
        Certificate certificate =
                new Oracle().certify(HistoryReader.read(file)).certificate().orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CertificateWriter.write(certificate, out);
        assertValid(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsReadIsValid() throws IOException, HistoryException {
        String least =
                "{\"format\":\"workqueue-certificate/1\",\"profile\":\"mf\",\"verdict\":\"conforms\",\"rule\":null,"
                        + "\"events\":0,\"items\":null,\"steps\":2,\"later\":{}}\n{\"event\":null,\"call\":7}\n{}\n";
        assertEquals(2, read(least).steps().size());
        assertValid(least);
        assertEquals(1, read(HEADER + "\n" + STEP).steps().size());
        assertValid(HEADER + "\n" + STEP);
    }

    static Stream<String> wrongHeaders() {
        return Stream.of(
                HEADER.replace("/1", "/2"),
                HEADER.replace(",\"profile\":\"mf\"", ""),
                HEADER.replace("\"mf\"", "3"),
                HEADER.replace("caller-violates", "inconclusive"),
                HEADER.replace("\"verdict\":\"caller-violates\",", ""),
                HEADER.replace("\"M3\"", "3"),
                HEADER.replace("false", "0"),
                HEADER.replace("\"events\":4,", ""),
                HEADER.replace("\"events\":4", "\"events\":-4"),
                HEADER.replace("[1]", "[null]"),
                HEADER.replace("[1]", "1"),
                HEADER.replace(",\"steps\":1", ""),
                HEADER.replace("\"steps\":1", "\"steps\":\"1\""));
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void wrongHeadersAreRefusedByBoth(String header) {
        assertNotEquals(List.of(), Schemas.errors(Schemas.CERTIFICATE_HEADER, header), header);
        assertThrows(HistoryException.class, () -> read(header + "\n" + STEP), header);
    }

    static Stream<String> wrongSteps() {
        return Stream.of(
                STEP.replace("\"part\":1", "\"part\":-1"),
                STEP.replace("\"part\":1", "\"part\":true"),
                STEP.replace("\"event\":5", "\"event\":0.5"),
                STEP.replace("\"event\":5", "\"event\":5,\"call\":5"),
                STEP.replace("\"Nothing\"", "[]"),
                "[]",
                "null");
    }

    @ParameterizedTest
    @MethodSource("wrongSteps")
    void wrongStepsAreRefusedByBoth(String step) {
        assertNotEquals(List.of(), Schemas.errors(Schemas.CERTIFICATE_STEP, step), step);
        assertThrows(HistoryException.class, () -> read(HEADER + "\n" + step), step);
    }

    @Test
    void theDocumentNamesTheFieldsOfTheSchema() throws IOException {
        String document = Files.readString(Path.of("../spec/CERTIFICATE.md"));
        for (String line : List.of("header", "step")) {
            for (String field : JsonMapper.shared()
                    .readTree(Schemas.text("certificate-1"))
                    .at("/$defs/" + line + "/properties")
                    .propertyNames()) {
                assertTrue(document.contains("| `" + field + "` |"), field);
            }
        }
    }
}
