package workqueue.properties.cli;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import workqueue.properties.kit.Setup;
import workqueue.properties.reference.ReferenceImplementation;
import workqueue.properties.suite.Workload;
import workqueue.spec.history.HistoryWriter;

@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = {
            "Records the reference runtime under a load of random calls; the recording goes to standard output.",
            "The seed decides what each thread calls. How the threads interleave, and so what is recorded, is the",
            "scheduler's: the same seed does not give the same recording. Ctrl-C ends it: what was recorded until then is",
            "written, and says that it was cut."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wq record --profile kmdf > recording.ndjson",
            "  wq record --profile mf --threads 8 --operations 1000 | wq check -"
        })
final class RecordCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "P", description = "what to record (default: ${DEFAULT-VALUE})")
    private String profile = "kmdf";

    @Option(names = "--threads", paramLabel = "N", description = "how many threads call (default: ${DEFAULT-VALUE})")
    private int threads = 4;

    @Option(
            names = "--items",
            paramLabel = "N",
            description =
                    "how many items; in ks of each thread, in ks-counted workers, in mf queues, where every put is of a"
                            + " new item (default: ${DEFAULT-VALUE})")
    private int items = 8;

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "how many calls the threads make in all, between those that set up and clean up"
                    + " (default: ${DEFAULT-VALUE})")
    private int operations = 200;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "how many items may run at once (default: ${DEFAULT-VALUE})")
    private int workers = 2;

    @Option(names = "--serialized", description = "callbacks exclude one another; kmdf and kmdf-legacy")
    private boolean serialized;

    @Option(names = "--seed", paramLabel = "S", description = "decides the calls (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Override
    public Integer call() throws Exception {
        Workload.Size size = size();
        try (Workload workload = new Workload(new ReferenceImplementation(), size)) {
            Output output = new Output(workload);
            Thread whenInterrupted = new Thread(() -> output.writeAtExit(spec), "write the recording");
            Runtime.getRuntime().addShutdownHook(whenInterrupted);
            workload.play();
            output.write("ok"); // from here on the hook has nothing to write
        }
        return Exit.CONFORMS;
    }

    private Workload.Size size() {
        if (!Workload.profiles().contains(profile)) {
            throw new UsageException("--profile must be one of " + String.join(", ", Workload.profiles())
                    + ", which the reference has, not \"" + profile + "\"");
        }
        within("--threads", threads, 1000);
        within("--items", items, MOST);
        within("--operations", operations, MOST);
        within("--workers", workers, 1000);
        if (Workload.ownsItems(profile) && items < threads) {
            throw new UsageException("--items must be at least --threads in profile " + profile
                    + ", where an item belongs to a thread: " + items + " is less than " + threads);
        }
        if (serialized && !profile.startsWith("kmdf")) {
            throw new UsageException("--serialized is of profiles kmdf and kmdf-legacy, not of " + profile);
        }
        return new Workload.Size(new Setup(profile, workers, serialized), threads, items, operations, seed);
    }

    private static void within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UsageException(option + " must be from 1 to " + most + ", not " + value);
        }
    }

    /** Standard output, to which the recording goes once. */
    private static final class Output {
        private final Workload workload;
        private boolean written;

        Output(Workload workload) {
            this.workload = workload;
        }

        synchronized void write(String end) {
            if (written) {
                return;
            }
            written = true;
            OutputStream out = new BufferedOutputStream(new StandardOutput());
            try {
                HistoryWriter.write(workload.history(end), out);
            } catch (UncheckedIOException e) {
                throw new UsageException("the recording cannot be written: " + Text.problem(e.getCause()));
            }
        }

        void writeAtExit(CommandSpec spec) {
            try {
                write("cut");
            } catch (UsageException e) {
                spec.commandLine().getErr().println("wq: " + e.getMessage());
            }
        }
    }
}
