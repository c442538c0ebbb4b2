package workqueue.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is repeated is counted, class by class; one failure fails the whole. */
class RepeatTest {
    @TempDir
    private Path folder;

    private String output;

    private int repeat(String pattern) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(Repeat.class.getName(), "1", pattern, folder.toString(), "target/test-classes"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test
    void failuresAreCounted() throws IOException, InterruptedException {
        assertEquals(1, repeat("workqueue\\.testing\\.SampleOfRepeat\\$.*"), () -> output);
        assertTrue(output.lines().anyMatch(row("0 of 1", "SampleOfRepeat$Good")::equals), output);
        assertTrue(output.lines().anyMatch(row("1 of 1", "SampleOfRepeat$Bad")::equals), output);
    }

    @Test
    void withoutFailuresItSucceeds() throws IOException, InterruptedException {
        assertEquals(0, repeat("workqueue\\.testing\\.SampleOfRepeat\\$Good"), () -> output);
    }

    @Test
    void nothingToRepeatIsNoSuccess() throws IOException, InterruptedException {
        assertEquals(1, repeat("no\\.such\\.Test"), () -> output);
    }

    private static String row(String cell, String name) {
        return "%15s ".formatted(cell).repeat(3) + "workqueue.testing." + name;
    }
}
