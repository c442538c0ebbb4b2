package workqueue.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.model.Action;
import workqueue.spec.oracle.Steps.Refused;

/**
 * Everything that can be reached, event by event and breadth first, by any order of what lies between: the slow search,
 * which neither guesses nor leaves out.
 *
 * @param <S> the specification's states
 */
final class Reach<S> {
    /** The budget is spent. */
    static final class Exhausted extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final Steps<S> steps;
    private final Budget budget;

    Reach(Steps<S> steps, Budget budget) {
        this.steps = steps;
        this.budget = budget;
    }

    /** What can be reached by so many events, and nothing else after the last of them. */
    Set<Configuration<S>> after(int events) throws Exhausted {
        return after(Set.of(steps.first()), 0, events);
    }

    /** The same from what was reached at some moment. */
    Set<Configuration<S>> after(Set<Configuration<S>> before, int from, int events) throws Exhausted {
        Set<Configuration<S>> reached = before;
        for (int moment = from; moment < events; moment++) {
            Step event = new Step(0, steps.script().event(moment).seq(), null, null);
            Set<Configuration<S>> next = new LinkedHashSet<>();
            for (Configuration<S> at : closed(reached)) {
                next.addAll(after(at, event));
            }
            reached = next;
        }
        return reached;
    }

    /** Whether the whole history can happen. */
    boolean endsWell() throws Exhausted {
        return endsWell(after(steps.script().length()));
    }

    /** Whether it can end, from what was reached after its last event. */
    boolean endsWell(Set<Configuration<S>> reached) throws Exhausted {
        return closed(reached).stream().anyMatch(steps::endsAt);
    }

    /** With everything that can be reached without an event. */
    private Set<Configuration<S>> closed(Set<Configuration<S>> reached) throws Exhausted {
        Set<Configuration<S>> all = new LinkedHashSet<>();
        Deque<Configuration<S>> open = new ArrayDeque<>();
        add(reached, all, open);
        while (!open.isEmpty()) {
            add(between(open.remove()), all, open);
        }
        return all;
    }

    /** Notes those that are new. It is paid here and not when they are looked at: what waits for that is held as well. */
    private void add(Collection<Configuration<S>> some, Set<Configuration<S>> all, Deque<Configuration<S>> open)
            throws Exhausted {
        for (Configuration<S> one : some) {
            if (all.add(one)) {
                if (!budget.spend(steps.semantics().weight(one))) {
                    throw new Exhausted();
                }
                open.add(one);
            }
        }
    }

    private List<Configuration<S>> between(Configuration<S> at) {
        List<Configuration<S>> all = after(at, new Step(0, null, null, null));
        for (Call call : steps.script().open(at.moment())) {
            all.addAll(after(at, new Step(0, null, call.id(), null)));
        }
        return all;
    }

    private List<Configuration<S>> after(Configuration<S> at, Step step) {
        List<Configuration<S>> all = new ArrayList<>();
        try {
            for (Action<S> action : steps.actions(at, step)) {
                if (steps.allows(at, action)) {
                    all.add(steps.after(at, step, action));
                }
            }
        } catch (Refused e) {
            return all; // this one cannot take it
        }
        return all;
    }
}
