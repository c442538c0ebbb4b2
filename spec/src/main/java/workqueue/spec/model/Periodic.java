package workqueue.spec.model;

import java.util.Set;

/**
 * A periodic callback of Media Foundation.
 *
 * @param item what is called
 * @param stage whether it is to be called again
 * @param called whether it has been called in that stage
 * @param workers those that are calling it
 */
public record Periodic(long item, Stage stage, boolean called, Set<Long> workers) {
    /** How far a periodic callback has come. */
    public enum Stage {
        /** It is called again and again. */
        ADDED,
        /** It was removed; a call that was on its way may still come. */
        REMOVED,
        /** The platform was shut down. */
        LAPSED
    }

    static Periodic added(long item) {
        return new Periodic(item, Stage.ADDED, false, Set.of());
    }

    boolean isAdded() {
        return stage == Stage.ADDED;
    }

    Periodic in(Stage next) {
        return stage == next ? this : new Periodic(item, next, false, workers);
    }

    Periodic enteredBy(long worker) {
        return new Periodic(item, stage, true, Values.with(workers, worker));
    }

    Periodic finishedBy(long worker) {
        return new Periodic(item, stage, called, Values.without(workers, worker));
    }
}
