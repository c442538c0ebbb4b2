package workqueue.properties.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import workqueue.properties.kit.Implementation;
import workqueue.properties.reference.ReferenceImplementation;
import workqueue.properties.suite.Suite;
import workqueue.properties.suite.Suite.Played;
import workqueue.spec.history.HistoryWriter;
import workqueue.spec.oracle.Verdict;

@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Tests an implementation: plays scenarios on it with many threads, records what happens,",
            "and has the oracle judge every recording. Without --class it tests the reference runtime.",
            "A class throws UnsupportedOperationException for an operation that it lacks: what needs it is skipped. Any",
            "other exception fails the scenario, and the exit code is 1. If nothing was judged at all, it is 3."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wq test --profile kmdf --seeds 500",
            "  wq test --class com.example.MyQueue --class-path my.jar --profile kmdf"
        })
final class TestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--profile", paramLabel = "P", description = "only this profile (default: all that have a suite)")
    private String profile;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "how many random scenarios for each profile (default: ${DEFAULT-VALUE})")
    private int seeds = 100;

    @Option(names = "--seed", paramLabel = "S", description = "the first seed (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "the implementation: a class with a public constructor without parameters that implements"
                    + " workqueue.properties.kit.Implementation")
    private String implementationClass;

    @Option(names = "--class-path", paramLabel = "PATH", split = ":", description = "where to find it")
    private List<Path> classPath = List.of();

    @Option(names = "--save", paramLabel = "DIR", description = "where to keep the recordings of violations")
    private Path save;

    @Option(names = "--json", description = "one JSON object a line instead of text")
    private boolean json;

    @Override
    public Integer call() {
        if (seeds < 0) {
            throw new UsageException("--seeds must be at least 0, not " + seeds);
        }
        if (profile != null && !Suite.profiles().contains(profile)) {
            throw new UsageException(
                    "no suite for profile \"" + profile + "\"; there are " + String.join(", ", Suite.profiles()));
        }
        Optional<Target> folder = Optional.ofNullable(save).map(path -> Target.folder("--save", path));
        Implementation implementation = implementationClass == null
                ? new ReferenceImplementation()
                : Plugin.load(implementationClass, classPath);
        List<Verdict> verdicts = new ArrayList<>();
        for (String name : profile == null ? Suite.profiles() : Set.of(profile)) {
            verdicts.addAll(test(implementation, name, folder));
        }
        return Exit.of(verdicts);
    }

    private List<Verdict> test(Implementation implementation, String name, Optional<Target> folder) {
        PrintWriter out = spec.commandLine().getOut();
        Suite suite = new Suite(name);
        Progress progress = new Progress(spec.commandLine().getErr());
        List<Played> played = new ArrayList<>();
        if (!json) {
            out.println("Profile " + name + ": " + implementation.name() + ", " + suite.size(seeds) + " scenarios");
        }
        suite.play(implementation, seeds, seed).forEach(one -> {
            played.add(one);
            progress.show(played.size() + " of " + suite.size(seeds) + ": " + one.scenario());
            if (json && one.verdict() != null) {
                out.println(Json.verdict("scenario", one.scenario(), one.verdict()));
            }
        });
        progress.clear();
        TestReport report = new TestReport(name, played);
        if (!json) {
            out.println(report.text());
        } else if (!report.isComplete()) {
            spec.commandLine().getErr().println("wq: profile " + name + ": " + report.summary());
        }
        folder.ifPresent(place -> report.violations().forEach(one -> save(place, name, one)));
        return report.verdicts();
    }

    private static void save(Target folder, String name, Played one) {
        String file = name + "-" + one.scenario().replaceAll("[^a-z0-9]+", "-") + ".ndjson";
        folder.write(path -> HistoryWriter.write(one.history(), path.resolve(file)));
    }
}
