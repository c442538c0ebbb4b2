package workqueue.spec.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static workqueue.spec.oracle.Calls.calls;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workqueue.spec.rules.Rules;

/** What is said of a history that breaks a rule. */
class ExplanationTest {
    /** Both of a recording that came to rest, and of one in which something hangs. */
    @ParameterizedTest
    @ValueSource(strings = {"ok", "hang"})
    void whatDidNotComeIsNotSaidToHaveComeToRest(String end) {
        String header = "\"profile\":\"kmdf\",\"end\":\"" + end + "\"";
        Verdict verdict = new Oracle().judge(Judged.history(header, calls("enqueue 1")));
        String ended = "In the end nothing moved any more, and what it owes did not come.";
        assertEquals(Rules.all().get("P1").sentence() + " " + ended, verdict.reason());
    }
}
