package workqueue.properties.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import workqueue.spec.diff.Comparison;
import workqueue.spec.diff.Differ;
import workqueue.spec.diff.Difference;
import workqueue.spec.diff.Step;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the shortest scenarios that one profile allows and another forbids, with the rules that do.",
            "They are found by a search through the executable specifications: two items, two threads that run them,",
            "and what can happen in both profiles. The exit code is 0, whether there is a difference or not."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wq diff kmdf linux", "  wq diff kmdf linux --without close", "  wq diff ks io --length 12"})
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROFILE", description = "such as kmdf")
    private String first;

    @Parameters(index = "1", paramLabel = "OTHER", description = "such as linux")
    private String second;

    @Option(
            names = "--without",
            paramLabel = "WORD",
            split = ",",
            converter = VerbConverter.class,
            description = "what the scenarios are to do without, such as close")
    private Set<Step.Verb> without = Set.of();

    @Option(
            names = "--length",
            paramLabel = "N",
            defaultValue = "8",
            description = "of the longest scenarios to look at (default: ${DEFAULT-VALUE})")
    private int length;

    @Override
    public Integer call() {
        if (length < 1) {
            throw new UsageException("--length is " + length + "; it has to be 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            print(out, Differ.compare(first, second, length, without));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        return Exit.CONFORMS;
    }

    private void print(PrintWriter out, Comparison comparison) {
        out.println("compared: "
                + comparison.compared().stream().map(Step.Verb::words).collect(Collectors.joining(", ")));
        if (comparison.compared().contains(Step.Verb.CLOSE)) {
            List.of(first, second)
                    .forEach(profile -> out.println("close in " + profile + ": "
                            + Differ.closing(profile).orElseThrow()));
        }
        print(out, first, second, comparison.onlyFirst(), comparison.length());
        print(out, second, first, comparison.onlySecond(), comparison.length());
    }

    private static void print(PrintWriter out, String one, String other, Optional<Difference> difference, int length) {
        out.println();
        if (difference.isEmpty()) {
            String bound = length == Integer.MAX_VALUE ? "" : " of up to " + length + " steps";
            out.printf("Every scenario%s that %s allows, %s allows too.%n", bound, one, other);
            return;
        }
        out.printf("%s allows, %s forbids:%n", one, other);
        List<List<String>> rows = new ArrayList<>();
        List<Step> scenario = difference.get().scenario();
        for (int k = 0; k < scenario.size(); k++) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%4d", k + 1), scenario.get(k).toString()));
        }
        out.print(Text.table(rows));
        difference.get().rules().stream()
                .sorted()
                .map(Rules.all()::get)
                .forEach(rule -> out.println("      " + why(rule)));
    }

    private static String why(Rule rule) {
        String whose = rule.level() == Rule.Level.CALLER ? " (the caller's duty)" : "";
        return rule.id() + whose + "  " + rule.sentence();
    }

    /** A step by its words. */
    static final class VerbConverter implements ITypeConverter<Step.Verb> {
        @Override
        public Step.Verb convert(String words) {
            return Stream.of(Step.Verb.values())
                    .filter(verb -> verb.words().equals(words))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no step \"" + words + "\"; there are "
                            + Stream.of(Step.Verb.values())
                                    .map(Step.Verb::words)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
