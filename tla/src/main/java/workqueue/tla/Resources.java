package workqueue.tla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The modules, configurations and the manifest: as they come with the classes, or, if the system property
 * {@code workqueue.tla} names the folder {@code tla} of a source tree, as they are there now.
 */
final class Resources {
    private static final String FOLDER = System.getProperty("workqueue.tla");

    private Resources() {}

    /** Opens the file of that name; throws if there is none. */
    static InputStream open(String name) {
        try {
            Optional<Path> source = source(name);
            InputStream in = source.isPresent()
                    ? Files.newInputStream(source.get())
                    : Resources.class.getResourceAsStream("/tla/" + name);
            if (in == null) {
                throw new IllegalArgumentException("no file " + name + " on the class path");
            }
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the file of that name; throws if there is none. */
    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean exists(String name) {
        return source(name).isPresent() || Resources.class.getResource("/tla/" + name) != null;
    }

    private static Optional<Path> source(String name) {
        if (FOLDER == null) {
            return Optional.empty();
        }
        return List.of("modules", "models", "").stream()
                .map(part -> Path.of(FOLDER, part, name))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
