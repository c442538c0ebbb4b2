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
            "1:a violation was found, or the tested class threw an exception",
            "2:wrong usage or bad input",
            "3:inconclusive: no answer within the budget, not modelled, or nothing was judged",
            "70:internal error; please report it",
            "130:interrupted, as by Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wq test                       test the reference runtime, all profiles",
            "  wq check recording.ndjson     judge a recorded history",
            "  wq verify recording.ndjson proof.ndjson   check what wq check --certificate wrote",
            "  wq record > recording.ndjson  record the reference under a load",
            "  wq model                      model-check the TLA+ modules",
            "  wq rules D2                   a rule, its sources, and how it is checked",
            "  wq check DIR --html pages     judge all recordings of a folder, and draw what is wrong",
            "  wq diff kmdf linux            what one profile allows and the other forbids"
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(new StandardOutput(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, args);
        err.flush();
        System.exit(exit);
    }

    /** Runs the command line; returns its exit code. What was printed and did not arrive is an error. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = commandLine().setOut(out).setErr(err);
        int exit = command.execute(args);
        return out.checkError() ? refuse(command, "the output cannot be written; what arrived is not all") : exit;
    }

    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        Numbers.register(command);
        return command.setExecutionExceptionHandler(Main::handle).setParameterExceptionHandler(Main::misused);
    }

    /** What picocli cannot make sense of is told in one line, as everything else that is wrong. */
    private static int misused(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return refuse(command, e.getMessage() + "; " + help + " tells how it is used");
    }

    private static int refuse(CommandLine command, String problem) {
        command.getErr().println("wq: " + Text.harmless(problem));
        return Exit.USAGE;
    }

    private static int handle(Exception e, CommandLine command, CommandLine.ParseResult result) {
        if (e instanceof UsageException) {
            return refuse(command, e.getMessage());
        }
        command.getErr().println("wq: internal error: " + e);
        e.printStackTrace(command.getErr());
        return Exit.INTERNAL;
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: " + String.join(", ", spec.subcommands().keySet()));
    }
}
