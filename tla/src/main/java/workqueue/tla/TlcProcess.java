package workqueue.tla;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
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
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tlc2.TLC;

/** A process that runs TLC, one run at a time, in a workspace of its own. Closing it ends both. */
final class TlcProcess implements AutoCloseable {
    private final Workspace workspace = new Workspace();
    private final Process process;
    private final BufferedReader output;
    private final Writer input;
    private int runs;
    private final Thread hook = new Thread(this::endQuietly, "end TLC");

    TlcProcess(List<String> jvmOptions, Path tools) throws IOException {
        process = new ProcessBuilder(command(jvmOptions, tools))
                .directory(workspace.directory().toFile())
                .redirectErrorStream(true)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
        input = process.outputWriter(StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private List<String> command(List<String> jvmOptions, Path tools) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Djava.io.tmpdir=" + workspace.temporary());
        command.addAll(List.of("-cp", homeOf(TlcMain.class), TlcMain.class.getName()));
        command.addAll(List.of(
                workspace.directory().toString(),
                tools == null ? homeOf(TLC.class) : tools.toAbsolutePath().toString(),
                homeOf(TlcRun.class)));
        return command;
    }

    /** The jar or directory that a class comes from. */
    private static String homeOf(Class<?> c) {
        try {
            return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /**
     * Runs TLC to its end. If it does not come to that, the process ends.
     *
     * @param lines takes what it prints, line by line, on another thread
     * @return the exit code; none if the time ran out
     * @throws InterruptedException if the thread is interrupted
     */
    OptionalInt run(List<String> arguments, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        boolean ended = false;
        runs++;
        try {
            OptionalInt exitCode = start(arguments, limit, lines);
            ended = exitCode.isPresent();
            return exitCode;
        } finally {
            if (!ended) {
                end();
            }
        }
    }

    private OptionalInt start(List<String> arguments, Duration limit, Consumer<String> lines)
            throws IOException, InterruptedException {
        input.write(String.join(TlcMain.SEPARATOR, arguments) + "\n");
        input.flush();
        FutureTask<Integer> reading = new FutureTask<>(() -> read(lines));
        Thread reader = new Thread(reading, "read TLC");
        reader.setDaemon(true);
        reader.start();
        try {
            return OptionalInt.of(reading.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return OptionalInt.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("TLC's output could not be read", e.getCause());
        }
    }

    private int read(Consumer<String> lines) throws IOException, InterruptedException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(TlcMain.END)) {
                return Integer.parseInt(line.substring(TlcMain.END.length()));
            }
            lines.accept(line);
        }
        return process.waitFor(); // TLC has ended its virtual machine
    }

    /** How often it has run TLC. */
    int runs() {
        return runs;
    }

    /** Whether it can run TLC again. */
    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() throws IOException {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the hook runs already
        }
        workspace.close();
    }

    private void end() {
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

    /** The shutdown hook: the virtual machine ends before anyone can clean up. */
    private void endQuietly() {
        end();
        try {
            workspace.close();
        } catch (IOException e) {
            // there is nobody left to tell
        }
    }
}
