package workqueue.tla;

import java.time.Duration;

/** How long a model takes, and with that when it is checked. */
public enum Tier {
    /** Seconds: with every build. */
    QUICK(Duration.ofMinutes(3)),
    /** Minutes: before a release, or when the model was changed. */
    FULL(Duration.ofHours(1)),
    /** Longer. */
    OVERNIGHT(Duration.ofHours(12));

    private final Duration limit;

    Tier(Duration limit) {
        this.limit = limit;
    }

    /** The time after which a run of such a model is given up; generous, for slow machines. */
    public Duration limit() {
        return limit;
    }
}
