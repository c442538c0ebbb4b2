package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

/** {@code wq record}, as a process: its standard output is the recording. */
class RecordTest {
    private static Process wq(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void theRecordingIsStandardOutput() throws Exception {
        Process wq = wq("record", "--profile", "kmdf", "--serialized", "--operations", "40", "--seed", "3");
        History history = HistoryReader.read(wq.getInputStream());
        assertEquals(0, wq.waitFor());
        assertEquals("ok", history.header().end());
        assertEquals(
                "workload: 4 threads, 8 items, 40 operations, seed 3",
                history.header().scenario());
        assertTrue(history.header().flag("automaticSerialization"));
        assertEquals(Verdict.Outcome.CONFORMS, new Oracle().judge(history).outcome());
    }

    /** What Ctrl-C does, does the end of a process: it asks the process to come to an end. */
    @Test
    void whatWasRecordedWhenItIsInterruptedCanBeJudged() throws Exception {
        int events = 0;
        for (long millis = 250; events <= 100; millis *= 2) { // until the machine has had time to begin
            Process wq = wq("record", "--profile", "ks", "--threads", "1", "--operations", "1000000");
            assertTrue(!wq.waitFor(millis, TimeUnit.MILLISECONDS), "ended by itself");
            wq.toHandle().destroy(); // leaves its standard output open
            events = judgedThoughCut(wq);
        }
    }

    /** Returns how many events it has; none if it was interrupted before it began. */
    private static int judgedThoughCut(Process wq) throws Exception {
        try (InputStream out = wq.getInputStream()) {
            byte[] recorded = out.readAllBytes();
            wq.waitFor();
            if (recorded.length == 0) {
                return 0;
            }
            History history = HistoryReader.read(new ByteArrayInputStream(recorded));
            assertEquals("cut", history.header().end());
            assertEquals(Verdict.Outcome.CONFORMS, new Oracle().judge(history).outcome());
            return history.events().size();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0| --threads must be from 1 to 1000, not 0",
                "--operations 1000001| --operations must be from 1 to 1000000, not 1000001",
                "--profile linux| --profile must be one of io, kmdf, kmdf-legacy, ks, ks-counted, mf, which the reference"
                        + " has, not \"linux\"",
                "--profile io --items 3| --items must be at least --threads in profile io, where an item belongs to a"
                        + " thread: 3 is less than 4",
                "--profile mf --serialized| --serialized is of profiles kmdf and kmdf-legacy, not of mf"
            })
    void whatMakesNoSenseIsRefusedInOneLine(String args, String message) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), ("record " + args).split(" "));
        assertEquals(Exit.USAGE, exit);
        assertEquals("wq: " + message + System.lineSeparator(), err.toString());
        assertEquals("", out.toString());
    }
}
