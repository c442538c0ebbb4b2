package workqueue.properties.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the jcstress tests of package {@code workqueue.jcstress} in a process of their own: what is right has no forbidden
 * outcome, and every mutant has one. {@code -Djcstress.mode=default} takes longer and tries more.
 */
class MemoryOrderIT {
    private static final Path RESULTS = Path.of("target/jcstress").toAbsolutePath();
    private static final int FORBIDDEN_FOUND = 1;

    @Test
    @Tag("V1")
    @Tag("V2")
    @Tag("D1")
    @Tag("A1")
    @Tag("L3")
    @Tag("KS-13")
    @Tag("IO-28")
    @Tag("MF-47")
    @Tag("MF-66")
    void nothingForbiddenIsObserved() throws IOException, InterruptedException {
        assertEquals(0, jcstress("workqueue.jcstress.[^M]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MutantReadsTheMark",
                "MutantChecksThenActs",
                "MutantDrainsTooEarly",
                "MutantQueuesAfterALook",
                "MutantKeepsTheContextInTheItem",
                "MutantPutsAfterALook"
            })
    void mutantsAreObserved(String mutant) throws IOException, InterruptedException {
        assertEquals(FORBIDDEN_FOUND, jcstress("workqueue.jcstress." + mutant));
    }

    private static int jcstress(String tests) throws IOException, InterruptedException {
        Path results = Files.createDirectories(RESULTS.resolve(tests.replaceAll("[^A-Za-z]", "")));
        Path output = results.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main"));
        command.addAll(List.of("-t", tests, "-m", System.getProperty("jcstress.mode", "quick")));
        command.addAll(List.of("-sc", "false", "-jvmArgs", "-Xmx256m", "-r", results.toString()));
        Process process = new ProcessBuilder(command)
                .directory(results.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.MINUTES), "no end in an hour; see " + output);
            assertTrue(Files.readString(output).contains("HTML report generated"), "nothing was run; see " + output);
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
