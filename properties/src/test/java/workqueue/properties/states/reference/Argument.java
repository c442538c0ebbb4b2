package workqueue.properties.states.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call with something that the executable specification knows nothing of: nothing where something has to be, something of
 * another runtime's, something that does not fit.
 *
 * @param call what is called
 * @param what it is called with
 * @param expected what it has to answer
 * @param rule which says so; empty if only the call's documentation does
 */
public record Argument(String call, String what, String expected, String rule, Call made) {
    /** Something that is called. */
    @FunctionalInterface
    public interface Call {
        Object call() throws Exception;
    }

    /** What the call answers. */
    public String answer() {
        return Answers.of(made::call);
    }

    /** All, by family. */
    public static Map<String, List<Argument>> all() {
        return new TreeMap<>(Map.of(
                "kmdf, kmdf-legacy",
                KmdfArguments.all(),
                "mf",
                MfArguments.all(),
                "ks, ks-counted",
                KsArguments.all(),
                "io",
                IoArguments.all()));
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
