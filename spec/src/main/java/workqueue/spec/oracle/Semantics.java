package workqueue.spec.oracle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workqueue.spec.history.Event;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;
import workqueue.spec.model.Action;
import workqueue.spec.model.Then;

/**
 * What the events of one history mean in the executable specification. Lists of actions are alternatives, the likeliest
 * first; an empty list says that there is none.
 *
 * @param <S> the specification's states
 */
interface Semantics<S> {
    /** What a configuration may hold and still be a small one. */
    int SMALL = 64;

    /** The state before the first event. */
    S initial();

    /** What happens at the invoke of a call, for certain. */
    default List<? extends Action<S>> atInvoke(S state, Call call) {
        return List.of(Then.nothing());
    }

    /** Whether what an invoke does can depend on what happens unrecorded before it; else that may as well come after it. */
    default boolean waitsAtInvoke(Call call) {
        return false;
    }

    /** What a call may do at its one moment between invoke and return; empty for a call that has no such moment. */
    List<? extends Action<S>> point(S state, Call call);

    /** Whether a call has a moment of its own between invoke and return. */
    default boolean hasPoint(Call call) {
        return true;
    }

    /** What happens at the return of a call, for certain. */
    default List<? extends Action<S>> atReturn(S state, Call call) {
        return List.of(Then.nothing());
    }

    /** What the begin of a run may be. */
    List<? extends Action<S>> begin(S state, Run run);

    /** What the end of a run is. */
    List<? extends Action<S>> end(S state, Run run);

    /** What may happen unrecorded before a moment's event, as far as that can matter. */
    default List<? extends Action<S>> hidden(S state, int moment, Set<String> waived) {
        return List.of();
    }

    /** What the end of the history asks for, if it ended in order. */
    List<? extends Action<S>> atRest(S state);

    /**
     * Whether a state can still lead to the end of the whole history, as far as that can be told from counts. Answering
     * true is always right.
     *
     * @param before the state that it follows, of which the answer was true
     * @param done the calls under way that had their moment
     */
    default boolean plausible(S before, S state, int moment, Done done) {
        return true;
    }

    /** How much a state holds, roughly: instances, and calls that wait. */
    int size(S state);

    /** How many small configurations one is as much as: to look at and to keep a large one takes longer, and more memory. */
    default long weight(Configuration<S> at) {
        return 1L + (size(at.state()) + at.done().size()) / SMALL;
    }

    /** Whether a state is as at the start of a history that begins here. */
    boolean calm(S state);

    /** Whether a call changes nothing, whatever the state, so that a history conforms without it if it does with it. */
    default boolean isIdle(Call call) {
        return false;
    }

    /** The rules whose breach alone may explain a violation, the most telling first. */
    List<String> explanations();

    /**
     * Smaller histories none of which violates if the whole conforms: all events of some key, by key. What is not of any
     * key is in all of them.
     */
    Map<Long, History> projections(History history);

    /** Whether the whole conforms as soon as every projection does. */
    boolean projectionsDecide();

    /** What is left of a state when only one key is looked at: the state that the key's projection would be in. */
    S project(S state, long key);

    /** What of a history can be judged alone while it goes on; empty if nothing can. */
    default Optional<Alone> alone() {
        return Optional.empty();
    }

    /** Whether an event shows that a run of its item began. */
    default boolean starts(Event event) {
        return event.kind() == Kind.BEGIN;
    }

    /** Whether an event shows that its item may have been accepted. */
    boolean asks(Event event);
}
