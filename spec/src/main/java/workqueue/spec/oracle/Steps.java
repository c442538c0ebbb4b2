package workqueue.spec.oracle;

import java.util.List;
import java.util.Set;
import workqueue.spec.history.Certificate.Step;
import workqueue.spec.history.Event;
import workqueue.spec.model.Action;
import workqueue.spec.model.Then;

/**
 * The single steps of a history on the executable specification: what may be the next one, and what it leads to. It knows
 * nothing of how a search goes about it, and leaves nothing out that could be of use.
 *
 * @param script the history
 * @param semantics what its events mean
 * @param tolerated rules that may be broken
 * @param <S> the specification's states
 */
record Steps<S>(Script script, Semantics<S> semantics, Set<String> tolerated) {
    /** A step that a history cannot take: says why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    Configuration<S> first() {
        return new Configuration<>(0, semantics.initial(), Done.NONE);
    }

    /** The actions that a step may be. */
    List<? extends Action<S>> actions(Configuration<S> at, Step step) throws Refused {
        if (step.event() != null) {
            return ofEvent(at, step.event());
        }
        return step.call() == null
                ? semantics.hidden(at.state(), at.moment(), tolerated)
                : semantics.point(at.state(), open(at, step.call()));
    }

    private List<? extends Action<S>> ofEvent(Configuration<S> at, long seq) throws Refused {
        if (at.moment() == script.length()) {
            throw new Refused("event #" + seq + " comes after all events have happened");
        }
        Event next = script.event(at.moment());
        if (next.seq() != seq) {
            throw new Refused("event #" + seq + " is not the next to happen, but #" + next.seq());
        }
        Call call = script.callAt(at.moment());
        Run run = script.runAt(at.moment());
        return switch (next.kind()) {
            case INVOKE -> semantics.atInvoke(at.state(), call);
            case RETURN -> {
                if (semantics.hasPoint(call) && !at.done().contains(call.id())) {
                    throw new Refused("call #" + call.id() + " returns at #" + seq + " and did not take effect");
                }
                yield semantics.atReturn(at.state(), call);
            }
            case BEGIN -> semantics.begin(at.state(), run);
            case END -> semantics.end(at.state(), run);
            case NOTE -> List.of(Then.<S>nothing());
        };
    }

    private Call open(Configuration<S> at, long id) throws Refused {
        if (at.done().contains(id)) {
            throw new Refused("call #" + id + " takes effect twice");
        }
        return script.open(at.moment()).stream()
                .filter(call -> call.id() == id && semantics.hasPoint(call))
                .findFirst()
                .orElseThrow(() -> new Refused("call #" + id + " takes effect while it is not under way"));
    }

    /** Whether an action is possible and breaks no rule that is asked for. */
    boolean allows(Configuration<S> at, Action<S> action) {
        return action.possible(at.state()) && tolerated.containsAll(action.broken(at.state()));
    }

    /** Whether the history may end here, if here all events have happened. */
    boolean endsAt(Configuration<S> at) {
        return !script.atRest() || semantics.atRest(at.state()).stream().anyMatch(action -> allows(at, action));
    }

    Configuration<S> after(Configuration<S> at, Step step, Action<S> action) {
        Done done = at.done();
        if (step.call() != null) {
            done = done.with(step.call());
        } else if (step.event() != null && script.callAt(at.moment()) != null) {
            done = done.without(script.callAt(at.moment()).id());
        }
        int moment = at.moment() + (step.event() == null ? 0 : 1);
        return new Configuration<>(moment, action.apply(at.state()), done);
    }
}
