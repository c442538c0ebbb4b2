package workqueue.properties.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import workqueue.spec.model.Action;

/**
 * What somebody does, from outside or from a callback, and the ways in which it can end, of which the first that fits is
 * the one: what the specification allows, what it forbids, and what a rule decides where the specification is silent.
 *
 * @param name the call; the reference is led by it
 * @param use what it is good for
 * @param expressible the states in which somebody can do it at all
 */
record Operation<S>(String name, Use use, Predicate<S> expressible, List<Outcome<S>> outcomes) {
    static final String RETURNS = "returns";
    static final String WAITS = "waits";

    /** What an operation is good for. */
    enum Use {
        /** It has a column of the table. */
        COLUMN,
        /** It has a column, and leads from state to state. */
        COLUMN_AND_MOVE,
        /** It leads from state to state. */
        MOVE,
        /** It leads from state to state, and in the end to rest. */
        RELEASE
    }

    static <S> Operation<S> of(String name, Use use) {
        return new Operation<>(name, use, state -> true, List.of());
    }

    boolean hasColumn() {
        return use == Use.COLUMN || use == Use.COLUMN_AND_MOVE;
    }

    boolean isMove() {
        return use != Use.COLUMN;
    }

    /** Only in some states. */
    Operation<S> where(Predicate<S> states) {
        return new Operation<>(name, use, expressible.and(states), outcomes);
    }

    /** An action of the specification, where it is enabled. */
    Operation<S> allowed(String word, String rule, Action<S> action, String answer) {
        return allowed(word, rule, action, next -> answer);
    }

    /** An action of the specification, where it is enabled, with an answer that depends on the state that follows. */
    Operation<S> allowed(String word, String rule, Action<S> action, Function<S, String> answer) {
        return with(new Outcome<>(word, rule, action::enabled, action, answer, answer));
    }

    /** As the other, with answers that differ within a column. */
    Operation<S> allowed(String word, String rule, Action<S> action, Function<S, String> answer, String shown) {
        return with(new Outcome<>(word, rule, action::enabled, action, answer, next -> shown));
    }

    /** Where the rule forbids the action; then nothing has happened. */
    Operation<S> forbidden(String rule, Action<S> action, String answer) {
        return decided("", rule, state -> action.broken(state).contains(rule), answer);
    }

    /** Where the specification is silent; nothing happens. */
    Operation<S> decided(String word, String rule, Predicate<S> when, String answer) {
        return with(new Outcome<>(word, rule, when, new Action<>() {}, next -> answer, next -> answer));
    }

    /** Where the specification is silent, with something that happens all the same. */
    Operation<S> decided(String word, String rule, Predicate<S> when, Action<S> step, Function<S, String> answer) {
        return with(new Outcome<>(word, rule, when, step, answer, answer));
    }

    private Operation<S> with(Outcome<S> outcome) {
        List<Outcome<S>> all = new ArrayList<>(outcomes);
        all.add(outcome);
        return new Operation<>(name, use, expressible, all);
    }

    /** How it ends, or empty if it cannot be done in the state. */
    Optional<Outcome<S>> outcome(S state) {
        return expressible.test(state)
                ? outcomes.stream()
                        .filter(outcome -> outcome.when().test(state))
                        .findFirst()
                : Optional.empty();
    }
}
