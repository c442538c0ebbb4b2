package workqueue.spec.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import workqueue.spec.history.History;
import workqueue.spec.history.HistoryWriter;
import workqueue.spec.oracle.Verdict.Outcome;

/** What enumeration says about a history, to compare an oracle with. */
final class Agreement {
    private Agreement() {}

    private static Enumeration<?> enumeration(History history) {
        return history.header().profile().equals("kmdf")
                ? new KmdfEnumeration(history)
                : new MediaFoundationEnumeration(history);
    }

    /** The outcome that the rules ask for: the caller is at fault if it was first. */
    static Outcome outcome(History history) {
        int misuse = enumeration(history).misuse();
        boolean misused = misuse < history.events().size();
        if (!enumeration(history.prefix(misuse)).conforms()) {
            return Outcome.IMPLEMENTATION_VIOLATES;
        }
        return misused ? Outcome.CALLER_VIOLATES : Outcome.CONFORMS;
    }

    /**
     * How an answer differs from the right one; null if it does not. In a hang that callbacks may explain the oracle is
     * lenient, because it does not know what they wait for.
     */
    static String difference(History history, Outcome answer) {
        Outcome right = outcome(history);
        boolean lenient = answer == Outcome.CONFORMS && isHangWithCallbacks(history);
        return right == answer || lenient ? null : "should be " + right + ", is " + answer;
    }

    private static boolean isHangWithCallbacks(History history) {
        return history.header().end().equals("hang")
                && Script.of(history).runs().stream().anyMatch(Run::underWay);
    }

    /** A random history that conforms, and some that have been changed. */
    static List<History> histories(String profile, long seed) {
        Random random = new Random(seed);
        History conforming =
                profile.equals("kmdf") ? KmdfSimulation.history(random) : MediaFoundationSimulation.history(random);
        List<History> histories = new ArrayList<>(List.of(conforming));
        Mutation mutation = new Mutation(random);
        for (int k = 0; k < 2; k++) {
            mutation.of(conforming).filter(Agreement::speaksItsWords).ifPresent(histories::add);
        }
        return histories;
    }

    static boolean speaksItsWords(History history) {
        try {
            Profile.of(history.header().profile()).words().check(history);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String text(History history) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HistoryWriter.write(history, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
