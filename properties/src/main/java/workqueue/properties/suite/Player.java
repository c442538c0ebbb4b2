package workqueue.properties.suite;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import workqueue.properties.kit.Implementation;
import workqueue.spec.history.History;

/** Plays a scenario and gives its recording, also of one that hangs. */
final class Player {
    /** More events than any scenario has unless something goes round in circles. */
    private static final long MANY = 200_000;

    private Player() {}

    /**
     * Plays to the end, or until nothing moves any more.
     *
     * @throws UnsupportedOperationException if the implementation does not have what the scenario needs, whose name is the
     *     message
     * @throws ExecutionException if the implementation threw anything else; that is the cause
     */
    static History play(Implementation implementation, Scenario scenario)
            throws InterruptedException, ExecutionException {
        try (Stage stage = new Stage(implementation, scenario)) {
            History history = play(stage, scenario);
            if (stage.thrown() != null) {
                throw stage.thrown();
            }
            return history;
        } catch (UnsupportedOperationException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new ExecutionException(e);
        }
    }

    private static History play(Stage stage, Scenario scenario) throws InterruptedException, ExecutionException {
        FutureTask<Void> play = stage.spawn(() -> scenario.script().play(stage));
        if (!stage.awaitEnd(play, MANY)) {
            return stage.recorder().history("hang");
        }
        try {
            play.get();
            stage.rest(); // a run too many may have yet to come
            return stage.recorder().history("ok");
        } catch (ExecutionException e) {
            Throwable thrown = thrown(e);
            if (thrown instanceof TimeoutException || stage.thrown() != null) { // which is what counts then
                return stage.recorder().history("hang");
            }
            throw new ExecutionException(thrown);
        }
    }

    /** What ended the scenario: each thread that it joins wraps it once more. */
    private static Throwable thrown(ExecutionException e) {
        Throwable thrown = e.getCause();
        while (thrown instanceof ExecutionException) {
            thrown = thrown.getCause();
        }
        return thrown;
    }
}
