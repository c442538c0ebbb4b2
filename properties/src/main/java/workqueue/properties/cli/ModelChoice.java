package workqueue.properties.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workqueue.tla.Kind;
import workqueue.tla.Model;
import workqueue.tla.Models;
import workqueue.tla.Tier;

/** Which models a command is about. */
final class ModelChoice {
    private static final int SUGGESTIONS = 3;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "models by name; * stands for any characters (default: the quick ones)")
    private List<String> names = List.of();

    @Option(
            names = {"--full", "--all"},
            description = "the larger models too: minutes")
    private boolean full;

    @Option(names = "--overnight", description = "the largest models too: hours")
    private boolean overnight;

    @Option(
            names = "--module",
            paramLabel = "MODULE",
            description = "only those whose root module is MODULE or MCMODULE")
    private String module;

    @Option(names = "--rule", paramLabel = "RULE", description = "only those that bear on the rule with this id")
    private String rule;

    @Option(names = "--kind", paramLabel = "KIND", description = "only ${COMPLETION-CANDIDATES}")
    private Kind kind;

    /** Whether it is about exactly one model by its name. */
    boolean isOne() {
        return names.size() == 1 && names.stream().noneMatch(ModelChoice::isPattern);
    }

    /**
     * The models, in the manifest's order for each name.
     *
     * @param every whether the larger ones count, too, where no name is given
     */
    List<Model> chosen(boolean every) {
        try {
            return chosen(Models.load().all(), every);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private List<Model> chosen(List<Model> all, boolean every) {
        List<Model> chosen = new ArrayList<>(names.isEmpty() ? ofTiers(all, every) : named(all));
        chosen.removeIf(
                model -> module != null && !List.of(module, "MC" + module).contains(model.module()));
        chosen.removeIf(model -> rule != null && !model.rules().contains(rule));
        chosen.removeIf(model -> kind != null && model.kind() != kind);
        if (chosen.isEmpty()) {
            throw new UsageException("no model is like that; wq model --list names all");
        }
        return chosen;
    }

    private List<Model> ofTiers(List<Model> all, boolean every) {
        Set<Tier> tiers = new TreeSet<>(Set.of(Tier.QUICK));
        if (full || overnight || every) {
            tiers.add(Tier.FULL);
        }
        if (overnight || every) {
            tiers.add(Tier.OVERNIGHT);
        }
        return all.stream().filter(model -> tiers.contains(model.tier())).toList();
    }

    private Set<Model> named(List<Model> all) {
        Set<Model> found = new LinkedHashSet<>();
        for (String name : names) {
            Pattern pattern = Pattern.compile(
                    List.of(name.split("\\*", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*")));
            List<Model> matching = all.stream()
                    .filter(model -> pattern.matcher(model.name()).matches())
                    .toList();
            if (matching.isEmpty()) {
                throw new UsageException("no model " + name + suggestion(name, all));
            }
            found.addAll(matching);
        }
        return found;
    }

    private static boolean isPattern(String name) {
        return name.contains("*");
    }

    private static String suggestion(String name, List<Model> all) {
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        List<String> close = all.stream()
                .map(Model::name)
                .filter(other -> distance.apply(lower(name), lower(other)) <= Math.max(2, name.length() / 4))
                .sorted(Comparator.comparing(other -> distance.apply(name, other)))
                .limit(SUGGESTIONS)
                .toList();
        return close.isEmpty()
                ? "; wq model --list names them, and 'Kmdf*' stands for all that begin so"
                : "; did you mean " + String.join(" or ", close) + "?";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
