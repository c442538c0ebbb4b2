package workqueue.properties.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a report goes. What is wrong with the place is said before the work and not after it.
 *
 * @param option the option that named it
 * @param path the place
 */
record Target(String option, Path path) {
    /** Writes a report. */
    interface Writing {
        void writeTo(Path path) throws IOException;
    }

    /** A file that may be there already; the folder is made. */
    static Target file(String option, Path path) {
        Target target = new Target(option, path).named();
        if (Files.isDirectory(path)) {
            throw target.refused("is a folder; name a file");
        }
        // A device or a pipe would be replaced: the file appears under its name only when it is whole.
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw target.refused("is there and is no plain file, which could be replaced; name another");
        }
        target.makeFolder(path.toAbsolutePath().getParent());
        return target;
    }

    /** A folder that may be there already; it is made. */
    static Target folder(String option, Path path) {
        Target target = new Target(option, path).named();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw target.refused("is a file; name a folder");
        }
        target.makeFolder(path);
        return target;
    }

    /** Refuses places that would lose what is in them: those that are read, and those of two reports. */
    static void refuseLosses(List<Target> outputs, List<Path> inputs) {
        for (int k = 0; k < outputs.size(); k++) {
            Target output = outputs.get(k);
            if (inputs.stream().anyMatch(output::isAt)) {
                throw output.refused("is a recording that is to be judged, which would be lost; name another file");
            }
            for (Target other : outputs.subList(0, k)) {
                if (output.isAt(other.path)) {
                    throw output.refused("is the file of " + other.option + ", too; name another");
                }
            }
        }
    }

    private boolean isAt(Path other) {
        try {
            boolean there = Files.exists(path) && Files.exists(other);
            return there ? Files.isSameFile(path, other) : real(path).equals(real(other));
        } catch (IOException e) {
            return false; // its folder is not there, or not to be seen, and so neither read nor written
        }
    }

    /** The place of a file that need not be there, with no link on the way. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.getParent() == null
                ? absolute
                : absolute.getParent().toRealPath().resolve(absolute.getFileName());
    }

    private Target named() {
        if (path.toString().equals("-")) {
            throw refused("no report goes to standard output; name a file, or ./- for one of this name");
        }
        return this;
    }

    private void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused("the folder cannot be made: " + Text.problem(e));
        }
        if (!Files.isWritable(folder)) {
            throw refused("nothing may be written to the folder; name another");
        }
    }

    void write(Writing writing) {
        try {
            writing.writeTo(path);
        } catch (IOException e) {
            throw refused("cannot be written: " + Text.problem(e));
        }
    }

    private UsageException refused(String problem) {
        return new UsageException(option + " " + path + ": " + problem);
    }
}
