package workqueue.properties.suite;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workqueue.properties.kit.Implementation;
import workqueue.spec.history.History;

/** Plays a scenario and gives its recording, also of one that hangs. */
final class Player {
    private Player() {}

    /**
     * Plays to the end, or until nothing has come for too long.
     *
     * @throws UnsupportedOperationException if the implementation does not have what the scenario needs, whose name is the message
     * @throws IllegalStateException if the implementation failed in another way than by the answer of a call
     */
    static History play(Implementation implementation, Scenario scenario, Duration patience)
            throws InterruptedException {
        Stage stage = new Stage(implementation, scenario, patience);
        try {
            FutureTask<Void> play = stage.spawn(() -> scenario.script().play(stage));
            try {
                play.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
                return stage.recorder().history("ok");
            } catch (TimeoutException e) {
                return stage.recorder().history("hang");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TimeoutException) {
                    return stage.recorder().history("hang");
                }
                if (e.getCause() instanceof UnsupportedOperationException unsupported) {
                    throw unsupported;
                }
                throw new IllegalStateException(
                        scenario.name() + ": " + implementation.name() + " failed: " + e.getCause(), e.getCause());
            }
        } finally {
            stage.close();
        }
    }
}
