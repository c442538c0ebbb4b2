package workqueue.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Then;

/**
 * What can follow a configuration of a history.
 *
 * @param <S> the specification's states
 */
final class Moves<S> {
    private final Script script;
    private final Semantics<S> semantics;
    private final Set<String> waived;
    private final boolean anyTime;

    /**
     * Prepares the moves of a history.
     *
     * @param waived rules that may be broken
     * @param anyTime whether what is not recorded may happen before any event; otherwise only before one that waits for
     *     something, a return or a begin or one of few invokes, and calls that change nothing have their point as soon as they may. That loses
     *     nothing: an invoke enables and never disables, and an end frees a worker
     */
    Moves(Script script, Semantics<S> semantics, Set<String> waived, boolean anyTime) {
        this.script = script;
        this.semantics = semantics;
        this.waived = waived;
        this.anyTime = anyTime;
    }

    /** The single steps that these moves are made of. */
    Steps<S> steps() {
        return new Steps<>(script, semantics, waived);
    }

    /** How many small configurations one is as much as. */
    long weight(Configuration<S> at) {
        return semantics.weight(at);
    }

    Configuration<S> first() {
        return new Configuration<>(0, semantics.initial(), Done.NONE);
    }

    /** Whether the whole history has happened. */
    boolean isLast(Configuration<S> at) {
        return at.moment() > script.length();
    }

    /** All that can follow, the likeliest first, as far as it can matter. */
    List<Configuration<S>> from(Configuration<S> at) {
        List<Configuration<S>> next = new ArrayList<>();
        if (!anyTime && idle(at, next)) {
            return next;
        }
        pass(at, next);
        if (anyTime || waits(at.moment())) {
            points(at, next);
            follow(at, semantics.hidden(at.state(), at.moment(), waived), at.done(), at.moment(), next);
        }
        return next;
    }

    /**
     * The point of a call that has returned and changes nothing, if it is allowed here: to take it at once loses nothing,
     * because whatever can follow without it can follow with it.
     */
    private boolean idle(Configuration<S> at, List<Configuration<S>> next) {
        for (Call call : script.open(at.moment())) {
            if (!call.pending() && semantics.isIdle(call)) {
                point(at, call, next);
                if (!next.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean waits(int moment) {
        if (moment >= script.length()) {
            return true;
        }
        Kind kind = script.event(moment).kind();
        return kind == Kind.RETURN
                || kind == Kind.BEGIN
                || (kind == Kind.INVOKE && semantics.waitsAtInvoke(script.callAt(moment)));
    }

    /** The configurations in which the event has happened. */
    private void pass(Configuration<S> at, List<Configuration<S>> next) {
        int moment = at.moment();
        S state = at.state();
        if (moment == script.length()) {
            List<? extends Action<S>> end = script.atRest() ? semantics.atRest(state) : List.of(Then.nothing());
            follow(at, end, Done.NONE, moment + 1, next);
            return;
        }
        Call call = script.callAt(moment);
        Run run = script.runAt(moment);
        switch (script.event(moment).kind()) {
            case INVOKE -> follow(at, semantics.atInvoke(state, call), at.done(), moment + 1, next);
            case RETURN -> {
                if (!semantics.hasPoint(call) || at.done().contains(call.id())) {
                    follow(at, semantics.atReturn(state, call), at.done().without(call.id()), moment + 1, next);
                }
            }
            case BEGIN -> follow(at, semantics.begin(state, run), at.done(), moment + 1, next);
            case END -> follow(at, semantics.end(state, run), at.done(), moment + 1, next);
            case NOTE -> next.add(new Configuration<>(moment + 1, state, at.done()));
        }
    }

    /** The configurations in which one more call under way has had its point; first the call that returns here. */
    private void points(Configuration<S> at, List<Configuration<S>> next) {
        Call here = at.moment() < script.length() ? script.callAt(at.moment()) : null;
        for (Call call : script.open(at.moment())) {
            if (call.equals(here)) {
                point(at, call, next);
            }
        }
        for (Call call : script.open(at.moment())) {
            if (!call.equals(here)) {
                point(at, call, next);
            }
        }
    }

    private void point(Configuration<S> at, Call call, List<Configuration<S>> next) {
        if (semantics.hasPoint(call) && !at.done().contains(call.id())) {
            follow(at, semantics.point(at.state(), call), at.done().with(call.id()), at.moment(), next);
        }
    }

    private void follow(
            Configuration<S> at,
            List<? extends Action<S>> actions,
            Done done,
            int moment,
            List<Configuration<S>> next) {
        for (Action<S> action : actions) {
            if (action.possible(at.state()) && waived.containsAll(action.broken(at.state()))) {
                next.add(new Configuration<>(moment, action.apply(at.state()), done));
            }
        }
    }
}
