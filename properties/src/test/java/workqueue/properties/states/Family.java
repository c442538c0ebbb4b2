package workqueue.properties.states;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import workqueue.spec.model.Action;

/**
 * A family of work items as its table sees it: an object under test, what can be done to it, and others that keep threads
 * busy. Threads are eager: whatever goes on by itself, does.
 *
 * @param <S> the states of the executable specification
 */
interface Family<S> {
    /** The item under test. */
    long SUBJECT = 1;

    /** An item that keeps threads busy. */
    long OTHER = 2;

    /** The profile, with what distinguishes the table from the profile's others. */
    String name();

    /** What leads the reference. */
    Script script();

    S initial();

    /** All that can be done, in the order of the table. */
    List<Operation<S>> operations();

    /** What goes on by itself next, if anything does. */
    Optional<Action<S>> inner(S state);

    /** The state that comes of all that goes on by itself; {@code taken} is told of each step. */
    default S settle(S unsettled, Consumer<Action<S>> taken) {
        S settled = unsettled;
        for (Optional<Action<S>> next = inner(settled); next.isPresent(); next = inner(settled)) {
            taken.accept(next.get());
            settled = next.get().apply(settled);
        }
        return settled;
    }

    /** The item whose callback an action calls. */
    OptionalLong begins(Action<S> action);

    /** Whether the state is explored. */
    default boolean isWithin(S state) {
        return true;
    }

    /** Whether the state is in the table, and not only on the way. */
    default boolean isShown(S state) {
        return true;
    }

    /** The name of the state that the object under test is in. */
    Row row(S state);

    /** What the stage has to show, {@link Stage#visible}. */
    Map<String, Object> visible(S state);
}
