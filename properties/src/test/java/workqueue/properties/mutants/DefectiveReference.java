package workqueue.properties.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import workqueue.properties.kit.Implementation;
import workqueue.reference.core.WorkQueue;

/**
 * The reference with a defect: the changed file is compiled anew, and a class loader prefers what comes of it. Classes
 * that use the reference are loaded beside it, from packages named {@code reference}; all others are shared, so that
 * tests speak to a defective reference through interfaces.
 */
public final class DefectiveReference extends ClassLoader {
    private static final Path SOURCES = Path.of("../reference/src/main/java/workqueue/reference");
    private static final Path OUTPUT = Path.of("target/defects");
    private static final List<String> OWN = List.of(
            "workqueue.reference.",
            "workqueue.properties.stateful.reference.",
            "workqueue.properties.states.reference.",
            "workqueue.properties.reference.");

    private final Path changed;

    private DefectiveReference(Path changed) {
        super(DefectiveReference.class.getClassLoader());
        this.changed = changed;
    }

    /** The adapter that makes an {@link Implementation} of the reference. */
    static Implementation load(Defect defect) {
        try {
            return (Implementation) loader(defect)
                    .loadClass("workqueue.properties.reference.ReferenceImplementation")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** What a static method without parameters returns, of a class that uses the reference. */
    public static <T> T call(Defect defect, Class<T> type, String className, String method) {
        try {
            Class<?> loaded = loader(defect).loadClass(className);
            return type.cast(loaded.getMethod(method).invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(className, e);
        }
    }

    private static DefectiveReference loader(Defect defect) {
        return new DefectiveReference(compile(defect));
    }

    /** Compiles the changed file; returns the directory of its classes. */
    private static Path compile(Defect defect) {
        try {
            Files.createDirectories(OUTPUT);
            Path classes = Files.createTempDirectory(OUTPUT, "classes");
            Path file = classes.resolve(Path.of(defect.file()).getFileName());
            Files.writeString(file, defect.applyTo(Files.readString(SOURCES.resolve(defect.file()))));
            ByteArrayOutputStream problems = new ByteArrayOutputStream();
            int exit = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            problems,
                            "-g",
                            "-proc:none",
                            "-nowarn",
                            "-implicit:none",
                            "-cp",
                            reference(),
                            "-d",
                            classes.toString(),
                            file.toString());
            if (exit != 0) {
                throw new AssertionError("does not compile: " + problems.toString(StandardCharsets.UTF_8));
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reference() {
        try {
            return Path.of(WorkQueue.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (OWN.stream().noneMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] code = code(name);
                loaded = defineClass(name, code, 0, code.length);
            }
            return loaded;
        }
    }

    private byte[] code(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        Path own = changed.resolve(file);
        try (InputStream code =
                Files.exists(own) ? Files.newInputStream(own) : getParent().getResourceAsStream(file)) {
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return code.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
