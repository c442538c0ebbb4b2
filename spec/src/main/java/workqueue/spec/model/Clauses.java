package workqueue.spec.model;

import java.util.Set;
import java.util.TreeSet;

/** Collects the rules that an action would break. */
final class Clauses {
    private Set<String> broken = Set.of();

    /** Notes the rule unless what it asks for holds. */
    Clauses require(boolean holds, String rule) {
        if (!holds) {
            broken = broken.isEmpty() ? new TreeSet<>() : broken;
            broken.add(rule);
        }
        return this;
    }

    /** Notes rules that are broken. */
    Clauses with(Set<String> rules) {
        rules.forEach(rule -> require(false, rule));
        return this;
    }

    Set<String> broken() {
        return broken;
    }
}
