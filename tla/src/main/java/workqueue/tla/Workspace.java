package workqueue.tla;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A new directory with what a run of TLC reads and writes; closing it deletes it. */
final class Workspace implements AutoCloseable {
    private final Path directory;

    Workspace() throws IOException {
        directory = Files.createTempDirectory("workqueue-tlc");
        Files.createDirectory(temporary());
    }

    Path directory() {
        return directory;
    }

    /** For TLC's own temporary files: it unpacks its standard modules there, and parallel runs would collide. */
    Path temporary() {
        return directory.resolve("tmp");
    }

    Path metadata() {
        return directory.resolve("meta");
    }

    void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }

    /** Deletes what a run has left. */
    void clear() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path path : left) {
                delete(path);
            }
        }
        Files.createDirectory(temporary());
    }

    @Override
    public void close() throws IOException {
        delete(directory);
    }

    /** Deletes the directory and what is in it, also while others delete it, or a process that ends still adds to it. */
    static void delete(Path directory) throws IOException {
        for (int attempt = 1; Files.exists(directory); attempt++) {
            try {
                Files.walkFileTree(directory, new Deletion());
            } catch (IOException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
