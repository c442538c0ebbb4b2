package workqueue.properties.stateful;

import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that can be done to a system and to its specification, side by side; doing it throws an assertion error
 * where they differ.
 *
 * @param <S> the system and its specification
 * @param name what a failure's sequence of commands shows
 * @param weight how often it is chosen, compared with others
 * @param possible whether it can be done now
 * @param run does it
 */
public record Command<S>(String name, int weight, Predicate<S> possible, Consumer<S> run) {
    public Command(String name, int weight, Consumer<S> run) {
        this(name, weight, state -> true, run);
    }
}
