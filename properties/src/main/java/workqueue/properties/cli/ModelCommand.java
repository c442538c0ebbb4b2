package workqueue.properties.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import workqueue.properties.report.HtmlTrace;
import workqueue.tla.Kind;
import workqueue.tla.Model;
import workqueue.tla.ModelResult;
import workqueue.tla.Outcome;
import workqueue.tla.Step;
import workqueue.tla.Tlc;

@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "Model-checks the TLA+ modules with TLC and compares what it finds with the manifest:",
            "result, violated property, distinct and generated states, depth, actions never taken.",
            "Models with a mutation have to fail, by the property that guards what was changed. So have models of known",
            "defects, and goals that are to be reached: of these the steps that lead there are printed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wq model                  all quick models",
            "  wq model --list           what there is",
            "  wq model NAME --trace     one model, with its counterexample",
            "  wq model 'Kmdf*' --kind mutant",
            "  wq model --rule P1        all quick models that bear on a rule",
            "  wq model NAME --write DIR for TLC alone, or the Toolbox",
            "  wq model NAME --html counterexample.html"
        })
final class ModelCommand implements Callable<Integer> {
    private static final String ROW = "%-52s  %-10s  %10s  %5s  %7s  %s";

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelChoice choice;

    @Option(names = "--list", description = "print the models and check nothing")
    private boolean list;

    @Option(names = "--trace", description = "print counterexamples, also expected ones")
    private boolean trace;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "draw the counterexample of the one model that is named as a page that needs nothing else")
    private Path html;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "check nothing; write modules and configuration, and print the command for TLC alone")
    private Path folder;

    @Option(
            names = "--json",
            description = "print JSON, an object on a line for each model; with --trace, its steps, too")
    private boolean json;

    @Option(names = "--tlc", paramLabel = "JAR", description = "the tla2tools.jar to check with (default: one of 2024)")
    private Path jar;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Model> models = choice.chosen(list);
        if (html != null && (!choice.isOne() || list)) {
            throw new UsageException(
                    "--html draws the counterexample of one model; name it: wq model NAME --html FILE");
        }
        Optional<Target> picture = Optional.ofNullable(html).map(path -> Target.file("--html", path));
        if (list) {
            models.forEach(model -> out.println(json ? ModelJson.of(model) : row(model)));
            return Exit.CONFORMS;
        }
        if (folder != null) {
            return write(models, out);
        }
        return check(models, out, picture);
    }

    private Path jar() {
        try (JarFile content = new JarFile(jar.toFile())) {
            if (content.getEntry("tlc2/TLC.class") == null) {
                throw new UsageException("--tlc: " + jar + " has no TLC in it; name a tla2tools.jar");
            }
            return jar;
        } catch (IOException e) {
            throw new UsageException("--tlc: " + jar + " is no jar that can be read; name a tla2tools.jar");
        }
    }

    private int write(List<Model> models, PrintWriter out) {
        for (Model model : models) {
            Target target = Target.folder("--write", choice.isOne() ? folder : folder.resolve(model.name()));
            target.write(path -> out.println(
                    "cd " + path + " && java -cp tla2tools.jar tlc2.TLC " + String.join(" ", written(model, path))));
        }
        return Exit.CONFORMS;
    }

    private static List<String> written(Model model, Path path) throws IOException {
        try {
            return Tlc.write(model, path);
        } catch (IllegalArgumentException e) {
            throw new UsageException(model.name() + ": " + e.getMessage().strip());
        }
    }

    private int check(List<Model> models, PrintWriter out, Optional<Target> picture) throws InterruptedException {
        Progress progress = new Progress(spec.commandLine().getErr());
        Tlc tlc = (jar == null ? new Tlc() : new Tlc().withTools(jar()))
                .withProgress(p -> progress.show(p.model() + ": " + p.distinct() + " states"));
        long start = System.nanoTime();
        List<String> deviations = new ArrayList<>();
        int negative = 0;
        if (!json) {
            out.println(String.format(ROW, "model", "result", "states", "depth", "time", "")
                    .strip());
        }
        // Most of a quick model is the start of a process, so two at a time.
        ExecutorService pool =
                Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<ModelResult>> results = new ArrayList<>();
            for (Model model : models) {
                results.add(pool.submit(() -> tlc.run(model)));
            }
            for (Future<ModelResult> future : results) {
                ModelResult result = future.get();
                progress.clear();
                print(result, out);
                result.deviations().forEach(d -> deviations.add(result.model().name() + ": " + d));
                picture.ifPresent(target -> draw(result, target));
                negative += result.model().expect().result() == Outcome.OK ? 0 : 1;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        if (!json) {
            summary(models.size(), start, negative, deviations.size(), out);
        }
        return deviations.isEmpty() ? Exit.CONFORMS : Exit.VIOLATION;
    }

    private static void summary(int models, long start, int negative, int deviations, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%d models in %.0f s, %d of them have to fail: %s%n",
                models,
                (System.nanoTime() - start) / 1e9,
                negative,
                deviations == 0 ? "all as in the manifest" : deviations + " deviations");
    }

    private void print(ModelResult result, PrintWriter out) {
        if (json) {
            out.println(ModelJson.of(result, trace));
            return;
        }
        out.println(row(result));
        result.deviations().forEach(d -> out.println("    DEVIATES: " + d));
        if (trace || !result.deviations().isEmpty()) {
            out.print(trace(result));
        } else if (Set.of(Kind.DEFECT, Kind.GOAL).contains(result.model().kind())) {
            out.println("    " + actions(result));
        }
    }

    private void draw(ModelResult result, Target target) {
        if (result.trace().isEmpty()) {
            spec.commandLine().getErr().println("wq: " + result.model().name() + " has no counterexample to draw");
        } else {
            target.write(file -> HtmlTrace.write(result, file));
        }
    }

    private static String row(Model model) {
        return "%-52s  %-6s  %-9s  %s"
                .formatted(
                        model.name(),
                        model.kind().name().toLowerCase(Locale.ROOT),
                        model.tier().name().toLowerCase(Locale.ROOT),
                        model.description());
    }

    private static String row(ModelResult result) {
        String found = result.outcome().name().toLowerCase(Locale.ROOT);
        String violated = result.violated() == null ? "" : "violates " + result.violated() + ", as it should";
        return String.format(
                        Locale.ROOT,
                        ROW,
                        result.model().name(),
                        result.outcome() == Outcome.OK ? "ok" : found,
                        result.outcome() == Outcome.OK ? String.valueOf(result.distinct()) : "",
                        result.outcome() == Outcome.OK ? String.valueOf(result.depth()) : "",
                        String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1e3),
                        result.deviations().isEmpty() ? violated : "DEVIATES")
                .stripTrailing();
    }

    private static String actions(ModelResult result) {
        return result.trace().stream().skip(1).map(Step::action).collect(Collectors.joining(", "));
    }

    private static String trace(ModelResult result) {
        return result.trace().stream()
                .map(step -> "    " + step.action() + "\n" + step.state().indent(8))
                .collect(Collectors.joining());
    }
}
