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
    private static final String FOLDER = "workqueue.tla";
    private static final List<String> PARTS = List.of("modules", "models", "");

    private Resources() {}

    /** Opens the file of that name; throws if there is none. */
    static InputStream open(String name) {
        String folder = System.getProperty(FOLDER);
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no file " + name + (folder == null ? " on the class path" : " in " + folder)));
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
        try (InputStream in = find(name).orElse(null)) {
            return in != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<InputStream> find(String name) {
        String folder = System.getProperty(FOLDER);
        return folder == null
                ? Optional.ofNullable(Resources.class.getResourceAsStream("/tla/" + name))
                : PARTS.stream()
                        .map(part -> Path.of(folder, part, name))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .map(Resources::opened);
    }

    private static InputStream opened(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
