package workqueue.spec.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.model.Action;
import workqueue.spec.oracle.Steps.Refused;

/**
 * Plays an order of steps on the executable specification: every event once and in its place, every call between its
 * invoke and its return, every step allowed.
 *
 * @param <S> the specification's states
 */
final class Player<S> {
    private final Steps<S> steps;
    private Configuration<S> at;

    Player(Steps<S> steps) {
        this.steps = steps;
        this.at = steps.first();
    }

    /** Takes a step as it says that it is. */
    void play(Step step) throws Refused {
        List<? extends Action<S>> actions = steps.actions(at, step);
        Action<S> action = actions.stream()
                .filter(one -> one.toString().equals(step.action()))
                .findFirst()
                .orElseThrow(() -> new Refused(step + " cannot be " + step.action() + " here; it can be "
                        + (actions.isEmpty()
                                ? "nothing"
                                : actions.stream().map(Action::toString).collect(Collectors.joining(" or ")))));
        if (!steps.allows(at, action)) {
            throw new Refused(step + ": " + action + " is forbidden here: "
                    + (action.possible(at.state())
                            ? "rule " + String.join(", ", action.broken(at.state()))
                            : "impossible"));
        }
        at = steps.after(at, step, action);
    }

    /** Takes a step as the first action that is allowed and leads where it is wanted; empty if none is. */
    Optional<Step> take(Step step, Predicate<Configuration<S>> wanted) throws Refused {
        for (Action<S> action : steps.actions(at, step)) {
            Configuration<S> next = steps.allows(at, action) ? steps.after(at, step, action) : null;
            if (next != null && wanted.test(next)) {
                at = next;
                return Optional.of(step.as(action.toString()));
            }
        }
        return Optional.empty();
    }

    /** Checks that everything has happened. */
    void finish() throws Refused {
        if (at.moment() < steps.script().length()) {
            throw new Refused("event #" + steps.script().event(at.moment()).seq() + " is missing");
        }
        if (!steps.endsAt(at)) {
            throw new Refused("the recording ended in order, and the steps leave work behind");
        }
    }
}
