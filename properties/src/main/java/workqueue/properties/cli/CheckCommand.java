package workqueue.properties.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workqueue.properties.cli.Recordings.Source;
import workqueue.properties.report.JUnitXml;
import workqueue.properties.report.Judged;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judges recorded histories by the rules of their profile.",
            "A history is a file of workqueue-history/1: NDJSON, plain or gzip; - reads standard input.",
            "Of a folder all files below it are judged that are called *.ndjson or *.ndjson.gz, several at a time, and a",
            "table says what became of each, in the order of their names. A file that cannot be read stops none of the rest.",
            "The exit code is that of the worst: from best to worst 0, 3, 1, 2, 70."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wq check recording.ndjson",
            "  wq check recordings/ --junit target/wq.xml",
            "  wq check --json *.ndjson.gz",
            "  zcat r.gz | wq check -"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE|DIR", arity = "1..*", description = "the histories to judge")
    private List<String> files;

    @Option(names = "--json", description = "one JSON object a line instead of text")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "write all verdicts as JUnit XML, too")
    private Path junit;

    @Option(names = "--strict", description = "ask also for what documents do not state and implementations agree on")
    private boolean strict;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "how many configurations one search may look at (default: ${DEFAULT-VALUE})")
    private long budget = Oracle.BUDGET;

    @Override
    public Integer call() throws InterruptedException {
        if (budget < 1) {
            throw new UsageException("--budget must be at least 1, not " + budget);
        }
        Optional<Target> report = Optional.ofNullable(junit).map(path -> Target.file("--junit", path));
        List<Judged> all = judge(Recordings.of(files));
        report.ifPresent(target -> target.write(file -> JUnitXml.write(all, file)));
        return Exit.ofJudged(all);
    }

    private List<Judged> judge(List<Source> sources) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err);
        Summary summary = new Summary(sources);
        boolean table = !json && files.stream().anyMatch(Recordings::isFolder);
        List<Judged> all = new ArrayList<>();
        if (table) {
            out.println(summary.head());
        }
        Oracle oracle = new Oracle(budget, strict);
        new Judging(
                        oracle::judge,
                        (source, history, verdict) -> {},
                        Runtime.getRuntime().availableProcessors())
                .all(sources, one -> {
                    all.add(one);
                    progress.clear();
                    if (one.problem() != null) {
                        err.println("wq: " + Text.harmless(one.file()) + ": " + Text.harmless(one.problem()));
                    }
                    if (table) {
                        out.println(summary.row(one));
                    } else if (one.verdict() != null) {
                        out.println(json ? Json.verdict("file", one.file(), one.verdict()) : text(one));
                    }
                    if (all.size() < sources.size()) {
                        progress.show(all.size() + " of " + sources.size() + ": "
                                + Text.harmless(sources.get(all.size()).name()));
                    }
                });
        if (table) {
            out.println(Summary.total(all));
        }
        return all;
    }

    private static String text(Judged one) {
        Verdict verdict = one.verdict();
        StringBuilder text = new StringBuilder(Text.harmless(one.file()) + ": " + one.word());
        if (verdict.rule() != null) {
            text.append(' ').append(verdict.rule());
        }
        if (verdict.outcome() != Verdict.Outcome.CONFORMS) {
            text.append("\n  ").append(Text.harmless(verdict.reason()));
        }
        verdict.witness().forEach(event -> text.append("\n    ").append(Text.harmless(event.toString())));
        return text.toString();
    }
}
