package workqueue.spec.diff;

import java.util.List;
import java.util.Set;
import workqueue.spec.diff.Step.Verb;
import workqueue.spec.model.Action;

/**
 * What the steps of a scenario are in one executable specification. The scenario has two items, which exist when it
 * begins, and two threads that run them.
 *
 * @param <S> the states
 */
interface Client<S> {
    int THREADS = 2;
    List<Long> ITEMS = List.of(1L, 2L);

    /** The caller that flushes; those that delete or unregister an item have the number of the item. */
    long FLUSHER = 10;

    /** The caller that closes the queue. */
    long CLOSER = 11;

    /** Where the scenario begins. */
    S initial();

    /** What can happen here at all. */
    Set<Verb> verbs();

    /** What {@link Verb#CLOSE} is here, in words; null if there is none. */
    String closing();

    /** What a step may be in a state: alternatives, also those that the rules forbid there. */
    List<Action<S>> visible(S state, Step step);

    /** What may happen in a state without being seen, also what the rules forbid there. */
    List<Action<S>> hidden(S state);
}
