package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tlc2.TLC;

/** Whoever has nothing but TLC gets the same answers: by the command of this module's README, or in a folder of its own. */
class PlainTlcTest {
    private static final Pattern COMMAND =
            Pattern.compile("java (-DTLA-Library=\\S+) -cp tla2tools.jar tlc2.TLC (.*) -config (\\S+) (\\S+)");
    private static final String GOOD = "Model checking completed. No error has been found.";

    @TempDir
    private Path folder;

    private String run(Path directory, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Djava.io.tmpdir=" + folder);
        String jar =
                TLC.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        command.addAll(List.of("-cp", jar, TLC.class.getName()));
        command.addAll(List.of("-metadir", folder.resolve("states").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private String documented(String configuration, String module) throws IOException, InterruptedException {
        Matcher command = COMMAND.matcher(Files.readString(Path.of("README.md")));
        assertTrue(command.find(), "README.md has no command");
        List<String> arguments = new ArrayList<>(List.of(command.group(2).split(" ", -1)));
        arguments.addAll(List.of("-config", configuration, module));
        return run(Path.of("models"), List.of(command.group(1)), arguments);
    }

    @Test
    void theDocumentedCommandChecksProgress() throws IOException, InterruptedException {
        Matcher command = COMMAND.matcher(Files.readString(Path.of("README.md")));
        assertTrue(command.find(), "README.md has no command");
        String output = documented(command.group(3), command.group(4));
        assertTrue(output.contains(GOOD), output);
        assertTrue(output.contains("temporal properties for the complete state space"), output);
    }

    @Test
    void theDocumentedCommandRefutesADefect() throws IOException, InterruptedException {
        String output = documented("ClientGoDrainEarly.cfg", "MCClientGoDrain");
        assertTrue(output.contains("is violated"), output);
    }

    /** The mutation is in the module that is written, and only what it violates is checked. */
    @Test
    void aFolderOfItsOwnIsEnough() throws IOException, InterruptedException {
        Model mutant = Models.load().named("WorkQueueContract-starts-excluded").orElseThrow();
        String output = run(folder, List.of(), Tlc.write(mutant, folder));
        assertTrue(output.contains("Invariant MutualExclusion is violated"), output);
        Model model = Samples.passing();
        String sound = run(folder, List.of(), Tlc.write(model, folder));
        assertTrue(sound.contains(GOOD), sound);
    }
}
