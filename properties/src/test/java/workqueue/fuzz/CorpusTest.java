package workqueue.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in the corpus is read or refused, soon and with little memory. */
class CorpusTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    static List<Path> histories() throws IOException {
        return corpus("history");
    }

    static List<Path> certificates() throws IOException {
        return corpus("certificate");
    }

    static List<Path> manifests() throws IOException {
        return corpus("manifest");
    }

    private static List<Path> corpus(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/corpus", name))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void historiesAreReadOrRefused(Path file) throws IOException {
        check(Files.readAllBytes(file), HistoryFuzz::fuzzerTestOneInput);
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void certificatesAreReadOrRefused(Path file) throws IOException {
        check(Files.readAllBytes(file), CertificateFuzz::fuzzerTestOneInput);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void manifestsAreReadOrRefused(Path file) throws IOException {
        check(Files.readAllBytes(file), ManifestFuzz::fuzzerTestOneInput);
    }

    private static void check(byte[] file, ThrowingConsumer<byte[]> target) {
        assertTimeoutPreemptively(SOON, () -> {
            Memory memory = new Memory();
            target.accept(file);
            memory.check(file.length);
        });
    }

    @Test
    void aRefusalWithoutAPlaceIsNoticed() {
        Exception refusal = new IllegalArgumentException("no");
        assertThrows(AssertionError.class, () -> Refusal.check(refusal, "line \\d+: .+"));
    }

    @Test
    void memoryThatNoInputNeedsIsNoticed() {
        Memory memory = new Memory();
        byte[][] much = new byte[64][];
        for (int k = 0; k < much.length; k++) {
            much[k] = new byte[1 << 20];
        }
        assertThrows(AssertionError.class, () -> memory.check(much[7].length >> 16));
    }
}
