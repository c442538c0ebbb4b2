package workqueue.properties.stateful;

import java.util.List;

/**
 * What is done at random to a system and to its specification. Property engines are asked through this interface only:
 * see {@link Chains} for jqwik's and {@link Seeds} for one of our own.
 *
 * @param <S> the system and its specification
 */
public interface Walk<S extends Pair> {
    /** A new system with its specification. */
    S start();

    /** All that can be done, parameters included: few enough to be listed. */
    List<Command<S>> commands();
}
