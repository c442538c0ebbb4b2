package workqueue.properties.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workqueue.properties.cli.Recordings.Source;
import workqueue.properties.report.JUnitXml;
import workqueue.properties.report.Judged;
import workqueue.spec.history.CertificateWriter;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Certified;
import workqueue.spec.oracle.OnlineOracle;
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
            "  wq check recording.ndjson --html witness.html",
            "  wq check recording.ndjson --certificate proof.ndjson && wq verify recording.ndjson proof.ndjson",
            "  wq check --json *.ndjson.gz",
            "  wq check --clock-skew 2ms merged.ndjson",
            "  zcat r.gz | wq check --online -"
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

    @Option(
            names = "--html",
            paramLabel = "FILE|DIR",
            description =
                    "draw the witness as a page that needs nothing else; of several recordings or a folder of them,"
                            + " a folder with an index and a page for each violation")
    private Path html;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "write what proves the verdict on one recording, for wq verify; gzip if it ends in .gz")
    private Path certificate;

    @Option(names = "--strict", description = "ask also for what documents do not state and implementations agree on")
    private boolean strict;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "how many configurations one search may look at (default: ${DEFAULT-VALUE})")
    private long budget = Oracle.BUDGET;

    @Option(
            names = "--clock-skew",
            paramLabel = "TIME",
            description =
                    "by how much the clocks differ that ordered the events of different threads, such as 2ms: closer ones"
                            + " may have happened in either order (default: the order of the file is certain)")
    private String clockSkew;

    @Option(
            names = "--online",
            description =
                    "judge while reading, in memory bounded by what is open and pending: for recordings that do not fit, or"
                            + " that still go on; what cannot be decided so is inconclusive")
    private boolean online;

    @Override
    public Integer call() throws InterruptedException {
        if (budget < 1) {
            throw new UsageException("--budget must be at least 1, not " + budget);
        }
        if (online && (html != null || certificate != null || clockSkew != null)) {
            throw new UsageException(
                    "--online holds no recording as a whole; leave out --html, --certificate, --clock-skew");
        }
        Optional<Target> report = Optional.ofNullable(junit).map(path -> Target.file("--junit", path));
        List<Source> sources = Recordings.of(files);
        boolean folders = files.stream().anyMatch(Recordings::isFolder);
        Optional<Target> proof = Optional.ofNullable(certificate).map(path -> Target.file("--certificate", path));
        if (proof.isPresent() && (folders || sources.size() > 1)) {
            throw new UsageException("--certificate is of one recording; name one file");
        }
        if (proof.isPresent() && clockSkew != null) {
            throw new UsageException("--certificate proves a verdict on the order of the file; leave out --clock-skew");
        }
        Optional<Pictures> pictures = Optional.ofNullable(html).map(path -> Pictures.to(path, sources, folders));
        Target.refuseLosses(
                outputs(),
                sources.stream().map(Source::path).filter(Objects::nonNull).toList());
        Judging.Keeper keeper = (number, one, history) -> pictures.ifPresent(some -> some.draw(number, one, history));
        int threads = Runtime.getRuntime().availableProcessors();
        Judging judging = online
                ? Judging.online(header -> new OnlineOracle(header, budget, strict), threads)
                : new Judging(judge(proof), keeper, threads);
        List<Judged> all = judge(judging, sources, !json && folders);
        pictures.ifPresent(some -> some.finish(all));
        report.ifPresent(target -> target.write(file -> JUnitXml.write(all, file)));
        return Exit.ofJudged(all);
    }

    private List<Target> outputs() {
        return Stream.of(
                        new Target("--junit", junit),
                        new Target("--html", html),
                        new Target("--certificate", certificate))
                .filter(target -> target.path() != null)
                .toList();
    }

    private Verdict certified(Oracle oracle, History history, Target target) {
        Certified certified = oracle.certify(history);
        certified
                .certificate()
                .ifPresentOrElse(
                        proof -> target.write(file -> CertificateWriter.write(proof, file)),
                        () -> spec.commandLine()
                                .getErr()
                                .println(
                                        "wq: --certificate: nothing is written, because nothing is decided and verified"));
        return certified.verdict();
    }

    private List<Judged> judge(Judging judging, List<Source> sources, boolean table) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr());
        Summary summary = new Summary(sources);
        List<Judged> all = new ArrayList<>();
        if (table) {
            out.println(summary.head());
        }
        judging.all(sources, one -> {
            all.add(one);
            progress.clear();
            print(one, table ? summary.row(one) : null);
            if (all.size() < sources.size()) {
                String next = sources.get(all.size()).name();
                progress.show(all.size() + " of " + sources.size() + ": " + Text.harmless(next));
            }
        });
        if (table) {
            out.println(Summary.total(all));
        }
        return all;
    }

    private Function<History, Verdict> judge(Optional<Target> proof) {
        Oracle oracle = new Oracle(budget, strict);
        if (clockSkew != null) {
            Duration skew = Span.of("--clock-skew", clockSkew);
            return history -> oracle.judge(history, skew);
        }
        return history ->
                proof.map(target -> certified(oracle, history, target)).orElseGet(() -> oracle.judge(history));
    }

    private void print(Judged one, String row) {
        PrintWriter out = spec.commandLine().getOut();
        if (one.problem() != null) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("wq: " + Text.harmless(one.file()) + ": " + Text.harmless(one.problem()));
        }
        if (row != null) {
            out.println(row);
        } else if (one.verdict() != null) {
            out.println(json ? Json.verdict("file", one.file(), one.verdict()) : text(one));
        }
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
