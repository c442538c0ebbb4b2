package workqueue.properties.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import workqueue.properties.kit.Implementation;

/**
 * The reference runtime with a defect: its sources are compiled anew, one of them changed, and loaded beside the real
 * classes together with the adapter that makes an {@link Implementation} of them.
 */
final class MutantLoader extends ClassLoader {
    private static final Path SOURCES = Path.of("../reference/src/main/java");
    private static final String RUNTIME = "workqueue.reference.";
    private static final String ADAPTER = "workqueue.properties.reference.";

    private final Map<String, byte[]> classes;

    private MutantLoader(Map<String, byte[]> classes) {
        super(MutantLoader.class.getClassLoader());
        this.classes = classes;
    }

    static Implementation load(Mutant mutant) {
        try {
            MutantLoader loader = new MutantLoader(compile(mutant));
            return (Implementation) loader.loadClass(ADAPTER + "ReferenceImplementation")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(RUNTIME) && !name.startsWith(ADAPTER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] code = name.startsWith(RUNTIME) ? classes.get(name) : bytes(name);
                loaded = defineClass(name, code, 0, code.length);
            }
            return loaded;
        }
    }

    private byte[] bytes(String name) {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> compile(Mutant mutant) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> output = new HashMap<>();
        try (JavaFileManager files = new Memory(compiler.getStandardFileManager(problems, null, null), output)) {
            boolean compiled = compiler.getTask(
                            null, files, problems, List.of("-proc:none", "-nowarn"), null, sources(mutant))
                    .call();
            if (!compiled) {
                throw new AssertionError(
                        "mutant \"" + mutant.name() + "\" does not compile: " + problems.getDiagnostics());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> classes = new HashMap<>();
        output.forEach((name, code) -> classes.put(name, code.toByteArray()));
        return classes;
    }

    private static List<JavaFileObject> sources(Mutant mutant) throws IOException {
        Path changed = SOURCES.resolve("workqueue/reference").resolve(mutant.file());
        List<JavaFileObject> sources = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
                if (!path.endsWith("module-info.java")) {
                    String text = Files.readString(path);
                    sources.add(source(path, path.equals(changed) ? mutant.applyTo(text) : text));
                }
            }
        }
        return sources;
    }

    private static JavaFileObject source(Path path, String text) {
        URI uri = URI.create("string:///" + SOURCES.relativize(path).toString().replace('\\', '/'));
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Keeps the classes in memory, and hides those of the real runtime from the compiler. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> output;

        Memory(JavaFileManager files, Map<String, ByteArrayOutputStream> output) {
            super(files);
            this.output = output;
        }

        @Override
        public Iterable<JavaFileObject> list(
                Location location, String packageName, java.util.Set<JavaFileObject.Kind> kinds, boolean recurse)
                throws IOException {
            boolean own = location == StandardLocation.CLASS_PATH && packageName.startsWith("workqueue.");
            return own ? List.of() : super.list(location, packageName, kinds, recurse);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream code = new ByteArrayOutputStream();
                    output.put(className, code);
                    return code;
                }
            };
        }
    }
}
