package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a command line is told in one line that names it and what to do, and the exit code is 2. */
class UsageTest {
    private static final String HEADER = "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}\n";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private String refusal(String... args) {
        StringWriter out = new StringWriter();
        err.getBuffer().setLength(0);
        assertEquals(Exit.USAGE, Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args));
        assertEquals("", out.toString());
        List<String> lines = err.toString().lines().toList();
        assertEquals(1, lines.size(), err.toString());
        assertTrue(lines.get(0).startsWith("wq: "), lines.get(0));
        return lines.get(0).substring("wq: ".length());
    }

    private String recording() throws IOException {
        return Files.writeString(folder.resolve("good.ndjson"), HEADER).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "record --threads abc | Invalid value for option '--threads': must be a whole number from -2147483648 to"
                        + " 2147483647, not \"abc\"; wq record --help tells how it is used",
                "record --seed 99999999999999999999 | Invalid value for option '--seed': must be a whole number from"
                        + " -9223372036854775808 to 9223372036854775807, not \"99999999999999999999\"; wq record --help"
                        + " tells how it is used",
                "check --clock-skew | Missing required parameter for option '--clock-skew' (TIME); wq check --help tells"
                        + " how it is used",
                "verify a.ndjson | Missing required parameter: 'CERTIFICATE'; wq verify --help tells how it is used",
                "completion x | Unmatched argument at index 1: 'x'; wq completion --help tells how it is used",
                "chekc | Unmatched argument at index 0: 'chekc'; wq --help tells how it is used",
                "rules D2 --profile mf | --profile lists the rules of a profile; leave it out where rules are named",
                "test --seeds -1 | --seeds must be at least 0, not -1",
                "diff kmdf linux --length 0 | --length is 0; it has to be 1 or more",
            })
    void whatIsWrongIsToldInOneLine(String args, String message) {
        assertEquals(message, refusal(args.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "check", "verify", "record", "model", "rules", "diff", "completion"})
    void anUnknownOptionOfAnyCommandIsNamed(String command) {
        assertEquals("Unknown option: '--nope'; wq " + command + " --help tells how it is used", optionOf(command));
    }

    /** The other arguments are there, so that nothing but the option is wrong. */
    private String optionOf(String command) {
        List<String> args = new ArrayList<>(List.of(command, "--nope"));
        if (List.of("check", "verify", "diff").contains(command)) {
            args.addAll(command.equals("check") ? List.of("a") : List.of("a", "b"));
        }
        return refusal(args.toArray(String[]::new));
    }

    @Test
    void controlCharactersOfAnArgumentDoNotReachTheTerminal() {
        assertTrue(refusal("rules", "\u001b[2J").contains("\\u001b[2J"));
        assertTrue(refusal("rules", "--\u001b[2J").contains("\\u001b[2J"));
    }

    @Test
    void anEmptyNameIsNoFolder() {
        assertEquals("\"\": no name of a file: it is empty", refusal("check", ""));
    }

    @Test
    void unknownProfilesOfRulesAreToldWithThoseThatAre() {
        assertTrue(
                refusal("rules", "--profile", "nope").contains("no rules of a profile \"nope\"; there are client-go,"));
    }

    @Test
    void aFolderIsNoRecording() throws IOException {
        assertTrue(refusal("verify", recording(), folder.toString()).contains("cannot be read: Is a directory"));
    }

    @Test
    void aPlaceForRecordingsThatIsAFileIsToldBeforeTheWork() throws IOException {
        String file = recording();
        assertEquals("--save " + file + ": is a file; name a folder", refusal("test", "--save", file));
    }

    /** A link to a device, so that nothing but the link is lost if this fails. */
    @Test
    void whatIsNoPlainFileIsNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            Path link = Files.createSymbolicLink(folder.resolve("link"), device);
            assertTrue(refusal("check", recording(), "--certificate", link.toString())
                    .contains("is no plain file"));
            assertTrue(Files.isSymbolicLink(link));
            Files.delete(link);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--certificate", "--html", "--junit"})
    void aReportDoesNotReplaceARecording(String option) throws IOException {
        String recording = recording();
        String link = Files.createSymbolicLink(folder.resolve("link.ndjson"), Path.of(recording))
                .toString();
        String message = "is a recording that is to be judged, which would be lost; name another file";
        assertEquals(option + " " + recording + ": " + message, refusal("check", recording, option, recording));
        assertEquals(option + " " + link + ": " + message, refusal("check", recording, option, link));
        assertEquals(option + " " + recording + ": " + message, refusal("check", link, option, recording));
        assertEquals(HEADER, Files.readString(Path.of(recording)));
    }

    @Test
    void aReportDoesNotReplaceOneOfSeveralRecordings() throws IOException {
        String recording = recording();
        assertEquals(
                "--junit " + recording
                        + ": is a recording that is to be judged, which would be lost; name another file",
                refusal("check", folder.toString(), "--junit", recording));
    }

    @Test
    void twoReportsAreTwoFiles() throws IOException {
        String report = folder.resolve("report").toString();
        Path sameFolder = Files.createSymbolicLink(folder.resolve("same"), folder);
        String again = sameFolder.resolve("report").toString();
        assertEquals(
                "--html " + again + ": is the file of --junit, too; name another",
                refusal("check", recording(), "--junit", report, "--html", again));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--certificate", "--html", "--junit"})
    void noReportGoesToStandardOutput(String option) throws IOException {
        assertEquals(
                option + " -: no report goes to standard output; name a file, or ./- for one of this name",
                refusal("check", recording(), option, "-"));
    }

    @Test
    void whatIsWrongWithAFileIsToldInWords() {
        assertEquals("permission denied", Text.problem(new AccessDeniedException("a.ndjson")));
        assertEquals("No space left on device", Text.problem(new IOException("No space left on device")));
    }

    private int rulesTo(String problem) {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(problem);
            }
        };
        PrintWriter out = new PrintWriter(new StandardOutput(broken), true, StandardCharsets.UTF_8);
        return Main.run(out, new PrintWriter(err, true), "rules");
    }

    @Test
    void outputThatDoesNotArriveIsAnError() {
        assertEquals(Exit.USAGE, rulesTo("No space left on device"));
        assertEquals("wq: the output cannot be written; what arrived is not all\n", err.toString());
    }

    @Test
    void aReaderThatHasEnoughIsNoError() {
        assertEquals(Exit.CONFORMS, rulesTo("Broken pipe"));
        assertEquals("", err.toString());
    }
}
