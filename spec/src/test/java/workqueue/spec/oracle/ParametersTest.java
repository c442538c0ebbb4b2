package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;

/** The parameters of a header: what is wrong is named with what it has to be, what is not known is ignored. */
class ParametersTest {
    private static History history(String profile, String parameters) throws IOException, HistoryException {
        String header = "{\"format\":\"workqueue-history/1\",\"profile\":\"%s\",\"parameters\":{%s}}";
        return HistoryReader.read(
                new ByteArrayInputStream(header.formatted(profile, parameters).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kmdf | 'automaticSerialization': 'yes' | automaticSerialization: must be true or false, not \"yes\"",
                "kmdf | 'workers': 0 | workers: must be a whole number, at least 1, not 0",
                "io | 'workers': 1.5 | workers: must be a whole number, at least 1, not \"1.5\"",
                "io | 'workers': [2] | workers: must be a whole number, at least 1, not [2]",
                "mf | 'callbackQueue': 99999999999999999999 | callbackQueue: must be a whole number, at least 1, not"
                        + " \"99999999999999999999\"",
                "ks-counted | 'begin': 'Task' | begin: must be \"routine\" or \"task\", not \"Task\"",
                "ks-counted | 'begin': true | begin: must be \"routine\" or \"task\", not true",
                "linux | 'queues': 4 | queues: must be an object with an object for each queue by its number, not 4",
                "linux | 'queues': {'01': {}} | queues: must be an object with an object for each queue by its number, not"
                        + " {01={}}",
                "linux | 'queues': {'0': {'maxActive': 0}} | queues.0.maxActive: must be a whole number, at least 1, not 0",
                "libdispatch | 'queues': {'7': {'ordered': 1}} | queues.7.ordered: must be true or false, not 1",
            })
    void whatIsWrongIsNamed(String profile, String parameters, String problem) throws IOException, HistoryException {
        History history = history(profile, parameters.replace('\'', '"'));
        String message = "line 1: field parameters." + problem;
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Oracle().judge(history))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new OnlineOracle(history.header(), Oracle.BUDGET, false))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kmdf | 'automaticSerialisation': 3",
                "kmdf | 'callbackQueue': 0, 'workers': null",
                "ks-counted | 'begin': 'routine'",
                "linux | 'queues': {'-1': {'maxActive': 2, 'ordered': false, 'name': 'events'}}",
            })
    void whatIsNotKnownIsIgnored(String profile, String parameters) throws IOException, HistoryException {
        assertEquals(
                Verdict.Outcome.CONFORMS,
                new Oracle()
                        .judge(history(profile, parameters.replace('\'', '"')))
                        .outcome());
    }
}
