package workqueue.tla;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.List;

/**
 * A row of the manifest: a module with its constants fixed, what to check of it, and what TLC finds.
 *
 * @param name of the model, unique
 * @param description what the model shows, in a line
 * @param rules the ids of the rules that it bears on
 * @param module the name of the root module, such as {@code MCWorkQueue}
 * @param cfg the name of the configuration file, which picks the constants and the specification, and names all that
 *     holds
 * @param tier when it is checked
 * @param workers how many threads of TLC check it, 0 for one per processor. Not 1 only where nothing is temporal: with
 *     more, this version of TLC misses violations of liveness
 * @param mutations the changes of the modules that this model detects; none in a model of the modules as they are
 * @param expect what TLC finds
 * @param labels what {@link Tlc#graph} needs to know; null if this model is not for that
 */
public record Model(
        String name,
        String description,
        List<String> rules,
        String module,
        String cfg,
        Tier tier,
        Integer workers,
        List<Mutation> mutations,
        Expectation expect,
        Labels labels) {
    public Model {
        requireNonNull(name, "name is missing");
        requireNonNull(description, "description is missing");
        requireNonNull(module, "module is missing");
        requireNonNull(cfg, "cfg is missing");
        requireNonNull(expect, "expect is missing");
        tier = requireNonNullElse(tier, Tier.QUICK);
        workers = requireNonNullElse(workers, 1);
        rules = listOf(rules);
        mutations = listOf(mutations);
    }

    /** What it is for. */
    public Kind kind() {
        if (!mutations.isEmpty()) {
            return Kind.MUTANT;
        }
        if (expect.result() == Outcome.OK) {
            return Kind.MODEL;
        }
        Configuration all = Configuration.of(Resources.text(cfg));
        boolean named =
                all.invariants().contains(expect.violated()) || all.properties().contains(expect.violated());
        return named ? Kind.DEFECT : Kind.GOAL;
    }

    /** What TLC reads: all of the file if the model holds, and only what it violates if it has to fail. */
    Configuration configuration() {
        return Configuration.of(Resources.text(cfg)).checking(expect);
    }

    private static <T> List<T> listOf(List<T> list) {
        return List.copyOf(requireNonNullElse(list, List.of()));
    }

    /** The name: what a test of this model is to be called. */
    @Override
    public String toString() {
        return name;
    }
}
