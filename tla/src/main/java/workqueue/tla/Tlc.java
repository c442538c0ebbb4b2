package workqueue.tla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The model checker. Immutable; several threads may use one. A run has a process to itself, which later runs of the
 * {@linkplain Tier#QUICK quick} tier use again.
 *
 * <p>A run can be interrupted. It ends, as do all processes and without their files, when this virtual machine does.
 */
public final class Tlc {
    private static final String ROOT = "Labelled";

    private final Duration limit;
    private final Consumer<Progress> progress;
    /** The jar with TLC; null for the one that this was compiled with. */
    private final Path tools;

    /** Makes a checker that gives up a run after its tier's limit, and that says nothing. */
    public Tlc() {
        this(null, p -> {}, null);
    }

    private Tlc(Duration limit, Consumer<Progress> progress, Path tools) {
        this.limit = limit;
        this.progress = progress;
        this.tools = tools;
    }

    /** A checker like this one that gives up every run after so long. */
    public Tlc withLimit(Duration newLimit) {
        return new Tlc(newLimit, progress, tools);
    }

    /**
     * A checker like this one that says how far its runs have got: now and then, and at the end.
     *
     * @param newProgress is called on a thread of the run
     */
    public Tlc withProgress(Consumer<Progress> newProgress) {
        return new Tlc(limit, newProgress, tools);
    }

    /**
     * A checker like this one that runs another TLC.
     *
     * @param jar tla2tools.jar of any version from 1.7 on
     */
    public Tlc withTools(Path jar) {
        return new Tlc(limit, progress, jar);
    }

    /**
     * Writes what TLC needs to check a model by itself: the modules, with the model's mutations applied, and the
     * configuration, under the root module's name.
     *
     * @param folder is there
     * @return TLC's arguments, to be run in that folder
     * @throws IllegalArgumentException if a mutation cannot be applied
     * @throws IOException if a file cannot be written
     */
    public static List<String> write(Model model, Path folder) throws IOException {
        Modules.write(folder, model.module(), model.mutations());
        String configuration = model.module() + ".cfg";
        Files.writeString(folder.resolve(configuration), model.configuration().toString());
        String workers = model.workers() == 0 ? "auto" : model.workers().toString();
        return List.of("-workers", workers, "-lncheck", "final", "-config", configuration, model.module());
    }

    /**
     * Checks a model. A model that is wrong itself, for instance because a mutation cannot be applied, is a result with
     * the outcome {@link Outcome#ERROR}.
     *
     * @throws InterruptedException if the thread is interrupted; the run has ended then
     * @throws UncheckedIOException if the run's files cannot be written or its process not be started
     */
    public ModelResult run(Model model) throws InterruptedException {
        return inProcess(model.tier(), process -> {
            try {
                Modules.write(process.workspace().directory(), model.module(), model.mutations());
                process.workspace().write(model.cfg(), model.configuration().toString());
            } catch (IllegalArgumentException e) {
                return failed(model, e.getMessage());
            }
            List<String> arguments = arguments(process.workspace(), model, model.cfg());
            if (model.expect().neverTaken() != null) {
                arguments.addAll(List.of("-coverage", "100000")); // in minutes; in any case at the end
            }
            arguments.add(model.module());
            return run(model, process, arguments);
        });
    }

    /**
     * Makes the complete state graph of a model with {@link Model#labels}.
     *
     * @throws IllegalArgumentException if the model has no labels
     * @throws IllegalStateException if the run fails, or if the graph is not the model's, because the labels leave out
     *     an action or an argument
     * @throws InterruptedException if the thread is interrupted; the run has ended then
     * @throws UncheckedIOException if the run's files cannot be written or its process not be started
     */
    public StateGraph graph(Model model) throws InterruptedException {
        if (model.labels() == null) {
            throw new IllegalArgumentException(model.name() + " has no labels");
        }
        return inProcess(model.tier(), process -> {
            Workspace workspace = process.workspace();
            LabelledModule labelled = new LabelledModule(ROOT, model.module(), model.labels());
            Modules.write(workspace.directory(), model.module(), model.mutations());
            workspace.write(ROOT + ".tla", labelled.text());
            workspace.write(ROOT + ".cfg", labelled.configuration(model.configuration()));
            Path dot = workspace.directory().resolve(ROOT + ".dot");
            List<String> arguments = arguments(workspace, model, ROOT + ".cfg");
            arguments.addAll(List.of("-dump", "dot,actionlabels", dot.toString(), ROOT));
            ModelResult result = run(model, process, arguments);
            List<String> deviations = result.graphDeviations();
            if (!deviations.isEmpty()) {
                throw new IllegalStateException(model.name() + ", labelled: " + String.join("; ", deviations));
            }
            return labelled.graph(Files.readAllLines(dot));
        });
    }

    private interface Job<T> {
        T runIn(TlcProcess process) throws IOException, InterruptedException;
    }

    private <T> T inProcess(Tier tier, Job<T> job) throws InterruptedException {
        try {
            TlcProcess process = TlcProcesses.take(tier, tools);
            try {
                return job.runIn(process);
            } finally {
                TlcProcesses.giveBack(process, tier, tools);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelResult run(Model model, TlcProcess process, List<String> arguments)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        ToolOutput output = new ToolOutput(model.name(), progress);
        OptionalInt exitCode =
                process.run(arguments, limit != null ? limit : model.tier().limit(), output::accept);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        Outcome outcome = exitCode.isPresent() ? output.outcome(exitCode.getAsInt()) : Outcome.TIMEOUT;
        return new ModelResult(
                model,
                outcome,
                violated(model, outcome, output),
                output.distinct(),
                output.generated(),
                output.depth(),
                duration,
                output.neverTaken(),
                output.trace(),
                outcome == Outcome.OK ? "" : output.errors());
    }

    private static ModelResult failed(Model model, String error) {
        return new ModelResult(model, Outcome.ERROR, null, 0, 0, 0, Duration.ZERO, List.of(), List.of(), error);
    }

    /** TLC does not name every property that is violated, so it is known only where there is one. */
    private static String violated(Model model, Outcome outcome, ToolOutput output) {
        return switch (outcome) {
            case INVARIANT -> output.violated();
            case PROPERTY ->
                output.violated() != null
                        ? output.violated()
                        : String.join(" or ", model.configuration().properties());
            case OK, DEADLOCK, ERROR, TIMEOUT -> null;
        };
    }

    private static List<String> arguments(Workspace workspace, Model model, String configuration) {
        List<String> arguments = new ArrayList<>(List.of("-tool", "-lncheck", "final"));
        arguments.addAll(List.of("-fp", "0")); // so that the order of states is the same in every run
        arguments.addAll(List.of(
                "-workers", model.workers() == 0 ? "auto" : model.workers().toString()));
        arguments.addAll(List.of("-metadir", workspace.metadata().toString(), "-config", configuration));
        return arguments;
    }
}
