package workqueue.tla;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The main class of a process that runs TLC time after time, each time with classes loaded anew because TLC keeps its
 * state in static fields, and that ends with the process that started it, however that ends.
 *
 * <p>Its standard input has a line for each run: TLC's arguments, with tabs between them. After what TLC prints comes a
 * line with {@link #END} and the exit code.
 */
final class TlcMain {
    static final String END = "@!@!@END OF RUN ";
    static final String SEPARATOR = "\t";

    private final URL[] classes;

    private TlcMain(URL[] classes) {
        this.classes = classes;
    }

    /** The first argument is the directory to delete at the end; the others are where TLC's classes are, and these. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            URL[] classes = new URL[args.length - 1];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = Path.of(args[i + 1]).toUri().toURL();
            }
            TlcMain main = new TlcMain(classes);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] arguments = line.split(SEPARATOR, -1);
                worker.execute(() -> main.run(arguments));
            }
            Workspace.delete(directory); // the parent has ended
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private void run(String[] arguments) {
        try (URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Method run = loader.loadClass(TlcRun.class.getName()).getDeclaredMethod("run", String[].class);
            run.setAccessible(true); // the same package, but of another loader
            System.out.println("\n" + END + run.invoke(null, (Object) arguments));
        } catch (ReflectiveOperationException | IOException e) {
            e.printStackTrace(System.out);
            System.out.println("\n" + END + 1);
        }
    }
}
