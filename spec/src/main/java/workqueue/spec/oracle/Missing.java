package workqueue.spec.oracle;

import java.util.stream.Collectors;
import workqueue.spec.history.Event;
import workqueue.spec.history.Gaps;
import workqueue.spec.history.History;
import workqueue.spec.history.Kind;

/** The verdict on a recording of which events were lost, where what is left proves no violation. */
final class Missing {
    private Missing() {}

    /** It conforms if what was seen does, with both halves of every call and run; else it needs what is missing. */
    static Verdict verdict(Gaps gaps, Verdict seen) {
        if (seen.outcome() == Verdict.Outcome.INCONCLUSIVE) {
            return seen;
        }
        if (seen.outcome() == Verdict.Outcome.CONFORMS && gaps.halves().isEmpty()) {
            return seen;
        }
        String needed = seen.outcome() == Verdict.Outcome.CONFORMS ? half(gaps) : cause(gaps.seen(), seen);
        return verdict(gaps, needed, seen.configurations());
    }

    /** No answer, because of what was lost. */
    static Verdict verdict(Gaps gaps, String needed, long configurations) {
        String lost = gaps.marks().stream().map(Missing::place).collect(Collectors.joining(", "));
        return Verdict.inconclusive("events are missing (" + lost + "): " + needed, configurations);
    }

    private static String place(Event mark) {
        String whose = mark.op().equals(Gaps.LOST) ? "thread " + mark.thread() : "all threads";
        return (mark.arg() == null ? "" : mark.arg() + " ") + "of " + whose + " before seq " + mark.seq();
    }

    private static String half(Gaps gaps) {
        Event half = gaps.halves().get(0);
        Kind other = switch (half.kind()) {
            case INVOKE -> Kind.RETURN;
            case RETURN -> Kind.INVOKE;
            case BEGIN -> Kind.END;
            default -> Kind.BEGIN;
        };
        return "the " + other.word() + " that belongs to " + half + " may be among them";
    }

    private static String cause(History seen, Verdict verdict) {
        String what = seen.events().stream()
                .filter(event -> Long.valueOf(event.seq()).equals(verdict.culprit()))
                .findFirst()
                .map(Event::toString)
                .orElse("what did not come until the end");
        return "without them " + what + " would break " + verdict.rule();
    }
}
