package workqueue.properties.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operating system says of this process' threads, without the one that asks: whether all are asleep, and how
 * often each has gone to sleep. Java says of a thread that was woken that it waits until it has got a processor; the
 * system says at once that it does not.
 *
 * <p>If all are asleep and as often as before, twice in a row, there was a moment between at which all were: a thread that
 * ran between would have gone to sleep once more.
 *
 * @param allAsleep whether nobody runs, or could run if there was a processor
 * @param sleeps by thread: how often it has gone to sleep
 */
record NativeThreads(boolean allAsleep, Map<String, Long> sleeps) {
    private static final Path SELF = Path.of("/proc/thread-self");
    private static final Path TASKS = Path.of("/proc/self/task");

    private static final NativeThreads SOMEBODY_RUNS = new NativeThreads(false, Map.of());

    /** Whom the virtual machine has for itself. With one that is forgotten here rest is found later, never too early. */
    private static final List<String> MACHINE =
            List.of("C1 Compiler", "C2 Compiler", "GC Thread", "G1 ", "VM Thread", "VM Periodic", "Sweeper thread");

    /** Whether the system can be asked; only Linux can. */
    static boolean areKnown() {
        return Files.isReadable(SELF.resolve("status"));
    }

    /** Asks. */
    static NativeThreads now() {
        try {
            String me = Files.readSymbolicLink(SELF).getFileName().toString();
            Map<String, Long> sleeps = new HashMap<>();
            try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
                for (Path task : tasks) {
                    String thread = task.getFileName().toString();
                    if (!thread.equals(me) && !isAsleep(thread, status(task), sleeps)) {
                        return SOMEBODY_RUNS;
                    }
                }
            }
            return new NativeThreads(true, sleeps);
        } catch (IOException e) {
            return SOMEBODY_RUNS; // and has ended meanwhile
        }
    }

    private static String status(Path task) throws IOException {
        try {
            return Files.readString(task.resolve("status"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "State:\tended\n";
        }
    }

    private static boolean isAsleep(String thread, String status, Map<String, Long> sleeps) {
        String name = field(status, "Name:");
        if (MACHINE.stream().anyMatch(name::startsWith)) {
            return true;
        }
        boolean asleep = field(status, "State:").startsWith("S");
        if (asleep) {
            sleeps.put(thread, Long.parseLong(field(status, "\nvoluntary_ctxt_switches:")));
        }
        return asleep;
    }

    private static String field(String status, String name) {
        int start = status.indexOf(name) + name.length();
        return status.substring(start, status.indexOf('\n', start)).strip();
    }
}
