package workqueue.properties.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description =
                "Prints the rules, or those that are named with their sources, and where they stand and how they are checked.",
        footerHeading = "%nExamples:%n",
        footer = {"  wq rules", "  wq rules --profile mf", "  wq rules D2 MF-17"})
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RULE", arity = "0..*", description = "rules by their ids")
    private List<String> ids = List.of();

    @Option(names = "--profile", paramLabel = "P", description = "only the rules of a profile")
    private String profile;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (profile != null && !ids.isEmpty()) {
            throw new UsageException("--profile lists the rules of a profile; leave it out where rules are named");
        }
        if (ids.isEmpty()) {
            out.print(list());
        } else {
            ids.forEach(id -> out.print(one(find(id))));
        }
        return Exit.CONFORMS;
    }

    private static Rule find(String id) {
        String name = id.toUpperCase(Locale.ROOT);
        if (!Rules.all().has(name)) {
            throw new UsageException("no rule \"" + id + "\"; wq rules lists them");
        }
        return Rules.all().get(name);
    }

    private String list() {
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : Rules.all().list()) {
            if (profile == null || rule.profiles().contains(profile)) {
                rows.add(List.of(rule.id(), level(rule), String.join(",", rule.profiles()), rule.sentence()));
            }
        }
        if (rows.isEmpty()) {
            throw new UsageException("no rules of a profile \"" + profile + "\"; there are " + profiles());
        }
        return Text.table(rows);
    }

    private static String profiles() {
        return Rules.all().list().stream()
                .flatMap(rule -> rule.profiles().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String level(Rule rule) {
        return rule.level().name().replace('_', '-');
    }

    private static String one(Rule rule) {
        return rule.id() + "  " + rule.sentence() + "\n"
                + Text.table(List.of(
                        List.of("  level", level(rule)),
                        List.of("  profiles", String.join(", ", rule.profiles())),
                        List.of("  why", rule.why()),
                        List.of("  sources", rule.sources()),
                        List.of("  TLA+", String.join(", ", rule.tla())),
                        List.of("  spec", String.join(", ", rule.spec())),
                        List.of("  checked", rule.checked())));
    }
}
