package workqueue.properties.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The recordings that arguments name: files as they are, and of a folder all that are called so below it. */
final class Recordings {
    /** What recordings in a folder are called. */
    static final List<String> ENDINGS = List.of(".ndjson", ".ndjson.gz");

    /**
     * Where one recording is.
     *
     * @param name what it is called in output
     * @param path the file; null for standard input, and with a problem
     * @param problem why it cannot be looked at, or null
     */
    record Source(String name, Path path, String problem) {}

    private Recordings() {}

    /** Whether an argument is a folder. */
    static boolean isFolder(String argument) {
        try {
            return !argument.equals("-") && !argument.isEmpty() && Files.isDirectory(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** All recordings, in the order of the arguments and of a folder in the order of their names. */
    static List<Source> of(List<String> arguments) {
        List<Source> sources = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("-")) {
                sources.add(new Source(argument, null, null));
            } else if (isFolder(argument)) {
                sources.addAll(below(Path.of(argument)));
            } else {
                sources.add(file(argument));
            }
        }
        return sources;
    }

    private static Source file(String argument) {
        if (argument.isEmpty()) {
            return new Source("\"\"", null, "no name of a file: it is empty");
        }
        try {
            return new Source(argument, Path.of(argument), null);
        } catch (InvalidPathException e) {
            return new Source(argument, null, "no name of a file: " + e.getReason());
        }
    }

    private static List<Source> below(Path folder) {
        Finder finder = new Finder(folder);
        try {
            Files.walkFileTree(folder.toRealPath(), finder);
        } catch (IOException e) {
            finder.refuse(folder, e);
        }
        if (finder.found.isEmpty()) {
            String problem = "no file below it is called *" + String.join(" or *", ENDINGS);
            return List.of(new Source(folder.toString(), null, problem));
        }
        finder.found.sort(Comparator.comparing(Source::name));
        return finder.found;
    }

    /** Collects what is called like a recording; what cannot be looked into is collected as a problem. */
    private static final class Finder extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Source> found = new ArrayList<>();

        Finder(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString();
            if (!attributes.isOther() && ENDINGS.stream().anyMatch(name::endsWith)) {
                found.add(new Source(named(file), file, null));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            refuse(Path.of(named(file)), e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
            if (e != null) {
                refuse(Path.of(named(visited)), e);
            }
            return FileVisitResult.CONTINUE;
        }

        void refuse(Path path, IOException e) {
            found.add(new Source(path.toString(), null, "cannot be read: " + Text.problem(e)));
        }

        /** A path below the folder as the user would write it, also where the folder is a link. */
        private String named(Path path) throws IOException {
            return folder.resolve(folder.toRealPath().relativize(path)).toString();
        }
    }
}
