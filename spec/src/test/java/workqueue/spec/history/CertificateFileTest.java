package workqueue.spec.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.Certificate.Step;

/** What is written is read again, and what is wrong with a file is said with its place. */
class CertificateFileTest {
    private static final String HEADER = "{'format':'workqueue-certificate/1','profile':'linux','verdict':'conforms',"
            + "'strict':false,'events':2,'steps':1}\n";
    private static final String STEP = "{'event':1,'action':'Nothing'}\n";

    @TempDir
    private Path folder;

    private HistoryException refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.ndjson"), text.replace('\'', '"'));
        return assertThrows(HistoryException.class, () -> CertificateReader.read(file));
    }

    @ParameterizedTest
    @CsvSource({"plain.ndjson", "packed.ndjson.gz"})
    void everyFieldIsWrittenAndRead(String name) throws IOException, HistoryException {
        Certificate certificate = new Certificate(
                "mf",
                "implementation-violates",
                "MF-17",
                true,
                7,
                List.of(3L, 12L),
                List.of(new Step(2, 5L, null, "Nothing"), new Step(0, null, 6L, "Put[item=3]"), Step.of(9)));
        Path file = folder.resolve(name);
        CertificateWriter.write(certificate, file);
        assertEquals(certificate, CertificateReader.read(file));
    }

    @Test
    void aFileThatIsNotWholeIsRefused() throws IOException {
        assertEquals(
                "line 1: field steps: the header announces 1 steps, the file holds 0: it was cut short",
                refused(HEADER).getMessage());
        assertEquals(
                "line 1: field steps: the header announces 1 steps, the file holds 2",
                refused(HEADER + STEP + STEP).getMessage());
        assertEquals(
                "the file is empty: the first line must be the header, {\"format\":\"workqueue-certificate/1\",\"profile\":…}",
                refused("").getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'workqueue-certificate/1' | 'workqueue-history/1' | line 1: field format: \"workqueue-history/1\" is not",
                "'format' | 'form' | line 1: field format: \"none\" is not \"workqueue-certificate/1\"",
                "'verdict' | 'word' | line 1: field verdict: missing",
                "'conforms' | 'nothing' | line 1: field verdict: \"nothing\" is none of conforms, caller-violates, impl",
                "'strict':false | 'strict':'yes' | line 1: field strict: must be true or false",
                "'event':1 | 'event':1,'part':-1 | line 2: field part: must not be negative",
                "'events':2 | 'events':-2 | line 1: field events: must not be negative",
                "'steps':1 | 'step':1 | line 1: field steps: missing",
                "'event':1 | 'event':'x' | line 2: field event: must be a whole number",
                "'event':1 | 'event':1,'call':2 | line 2: field call: a step is either",
                "'Nothing'} | 'Noth | line 2: not valid JSON"
            })
    void whatIsWrongIsNamed(String right, String wrong, String message) throws IOException {
        String said = refused((HEADER + STEP).replace(right, wrong)).getMessage();
        assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
    }
}
