package workqueue.properties.states;

import java.util.function.Function;
import java.util.function.Predicate;
import workqueue.spec.model.Action;

/**
 * One of the ways in which an operation can end.
 *
 * @param word what becomes of what was asked for, if the caller is not told; else empty
 * @param rule which says so
 * @param when the states in which it ends so
 * @param step what happens then
 * @param answer what the caller is answered, by the state that follows
 * @param shown the answer as the table has it; one for all states of a column
 */
record Outcome<S>(
        String word,
        String rule,
        Predicate<S> when,
        Action<S> step,
        Function<S, String> answer,
        Function<S, String> shown) {

    /** The cell of the table. */
    String cell(S next) {
        String answered = shown.apply(next).replace(" " + rule, "");
        return (word.isEmpty() ? answered : word) + " (" + rule + ")";
    }
}
