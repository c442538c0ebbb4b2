package workqueue.properties.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Verdict;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Judges recorded histories by the rules of their profile.",
            "A history is a file of workqueue-history/1: NDJSON, plain or gzip; - reads standard input."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wq check recording.ndjson", "  wq check --json *.ndjson.gz", "  zcat r.gz | wq check -"})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "the histories to judge")
    private List<String> files;

    @Option(names = "--json", description = "one JSON object a line instead of text")
    private boolean json;

    @Option(names = "--strict", description = "ask also for what documents do not state and implementations agree on")
    private boolean strict;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "how many configurations one search may look at (default: ${DEFAULT-VALUE})")
    private long budget = Oracle.BUDGET;

    @Override
    public Integer call() {
        if (budget < 1) {
            throw new UsageException("--budget must be at least 1, not " + budget);
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Oracle oracle = new Oracle(budget, strict);
        List<Verdict> verdicts = new ArrayList<>();
        boolean bad = false;
        for (String file : files) {
            try {
                Verdict verdict = judge(oracle, file);
                verdicts.add(verdict);
                out.println(json ? Json.verdict("file", file, verdict) : text(file, verdict));
            } catch (UsageException e) {
                err.println("wq: " + Text.harmless(file) + ": " + Text.harmless(e.getMessage()));
                bad = true;
            }
        }
        return bad ? Exit.USAGE : Exit.of(verdicts);
    }

    private static Verdict judge(Oracle oracle, String file) {
        try {
            History history = file.equals("-") ? HistoryReader.read(System.in) : HistoryReader.read(path(file));
            return oracle.judge(history);
        } catch (HistoryException | IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        } catch (NoSuchFileException e) {
            throw new UsageException("no such file");
        } catch (IOException e) {
            throw new UsageException("cannot be read: " + e.getMessage());
        }
    }

    private static Path path(String file) {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new UsageException("is a directory; name the files in it");
        }
        return path;
    }

    private static String text(String file, Verdict verdict) {
        StringBuilder text =
                new StringBuilder(Text.harmless(file) + ": " + verdict.outcome().word());
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
