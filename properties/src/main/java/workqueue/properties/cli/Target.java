package workqueue.properties.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        Target target = new Target(option, path);
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
        Target target = new Target(option, path);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw target.refused("is a file; name a folder");
        }
        target.makeFolder(path);
        return target;
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
