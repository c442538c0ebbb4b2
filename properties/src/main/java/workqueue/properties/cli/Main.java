package workqueue.properties.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wq}: executable, machine-checked specifications of work-item queues. */
@Command(
        name = "wq",
        mixinStandardHelpOptions = true,
        version = "wq 0.1.0",
        description = "Executable, machine-checked specifications of work-item queues.",
        subcommands = {
            TestCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            RecordCommand.class,
            ModelCommand.class,
            RulesCommand.class,
            DiffCommand.class,
            CompletionCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:conforms; every check passed",
            "1:a violation was found",
            "2:wrong usage or bad input",
            "3:inconclusive: no answer within the budget, or not modelled",
            "70:internal error; please report it"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wq test                       test the reference runtime, all profiles",
            "  wq check recording.ndjson     judge a recorded history",
            "  wq verify recording.ndjson proof.ndjson   check what wq check --certificate wrote",
            "  wq record > recording.ndjson  record the reference under a load",
            "  wq model                      model-check the TLA+ modules",
            "  wq rules D2                   a rule and everything that refers to it",
            "  wq check DIR --html pages     judge all recordings of a folder, and draw what is wrong",
            "  wq diff kmdf linux            what one profile allows and the other forbids"
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Runs the command line; returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::handle);
    }

    private static int handle(Exception e, CommandLine command, CommandLine.ParseResult result) {
        if (e instanceof UsageException) {
            command.getErr().println("wq: " + e.getMessage());
            return Exit.USAGE;
        }
        command.getErr().println("wq: internal error: " + e);
        e.printStackTrace(command.getErr());
        return Exit.INTERNAL;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: test, check, verify, record, model, rules or diff.");
    }
}
