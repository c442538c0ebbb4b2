package workqueue.tla;

import java.io.IOException;
import java.nio.file.Path;
import tlc2.TLC;

/** The main class of a process that runs TLC and ends with the process that started it, however that ends. */
final class TlcMain {
    private TlcMain() {}

    /** The first argument is the directory to delete if the parent is gone; the others are TLC's. */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[0]);
        String[] rest = new String[args.length - 1];
        System.arraycopy(args, 1, rest, 0, rest.length);
        Thread guard = new Thread(() -> endWithParent(directory), "end with parent");
        guard.setDaemon(true);
        guard.start();
        TLC.main(rest);
    }

    /** The parent writes nothing to this process, so its standard input ends when the parent does. */
    private static void endWithParent(Path directory) {
        try {
            while (System.in.read() >= 0) {
                // only the end matters
            }
            Workspace.delete(directory);
        } catch (IOException e) {
            // there is nobody left to tell
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
