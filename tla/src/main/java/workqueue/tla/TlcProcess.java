package workqueue.tla;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tlc2.TLC;

/** One process that runs TLC in a workspace. */
final class TlcProcess {
    private final Workspace workspace;
    private final List<String> command = new ArrayList<>();

    TlcProcess(Workspace workspace, List<String> jvmOptions, List<String> tlcArguments) {
        this.workspace = workspace;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Djava.io.tmpdir=" + workspace.temporary());
        command.add("-cp");
        command.add(homeOf(TLC.class) + File.pathSeparator + homeOf(TlcMain.class));
        command.add(TlcMain.class.getName());
        command.add(workspace.directory().toString());
        command.addAll(tlcArguments);
    }

    /** The jar or directory that a class comes from. */
    private static Path homeOf(Class<?> c) {
        try {
            return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs the process to its end.
     *
     * @param lines takes what it prints, line by line, on another thread
     * @return the exit code; none if the process was ended because the time ran out
     * @throws InterruptedException if the thread is interrupted; the process is ended before this is thrown
     */
    OptionalInt run(Duration limit, Consumer<String> lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(workspace.directory().toFile())
                .redirectErrorStream(true)
                .start();
        Thread hook = new Thread(() -> endQuietly(process), "end TLC");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            FutureTask<Void> reading = new FutureTask<>(() -> forEachLine(process, lines), null);
            Thread reader = new Thread(reading, "read TLC");
            reader.setDaemon(true);
            reader.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.empty();
            }
            reading.get();
            return OptionalInt.of(process.exitValue());
        } catch (ExecutionException e) {
            throw new IllegalStateException("TLC's output could not be read", e.getCause());
        } finally {
            end(process);
            remove(hook);
        }
    }

    private static void forEachLine(Process process, Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            if (process.isAlive()) { // else its end was not waited for
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The shutdown hook: the virtual machine ends before {@link #run} can clean up. */
    private void endQuietly(Process process) {
        end(process);
        try {
            workspace.close();
        } catch (IOException e) {
            // there is nobody left to tell
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the hook runs already
        }
    }
}
