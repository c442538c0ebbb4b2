package workqueue.properties.cli;

import java.util.Collection;
import workqueue.spec.oracle.Verdict;

/** What the process ends with. */
final class Exit {
    static final int CONFORMS = 0;
    static final int VIOLATION = 1;
    static final int USAGE = 2;
    static final int INCONCLUSIVE = 3;
    static final int INTERNAL = 70;

    private Exit() {}

    /** The exit code of several verdicts together: that of the worst. */
    static int of(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::outcome)
                .max(Verdict.Outcome::compareTo)
                .map(Exit::of)
                .orElse(CONFORMS);
    }

    private static int of(Verdict.Outcome outcome) {
        return switch (outcome) {
            case CONFORMS -> CONFORMS;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case CALLER_VIOLATES, IMPLEMENTATION_VIOLATES -> VIOLATION;
        };
    }
}
