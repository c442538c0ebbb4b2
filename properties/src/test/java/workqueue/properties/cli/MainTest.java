package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and messages, as a user meets them. */
class MainTest {
    private static final String HEADER = "{\"format\":\"workqueue-history/1\",\"profile\":\"kmdf\"}\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int wq(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("history.ndjson"), text);
    }

    private void assertRefused(String message, String... args) {
        assertEquals(Exit.USAGE, wq(args));
        assertTrue(err.toString().contains(message), err.toString());
        assertFalse(err.toString().contains("\tat "), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void helpIsNoError() {
        assertEquals(0, wq("--help"));
        String codes = out.toString().substring(out.toString().indexOf("Exit codes:"));
        for (String code : List.of("0", "1", "2", "3", "70", "130")) {
            assertTrue(codes.lines().anyMatch(line -> line.matches(" *" + code + "  .*")), code);
        }
        assertEquals("", err.toString());
    }

    @Test
    void noCommandIsRefused() {
        assertRefused("say what to do: test, check, verify, record, model, rules, diff, completion;");
    }

    @Test
    void unknownCommandIsRefused() {
        assertRefused("Unmatched argument at index 0: 'chekc'", "chekc");
    }

    @Test
    void unknownOptionIsRefused() {
        assertRefused("Unknown option: '--nope'", "check", "--nope", "x");
    }

    @Test
    void missingFileIsRefused() {
        assertRefused("no such file", "check", folder.resolve("none").toString());
    }

    @Test
    void emptyFileIsRefused() throws IOException {
        assertRefused("the file is empty", "check", file("").toString());
    }

    @Test
    void malformedLineIsNamed() throws IOException {
        assertRefused(
                "line 2: not valid JSON", "check", file(HEADER + "{\"seq\":0,").toString());
    }

    @Test
    void missingFieldIsNamed() throws IOException {
        assertRefused(
                "line 2: field seq",
                "check",
                file(HEADER + "{\"thread\":0,\"kind\":\"invoke\",\"op\":\"enqueue\"}")
                        .toString());
    }

    @Test
    void unknownProfileIsRefused() throws IOException {
        assertRefused(
                "unknown profile \"nope\"; known are ",
                "check",
                file(HEADER.replace("kmdf", "nope")).toString());
    }

    private static final String SEEN_TOO_EARLY = HEADER + """
            {"seq":0,"t":1000000,"thread":9,"kind":"begin","op":"run","item":1}
            {"seq":1,"t":2500000,"thread":1,"kind":"invoke","op":"enqueue","item":1}
            """;

    @Test
    void clocksThatDifferExplainWhatIsRecordedTooEarly() throws IOException {
        String file = file(SEEN_TOO_EARLY).toString();
        assertEquals(Exit.VIOLATION, wq("check", file));
        assertEquals(Exit.VIOLATION, wq("check", "--clock-skew", "1.4ms", file));
        assertEquals(Exit.CONFORMS, wq("check", "--clock-skew", "1.5ms", file));
        assertEquals(Exit.CONFORMS, wq("check", "--clock-skew", "1500us", file));
    }

    @Test
    void onlineTheAnswerIsTheSame() throws IOException {
        String file = file(SEEN_TOO_EARLY).toString();
        assertEquals(Exit.VIOLATION, wq("check", file));
        String whole = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(Exit.VIOLATION, wq("check", "--online", file));
        assertEquals(whole, out.toString());
    }

    @Test
    void onlineNothingIsHeldThatCouldBeDrawn() {
        assertRefused("--online holds no recording as a whole", "check", "--online", "--html", "x.html", "x");
    }

    @Test
    void aSkewWithoutAUnitIsRefused() {
        assertRefused(
                "--clock-skew must be a number and one of ns, us, ms, s, such as 2ms; not \"2\"",
                "check",
                "--clock-skew",
                "2",
                "x");
    }

    @Test
    void aSkewNeedsTimes() throws IOException {
        String file = file(SEEN_TOO_EARLY.replace("\"t\":2500000,", "")).toString();
        assertRefused("seq 1: field t: missing", "check", "--clock-skew", "2ms", file);
    }

    @Test
    void unknownRuleIsRefused() {
        assertRefused("no rule \"D99\"", "rules", "D99");
    }

    @Test
    void unknownModelIsRefused() {
        assertRefused("no model Nope", "model", "Nope");
    }

    @Test
    void aPictureIsOfOneModel() {
        String page = folder.resolve("page.html").toString();
        assertRefused("--html draws the counterexample of one model", "model", "--html", page);
        assertRefused(
                "--html draws the counterexample of one model",
                "model",
                "KernelStreaming",
                "IoWorkItem",
                "--html",
                page);
    }

    @Test
    void unknownSuiteIsRefused() {
        assertRefused("no suite for profile \"nope\"", "test", "--profile", "nope");
    }

    @Test
    void unknownClassIsRefused() {
        assertRefused("no class com.example.None", "test", "--class", "com.example.None");
    }

    @Test
    void classOfAnotherKindIsRefused() {
        assertRefused("does not implement", "test", "--class", "java.util.ArrayList");
    }

    @Test
    void conformingHistoryIsZero() throws IOException {
        assertEquals(0, wq("check", file(HEADER).toString()));
        assertTrue(out.toString().contains("conforms"));
    }

    @Test
    void violationIsOneAndShowsItsWitness() throws IOException {
        Path file = file(HEADER
                + "{\"seq\":4,\"thread\":1,\"kind\":\"begin\",\"op\":\"run\",\"item\":7}\n"
                + "{\"seq\":5,\"thread\":1,\"kind\":\"end\",\"op\":\"run\",\"item\":7}\n");
        assertEquals(Exit.VIOLATION, wq("check", file.toString()));
        assertTrue(out.toString().contains("implementation-violates R1"), out.toString());
        assertTrue(out.toString().contains("#4 thread 1 begin run item 7"), out.toString());
    }

    @Test
    void jsonIsOneObjectALine() throws IOException {
        assertEquals(0, wq("check", "--json", file(HEADER).toString()));
        assertTrue(out.toString().startsWith("{\"format\":\"workqueue-verdict/1\",\"file\":"), out.toString());
        assertEquals(1, out.toString().strip().lines().count());
    }

    @Test
    void budgetThatIsSpentIsInconclusive() throws IOException {
        Path file = file(HEADER.replace("kmdf", "mf")
                + "{\"seq\":0,\"thread\":1,\"kind\":\"invoke\",\"op\":\"startup\"}\n"
                + "{\"seq\":1,\"thread\":1,\"kind\":\"return\",\"op\":\"startup\",\"result\":\"0x00000000\"}\n");
        assertEquals(Exit.INCONCLUSIVE, wq("check", "--budget", "1", file.toString()));
    }

    @Test
    void controlCharactersOfAFileDoNotReachTheTerminal() throws IOException {
        Path file = file(HEADER + "{\"seq\":0,\"thread\":1,\"kind\":\"invoke\",\"op\":\"\\u001b[2J\",\"item\":7}\n");
        assertEquals(Exit.USAGE, wq("check", file.toString()));
        assertFalse(err.toString().contains("\u001b"), err.toString());
    }

    @Test
    void differenceIsShownBothWays() {
        assertEquals(0, wq("diff", "kmdf", "kmdf-legacy"));
        assertTrue(
                out.toString().contains("kmdf allows, kmdf-legacy forbids:\n   1  enqueue 1\n   2  enqueue 1\n"),
                out.toString());
        assertTrue(out.toString().contains("WDF-10 (the caller's duty)"), out.toString());
        assertTrue(
                out.toString().contains("Every scenario of up to 8 steps that kmdf-legacy allows, kmdf allows too."),
                out.toString());
    }

    @Test
    void wrongComparisonsAreRefused() {
        assertRefused("unknown profile \"vms\"; known are client-go", "diff", "kmdf", "vms");
        assertRefused("there is no step \"nap\"; there are enqueue, ", "diff", "kmdf", "mf", "--without", "nap");
        assertRefused("--length is 0", "diff", "kmdf", "mf", "--length", "0");
    }

    @Test
    void ruleShowsWhereItStands() {
        assertEquals(0, wq("rules", "d2"));
        assertTrue(out.toString().contains("WorkQueue!Coalesce"), out.toString());
    }
}
