package workqueue.properties.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workqueue.properties.kit.Implementation;

/** Loads an implementation that the user names. */
final class Plugin {
    private Plugin() {}

    static Implementation load(String name, List<Path> classPath) {
        URL[] places = classPath.stream().map(Plugin::url).toArray(URL[]::new);
        try {
            // Open as long as the process: the implementation loads its classes when it needs them.
            @SuppressWarnings("resource")
            ClassLoader loader = new URLClassLoader(places, Plugin.class.getClassLoader());
            Object made = loader.loadClass(name).getDeclaredConstructor().newInstance();
            if (made instanceof Implementation implementation) {
                return implementation;
            }
            throw new UsageException(name + " does not implement " + Implementation.class.getName());
        } catch (ClassNotFoundException e) {
            throw new UsageException("no class " + name + " on the class path; --class-path says where it is");
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new UsageException(name + " needs to be public, with a public constructor without parameters");
        } catch (ReflectiveOperationException e) {
            throw new UsageException(name + " cannot be made: " + e.getCause());
        }
    }

    private static URL url(Path path) {
        if (!Files.exists(path)) {
            throw new UsageException("--class-path " + path + ": no such file");
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UsageException("--class-path " + path + ": " + e.getMessage());
        }
    }
}
