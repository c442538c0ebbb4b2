package workqueue.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No process and no file of a run outlives it. */
@Isolated("looks at all child processes")
class TlcEndTest {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path temporary;

    @Test
    void interrupt() throws InterruptedException {
        Set<ProcessHandle> others = children();
        CountDownLatch running = new CountDownLatch(1);
        AtomicReference<Exception> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                new Tlc().withProgress(p -> running.countDown()).run(EndlessRun.model());
            } catch (InterruptedException | RuntimeException e) {
                thrown.set(e);
            }
        });
        thread.start();
        assertTrue(running.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        Set<ProcessHandle> children = children();
        children.removeAll(others);
        assertEquals(1, children.size());
        thread.interrupt();
        thread.join(PATIENCE.toMillis());
        assertInstanceOf(InterruptedException.class, thrown.get());
        assertFalse(children.iterator().next().isAlive());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endOfTheParent(boolean byForce) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path")
                                + File.pathSeparator
                                + System.getProperty("surefire.test.class.path", ""),
                        EndlessRun.class.getName())
                .start();
        assertEquals('r', parent.getInputStream().read()); // "running"
        List<ProcessHandle> children = parent.descendants().toList();
        assertEquals(1, children.size());
        assertEquals(1, filesIn(temporary));
        if (byForce) {
            parent.destroyForcibly();
        } else {
            parent.destroy();
        }
        children.get(0).onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertTrue(parent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertEquals(0, filesIn(temporary));
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private static long filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().startsWith("workqueue"))
                    .count();
        }
    }
}
