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
        target.makeFolder(path.toAbsolutePath().getParent());
        return target;
    }

    /** A folder that may be there already; it is made. */
    static Target folder(String option, Path path) {
        Target target = new Target(option, path);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw target.refused("is a file; of several recordings the pictures go to a folder");
        }
        target.makeFolder(path);
        return target;
    }

    private void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused("the folder cannot be made: " + e);
        }
    }

    void write(Writing writing) {
        try {
            writing.writeTo(path);
        } catch (IOException e) {
            throw refused("cannot be written: " + e);
        }
    }

    private UsageException refused(String problem) {
        return new UsageException(Text.harmless(option + " " + path + ": " + problem));
    }
}
