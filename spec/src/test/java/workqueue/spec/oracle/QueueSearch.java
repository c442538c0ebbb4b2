package workqueue.spec.oracle;

import java.util.Set;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Verdict.Outcome;
import workqueue.spec.oracle.queue.QueueJudge;

/** The general search and the judge of a queue's profile, each by itself. */
public final class QueueSearch {
    private static final long BUDGET = 200_000;

    private final Profile<?> profile;

    /** Of a profile that has a judge of whole histories. */
    public QueueSearch(String profile) {
        this.profile = Profile.of(profile);
    }

    /** What the judge says. */
    public QueueJudge.Opinion opinion(History history) {
        return profile.queue().orElseThrow().judge(history);
    }

    /** What the search says. */
    public Outcome outcome(History history) {
        return switch (profile.hunt(Set.of(), BUDGET, search -> {}).decide(history)) {
            case CONFORMS -> Outcome.CONFORMS;
            case OUT_OF_BUDGET -> Outcome.INCONCLUSIVE;
            case REFUTED -> Outcome.IMPLEMENTATION_VIOLATES;
        };
    }
}
