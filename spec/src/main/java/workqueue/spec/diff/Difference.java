package workqueue.spec.diff;

import java.util.List;
import java.util.Set;

/**
 * A scenario that one profile allows and another forbids.
 *
 * @param scenario the steps; the last is the one that is forbidden
 * @param rules the ids of the rules that forbid it
 */
public record Difference(List<Step> scenario, Set<String> rules) {
    public Difference {
        scenario = List.copyOf(scenario);
        rules = Set.copyOf(rules);
    }
}
