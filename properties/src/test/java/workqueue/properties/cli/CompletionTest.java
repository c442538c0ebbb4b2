package workqueue.properties.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash completes with the script of {@code wq completion}. */
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private Path folder;

    private Set<String> complete(String words, int current) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(BASH), "SKIPPED: no bash on this machine");
        StringWriter script = new StringWriter();
        assertEquals(
                0,
                Main.run(
                        new PrintWriter(script, true),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                        "completion"));
        Path file = Files.writeString(folder.resolve("completion"), script.toString());
        Process bash = new ProcessBuilder(
                        BASH.toString(),
                        "--norc",
                        "-c",
                        "source " + file + "; COMP_WORDS=(" + words + "); COMP_CWORD=" + current
                                + "; _complete_wq; echo \"${COMPREPLY[@]}\"")
                .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt is heard only where a key was pressed
                .start();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), answer);
        return Set.copyOf(List.of(answer.strip().split("\\s+")));
    }

    @Test
    void commandsAreCompleted() throws Exception {
        assertEquals(Set.of("check"), complete("wq ch", 1));
    }

    @Test
    void optionsOfACommandAreCompleted() throws Exception {
        assertEquals(Set.of("--json", "--junit"), complete("wq check --j", 2));
    }

    @Test
    void whatIsNoneIsNotCompleted() throws Exception {
        assertEquals(Set.of(""), complete("wq nothing", 1));
    }
}
