package workqueue.properties.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workqueue.properties.report.HtmlTrace;
import workqueue.tla.Model;
import workqueue.tla.ModelResult;
import workqueue.tla.Models;
import workqueue.tla.Outcome;
import workqueue.tla.Step;
import workqueue.tla.Tier;
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
            "  wq model NAME --html counterexample.html"
        })
final class ModelCommand implements Callable<Integer> {
    private static final String ROW = "%-52s  %-10s  %10s  %5s  %7s  %s";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "models by name (default: the quick ones)")
    private List<String> names = List.of();

    @Option(
            names = {"--full", "--all"},
            description = "the larger models too: minutes")
    private boolean full;

    @Option(names = "--overnight", description = "the largest models too: hours")
    private boolean overnight;

    @Option(names = "--list", description = "print the models and check nothing")
    private boolean list;

    @Option(names = "--trace", description = "print counterexamples, also expected ones")
    private boolean trace;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "draw the counterexample of the one model that is named as a page that needs nothing else")
    private Path html;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Model> models = chosen();
        if (html != null && (names.size() != 1 || list)) {
            throw new UsageException(
                    "--html draws the counterexample of one model; name it: wq model NAME --html FILE");
        }
        Optional<Target> picture = Optional.ofNullable(html).map(path -> Target.file("--html", path));
        if (list) {
            models.forEach(model -> out.printf(
                    "%-52s  %-9s  %s%n",
                    model.name(), model.tier().name().toLowerCase(Locale.ROOT), model.description()));
            return Exit.CONFORMS;
        }
        return check(models, out, picture);
    }

    private List<Model> chosen() {
        Models all = Models.load();
        if (!names.isEmpty()) {
            return names.stream()
                    .map(name -> all.named(name)
                            .orElseThrow(() -> new UsageException("no model " + name + "; wq model --list names them")))
                    .toList();
        }
        Set<Tier> tiers = new TreeSet<>(Set.of(Tier.QUICK));
        if (full || overnight || list) {
            tiers.add(Tier.FULL);
        }
        if (overnight || list) {
            tiers.add(Tier.OVERNIGHT);
        }
        return all.all().stream().filter(model -> tiers.contains(model.tier())).toList();
    }

    private int check(List<Model> models, PrintWriter out, Optional<Target> picture) throws InterruptedException {
        Progress progress = new Progress(spec.commandLine().getErr());
        Tlc tlc = new Tlc().withProgress(p -> progress.show(p.model() + ": " + p.distinct() + " states"));
        long start = System.nanoTime();
        List<String> deviations = new ArrayList<>();
        int negative = 0;
        out.println(String.format(ROW, "model", "result", "states", "depth", "time", "")
                .strip());
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
                out.println(row(result));
                result.deviations().forEach(d -> out.println("    DEVIATES: " + d));
                result.deviations().forEach(d -> deviations.add(result.model().name() + ": " + d));
                if (trace || !result.deviations().isEmpty()) {
                    out.print(trace(result));
                } else if (isDefect(result.model())) {
                    out.println("    " + actions(result));
                }
                picture.ifPresent(target -> draw(result, target));
                negative += result.model().expect().result() == Outcome.OK ? 0 : 1;
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
        out.printf(
                Locale.ROOT,
                "%d models in %.0f s, %d of them have to fail: %s%n",
                models.size(),
                (System.nanoTime() - start) / 1e9,
                negative,
                deviations.isEmpty() ? "all as in the manifest" : deviations.size() + " deviations");
        return deviations.isEmpty() ? Exit.CONFORMS : Exit.VIOLATION;
    }

    private void draw(ModelResult result, Target target) {
        if (result.trace().isEmpty()) {
            spec.commandLine().getErr().println("wq: " + result.model().name() + " has no counterexample to draw");
        } else {
            target.write(file -> HtmlTrace.write(result, file));
        }
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

    /** Whether the module as it stands has to fail: it models a defect that exists, or a goal that is to be reached. */
    private static boolean isDefect(Model model) {
        return model.mutations().isEmpty() && model.expect().result() != Outcome.OK;
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
