package workqueue.properties.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import workqueue.properties.stateful.Patience;
import workqueue.spec.model.Action;

/** The specification and the reference, in step. */
final class Play<S> {
    private final Family<S> family;
    private final Stage stage;
    private final Map<Long, Integer> begun = new TreeMap<>(Map.of(Family.SUBJECT, 0, Family.OTHER, 0));
    private S state;

    private Play(Family<S> family, Stage stage) {
        this.family = family;
        this.stage = stage;
        state = family.initial();
    }

    /** Plays a path. */
    static <S> Play<S> along(List<Operation<S>> path, Family<S> family, Stage stage) {
        Play<S> play = new Play<>(family, stage);
        path.forEach(play::perform);
        return play;
    }

    /**
     * Plays an operation, and then what shows the state that it has led to: every other operation once, while callbacks
     * are running and when they have returned, the last of the table first. Nothing may come that is not accounted for.
     */
    void end(Operation<S> operation) {
        perform(operation);
        tour();
        rest();
        tour();
        rest();
        stage.stop();
        assertEquals(expected(), stage.visible(), "at rest");
    }

    private void tour() {
        List<Operation<S>> columns = new ArrayList<>(
                family.operations().stream().filter(Operation::hasColumn).toList());
        Collections.reverse(columns);
        for (Operation<S> column : columns) {
            if (column.outcome(state).isPresent()) {
                perform(column);
            }
        }
    }

    private void perform(Operation<S> operation) {
        Outcome<S> outcome = operation.outcome(state).orElseThrow();
        count(outcome.step());
        state = family.settle(outcome.step().apply(state), this::count);
        String answer = outcome.answer().apply(state);
        String what = operation.name() + ", " + outcome.rule();
        stage.call(operation.name());
        awaitEqual(what + ", answers", answer, stage::answer);
        awaitEqual(what + ", shows", expected(), stage::visible);
    }

    private static <T> void awaitEqual(String what, T expected, Supplier<T> actual) {
        try {
            Patience.await(what, () -> expected.equals(actual.get()));
        } catch (AssertionError e) {
            assertEquals(expected, actual.get(), what);
        }
    }

    private void count(Action<S> taken) {
        family.begins(taken).ifPresent(item -> begun.merge(item, 1, Integer::sum));
    }

    private Map<String, Object> expected() {
        Map<String, Object> all = new TreeMap<>(family.visible(state));
        all.put("runs", begun.get(Family.SUBJECT));
        all.put("others", begun.get(Family.OTHER));
        return all;
    }

    /** Lets the callbacks return one after the other. */
    private void rest() {
        for (Optional<Operation<S>> next = release(); next.isPresent(); next = release()) {
            perform(next.get());
        }
    }

    private Optional<Operation<S>> release() {
        return family.operations().stream()
                .filter(operation -> operation.use() == Operation.Use.RELEASE)
                .filter(operation -> operation.outcome(state).isPresent())
                .findFirst();
    }
}
