package workqueue.tla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The modules, configurations and the manifest, as they come with the classes. */
final class Resources {
    private Resources() {}

    /** Opens the file of that name; throws if there is none. */
    static InputStream open(String name) {
        InputStream in = Resources.class.getResourceAsStream("/tla/" + name);
        if (in == null) {
            throw new IllegalArgumentException("no file " + name + " on the class path");
        }
        return in;
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
        return Resources.class.getResource("/tla/" + name) != null;
    }
}
