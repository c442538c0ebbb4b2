package workqueue.properties.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
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

    /** A mutant that is not observed is given more; each is, a thousand times or more, in the first also beside a load. */
    private static final List<String> MODES = List.of(System.getProperty("jcstress.mode", "quick"), "default", "tough");

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
        assertEquals(0, jcstress("workqueue.jcstress.[^M]", MODES.get(0)));
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
        int exit = 0;
        for (Iterator<String> mode = MODES.iterator(); exit == 0 && mode.hasNext(); ) {
            exit = jcstress("workqueue.jcstress." + mutant, mode.next());
        }
        assertEquals(FORBIDDEN_FOUND, exit);
    }

    private static int jcstress(String tests, String mode) throws IOException, InterruptedException {
        assumeTrue(
                Runtime.getRuntime().availableProcessors() > 1,
                "jcstress runs two actors on two processors, and there is one");
        Path results = Files.createDirectories(RESULTS.resolve(tests.replaceAll("[^A-Za-z]", "")));
        Path output = results.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main"));
        command.addAll(List.of("-t", tests, "-m", mode));
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
