package workqueue.properties.report;

import java.time.Duration;
import workqueue.spec.history.Header;
import workqueue.spec.oracle.Verdict;

/**
 * What became of one recording: a verdict, or else a problem.
 *
 * @param file its name, as the user gave it or as it was found in a folder
 * @param header its first line; null without a verdict
 * @param verdict the answer, or null
 * @param problem why there is no verdict, or null
 * @param internal whether the problem is this program's fault and not the file's
 * @param time how long it took to read and to judge
 */
public record Judged(String file, Header header, Verdict verdict, String problem, boolean internal, Duration time) {

    /** The verdict in one word, {@code not-judged} if there is none. */
    public String word() {
        return verdict == null ? "not-judged" : verdict.outcome().word();
    }

    /** The id of the broken rule, or an empty text. */
    public String rule() {
        return verdict == null || verdict.rule() == null ? "" : verdict.rule();
    }

    /** In words why it does not conform; empty if it does. */
    public String reason() {
        if (verdict == null) {
            return problem;
        }
        return verdict.outcome() == Verdict.Outcome.CONFORMS ? "" : verdict.reason();
    }
}
