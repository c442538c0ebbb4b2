package workqueue.spec.oracle;

import java.util.List;
import workqueue.spec.history.Event;
import workqueue.spec.rules.Rule;
import workqueue.spec.rules.Rules;

/**
 * The oracle's answer about one history.
 *
 * @param outcome the answer
 * @param rule the id of the rule that was broken, or null
 * @param reason in words: what was broken, why there is no answer, or that every event may happen
 * @param witness the part of the history that shows a violation by itself; empty without one
 * @param culprit the place ({@code seq}) of the event of the witness that cannot have happened; null without a witness,
 *     and if it is what did not happen until the end that is wrong
 * @param configurations how many configurations the search looked at
 */
public record Verdict(
        Outcome outcome, String rule, String reason, List<Event> witness, Long culprit, long configurations) {
    /** What a verdict can be, from best to worst. */
    public enum Outcome {
        /** Everything recorded may happen. */
        CONFORMS,
        /** The budget was spent, events that matter were lost, or something recorded is not modelled: no answer. */
        INCONCLUSIVE,
        /** The caller broke a precondition before the implementation broke a rule. */
        CALLER_VIOLATES,
        /** The implementation broke a rule. */
        IMPLEMENTATION_VIOLATES;

        /** What the breach of a rule comes to: whose obligation it is, is the rule's level. */
        static Outcome ofBreach(String rule) {
            return Rules.all().get(rule).level() == Rule.Level.CALLER ? CALLER_VIOLATES : IMPLEMENTATION_VIOLATES;
        }

        /** The word for it in output: {@code implementation-violates}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Verdict conforms(long configurations) {
        return new Verdict(Outcome.CONFORMS, null, "every event may happen", List.of(), null, configurations);
    }

    static Verdict inconclusive(String reason, long configurations) {
        return new Verdict(Outcome.INCONCLUSIVE, null, reason, List.of(), null, configurations);
    }
}
