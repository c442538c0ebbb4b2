package workqueue.spec.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;

/** Where a search has got to. Used by one thread. */
final class Frontier<A, B> {
    private final Set<Verb> verbs;
    private final Set<Node<A, B>> seen = new HashSet<>();
    private List<Reached<A, B>> level = new ArrayList<>();
    private Difference onlyFirst;
    private Difference onlySecond;

    /** What a scenario has come to. */
    private record Node<A, B>(Scene scene, Side<A> first, Side<B> second) {
        Node<A, B> after(Step step) {
            return new Node<>(scene.after(step), first.after(step), second.after(step));
        }
    }

    /** A node with the last step on a shortest way to it; at the start there is none. */
    private record Reached<A, B>(Node<A, B> node, Step last, Reached<A, B> before) {
        List<Step> scenario() {
            List<Step> steps = new ArrayList<>();
            for (Reached<A, B> at = this; at.last != null; at = at.before) {
                steps.add(at.last);
            }
            Collections.reverse(steps);
            return steps;
        }
    }

    Frontier(Set<Verb> verbs, Side<A> first, Side<B> second) {
        this.verbs = verbs;
        level.add(new Reached<>(new Node<>(Scene.start(), first, second), null, null));
    }

    Comparison search(int length) {
        int depth = 0;
        while (depth < length && !level.isEmpty() && (onlyFirst == null || onlySecond == null)) {
            advance();
            depth++;
        }
        return new Comparison(
                verbs,
                Optional.ofNullable(onlyFirst),
                Optional.ofNullable(onlySecond),
                level.isEmpty() ? Integer.MAX_VALUE : depth);
    }

    private void advance() {
        List<Reached<A, B>> deeper = new ArrayList<>();
        for (Reached<A, B> reached : level) {
            for (Step step : reached.node.scene.steps(verbs)) {
                Reached<A, B> next = new Reached<>(reached.node.after(step), step, reached);
                if (isAllowedByBoth(next) && seen.add(next.node)) {
                    deeper.add(next);
                }
            }
        }
        level = deeper;
    }

    /** Notes a difference where only one allows it. */
    private boolean isAllowedByBoth(Reached<A, B> next) {
        Node<A, B> before = next.before.node;
        boolean first = !next.node.first.isForbidden();
        boolean second = !next.node.second.isForbidden();
        if (first && !second && onlyFirst == null) {
            onlyFirst = new Difference(next.scenario(), before.second.broken(next.last));
        } else if (second && !first && onlySecond == null) {
            onlySecond = new Difference(next.scenario(), before.first.broken(next.last));
        }
        return first && second;
    }
}
