package workqueue.spec.oracle;

import java.util.Set;
import workqueue.spec.history.History;
import workqueue.spec.oracle.Verdict.Outcome;

/** Whether a witness that the search found shows the violation by itself. */
final class Witness {
    /** Which of these a run too many breaks depends on what was asked for before, which a witness may leave out. */
    private static final Set<String> TOO_MANY = Set.of("R1", "R2", "MF-47");

    private Witness() {}

    /** What is wrong with the witness of a verdict; null if nothing is, or no search was needed. */
    static String fault(History history, Verdict verdict, Oracle oracle) {
        boolean last = verdict.reason().endsWith("The last event of the witness cannot have happened.");
        boolean some = verdict.reason().endsWith(" of the witness cannot have happened.");
        boolean rest = verdict.reason().endsWith("and what it owes did not come.");
        if (verdict.outcome() != Outcome.IMPLEMENTATION_VIOLATES || !(some || rest)) {
            return null;
        }
        String end = last ? "cut" : rest ? "ok" : history.header().end();
        History alone = history.with(end, verdict.witness());
        Verdict again = oracle.judge(alone);
        if (again.outcome() != Outcome.IMPLEMENTATION_VIOLATES) {
            return "alone it is judged " + again;
        }
        if (!isSame(verdict.rule(), again.rule())) {
            return "alone it breaks " + again.rule() + ", not " + verdict.rule();
        }
        boolean needed = !last || oracle.judge(withoutLast(alone)).outcome() == Outcome.CONFORMS;
        return needed ? null : "its last event is not needed";
    }

    /** Whether two rules are the same, or cannot be told apart where something is left out; either may be null. */
    static boolean isSame(String rule, String other) {
        return rule.equals(other) || (TOO_MANY.contains(rule) && other != null && TOO_MANY.contains(other));
    }

    private static History withoutLast(History history) {
        return history.prefix(history.events().size() - 1);
    }
}
