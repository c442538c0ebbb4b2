package workqueue.tla;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new directory with what a run of TLC reads and writes; closing it deletes it. */
final class Workspace implements AutoCloseable {
    private static final Pattern IMPORTS =
            Pattern.compile("\\bEXTENDS\\s+(\\w+(?:\\s*,\\s*\\w+)*)|\\bINSTANCE\\s+(\\w+)");

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

    /**
     * Writes the module and all that it imports, except TLA+'s standard modules, and applies the mutations.
     *
     * @throws IllegalArgumentException if a mutation cannot be applied
     */
    void writeModules(String root, List<Mutation> mutations) throws IOException {
        Set<String> written = new HashSet<>();
        writeModules(root, mutations, written);
        for (Mutation mutation : mutations) {
            if (!written.contains(mutation.file())) {
                throw new IllegalArgumentException(
                        root + " does not import " + mutation.file() + ", which is to be mutated");
            }
        }
    }

    private void writeModules(String module, List<Mutation> mutations, Set<String> written) throws IOException {
        String file = module + ".tla";
        if (!Resources.exists(file) || !written.add(file)) {
            return;
        }
        String text = Resources.text(file);
        for (Mutation mutation : mutations) {
            if (mutation.file().equals(file)) {
                text = mutation.applyTo(text);
            }
        }
        write(file, text);
        for (Matcher imports = IMPORTS.matcher(text); imports.find(); ) {
            String names = imports.group(1) != null ? imports.group(1) : imports.group(2);
            for (String name : names.split("\\s*,\\s*", -1)) {
                writeModules(name, mutations, written);
            }
        }
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
