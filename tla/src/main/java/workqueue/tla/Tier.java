package workqueue.tla;

import java.time.Duration;

/** How long a model takes, and with that when it is checked. */
public enum Tier {
    /** Seconds: with every build. */
    QUICK(Duration.ofMinutes(20)),
    /** Minutes: before a release, or when the model was changed. */
    FULL(Duration.ofHours(4)),
    /** Longer. */
    OVERNIGHT(Duration.ofDays(2));

    private final Duration limit;

    Tier(Duration limit) {
        this.limit = limit;
    }

    /** The time after which a run of such a model is given up: many times what it takes, so that it says nothing of the machine. */
    public Duration limit() {
        return limit;
    }
}
