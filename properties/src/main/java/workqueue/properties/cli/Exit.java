package workqueue.properties.cli;

import java.util.Collection;
import workqueue.properties.report.Judged;
import workqueue.spec.oracle.Verdict;

/** What the process ends with. */
final class Exit {
    static final int CONFORMS = 0;
    static final int VIOLATION = 1;
    static final int USAGE = 2;
    static final int INCONCLUSIVE = 3;
    static final int INTERNAL = 70;

    private Exit() {}

    /** The exit code of several verdicts together: that of the worst; none at all is no answer. */
    static int of(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::outcome)
                .max(Verdict.Outcome::compareTo)
                .map(Exit::of)
                .orElse(INCONCLUSIVE);
    }

    /** The exit code of several recordings: that of the worst; one that was not judged is worse than a violation. */
    static int ofJudged(Collection<Judged> all) {
        if (all.stream().anyMatch(Judged::internal)) {
            return INTERNAL;
        }
        return all.stream().anyMatch(one -> one.verdict() == null)
                ? USAGE
                : of(all.stream().map(Judged::verdict).toList());
    }

    private static int of(Verdict.Outcome outcome) {
        return switch (outcome) {
            case CONFORMS -> CONFORMS;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case CALLER_VIOLATES, IMPLEMENTATION_VIOLATES -> VIOLATION;
        };
    }
}
