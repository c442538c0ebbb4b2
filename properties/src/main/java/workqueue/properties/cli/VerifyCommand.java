package workqueue.properties.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workqueue.spec.history.Certificate;
import workqueue.spec.history.CertificateReader;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryException;
import workqueue.spec.history.HistoryReader;
import workqueue.spec.oracle.Oracle;
import workqueue.spec.oracle.Proof;
import workqueue.spec.oracle.Verifier;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a certificate of wq check --certificate against its recording, by other means than it was found with.",
            "Of a recording that conforms its order is played on the executable specification, step by step; of one that",
            "does not, all orders of the part that is shown are tried.",
            "The exit code is 0 if the certificate proves that the recording conforms, or that it does not, as it says, and 1",
            "if it proves nothing. Which rule was broken it proves only where that can be read off the recording."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wq check recording.ndjson --certificate proof.ndjson", "  wq verify recording.ndjson proof.ndjson"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String NOT_DECIDED = "the certificate is not decided";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RECORDING", index = "0", description = "the history that was judged")
    private Path recording;

    @Parameters(paramLabel = "CERTIFICATE", index = "1", description = "what is said to prove the verdict")
    private Path certificate;

    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "how many configurations may be looked at to refute a part (default: ${DEFAULT-VALUE})")
    private long budget = Oracle.BUDGET;

    /** Reads a file. */
    private interface Reader<T> {
        T read(Path file) throws IOException, HistoryException;
    }

    @Override
    public Integer call() {
        if (budget < 1) {
            throw new UsageException("--budget must be at least 1, not " + budget);
        }
        try {
            return verify();
        } catch (OutOfMemoryError e) {
            spec.commandLine()
                    .getOut()
                    .println(Text.harmless(recording + ": " + NOT_DECIDED + ": " + Text.OUT_OF_MEMORY));
            return Exit.INCONCLUSIVE;
        }
    }

    private int verify() {
        History history = read(recording, HistoryReader::read);
        Certificate proof = read(certificate, CertificateReader::read);
        Proof answer = verified(history, proof);
        String verdict = proof.verdict() + (proof.rule() == null ? "" : " " + proof.rule());
        String line = recording + ": " + word(answer.outcome()) + ": " + verdict + ": " + answer.reason();
        spec.commandLine().getOut().println(Text.harmless(line));
        return switch (answer.outcome()) {
            case HOLDS -> Exit.CONFORMS;
            case REFUSED -> Exit.VIOLATION;
            case OUT_OF_BUDGET -> Exit.INCONCLUSIVE;
        };
    }

    private Proof verified(History history, Certificate proof) {
        try {
            return new Verifier(budget).verify(history, proof);
        } catch (IllegalArgumentException e) {
            throw refused(recording, e.getMessage());
        }
    }

    private static String word(Proof.Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> "the certificate holds";
            case REFUSED -> "the certificate is refused";
            case OUT_OF_BUDGET -> NOT_DECIDED;
        };
    }

    private static <T> T read(Path file, Reader<T> reader) {
        try {
            return reader.read(file);
        } catch (IOException e) {
            throw refused(file, "cannot be read: " + Text.problem(e));
        } catch (HistoryException e) {
            throw refused(file, e.getMessage());
        }
    }

    private static UsageException refused(Path file, String problem) {
        return new UsageException(file + ": " + problem);
    }
}
